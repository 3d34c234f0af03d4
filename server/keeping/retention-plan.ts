import { type BusinessDay, DAY } from '#shared/domain/business-day.ts';

/**
 * How many of the oldest days have to leave the journal. The present day never does; and at least half as many business days as
 * `keepDays` stay whatever the clock says, or a clock set ten years ahead would empty the journal in one night.
 * @param days of the journal, oldest first
 */
export function daysToDrop(days: readonly BusinessDay[], today: BusinessDay, keepDays: number): number {
  const firstKept = new Date(Date.parse(`${today}T00:00:00Z`) - keepDays * DAY).toISOString().slice(0, 10);
  const mustStay = Math.max(1, Math.ceil(keepDays / 2));
  const old = days.filter((day) => day < firstKept).length;
  return Math.max(0, Math.min(old, days.length - mustStay));
}

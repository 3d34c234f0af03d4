import { HOUR, MINUTE } from '#shared/domain/business-day.ts';

/** How many backups are kept, and how many of them are the last of a day each. */
export const BACKUPS_KEPT = 14;
const DAYS_KEPT = 7;
const BETWEEN_BACKUPS = HOUR;
/** A server that has just started has people waiting for it. */
const AFTER_START = 5 * MINUTE;
const AFTER_FAILURE = 10 * MINUTE;
/** So long may something stand in the journal alone before the manager is told. */
const TOO_LONG_ALONE = 3 * HOUR;

/** What is known about backups at this moment; moments in ms UTC. */
export type BackupNow = {
  startedAt: number;
  /** The newest good one, and the last entry in it; null: none. */
  last: { at: number; seq: number } | null;
  /** The last try that failed since then. */
  failedAt: number | null;
  /** The last entry of the journal. */
  headSeq: number;
  /** The entry that closed the day; null while it is open. */
  closedSeq: number | null;
  /** Since when there is something that no backup holds; null: nothing. */
  aloneSince: number | null;
};

/**
 * Whether the database has to be copied now: every hour in which something was kept, and when the day is closed. A clock that was
 * put back counts as time gone by, or there would be none until it has caught up.
 */
export function isBackupDue(now: BackupNow, at: number): boolean {
  const { last, failedAt, headSeq, closedSeq, startedAt } = now;
  if (headSeq <= (last?.seq ?? 0) || gone(startedAt, at) < AFTER_START) return false;
  if (failedAt !== null) return gone(failedAt, at) >= AFTER_FAILURE;
  if (last === null || gone(last.at, at) >= BETWEEN_BACKUPS) return true;
  return closedSeq !== null && closedSeq > last.seq;
}

/** Whether the manager has to know: the last try failed, or something has stood in the journal alone for hours. */
export function isBackupInTrouble({ failedAt, aloneSince }: BackupNow, at: number): boolean {
  return failedAt !== null || (aloneSince !== null && gone(aloneSince, at) > TOO_LONG_ALONE);
}

/** Which backups have to go: all but the last one of each of the newest seven days, and the newest, fourteen together. */
export function backupsToDrop<B extends { at: number }>(backups: readonly B[]): B[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const lastOfDays = new Map<string, B>();
  for (const backup of newestFirst) {
    // The day in UTC: nothing but a way to spread them.
    const day = new Date(backup.at).toISOString().slice(0, 10);
    if (!lastOfDays.has(day) && lastOfDays.size < DAYS_KEPT) lastOfDays.set(day, backup);
  }
  const kept = new Set(lastOfDays.values());
  for (const backup of newestFirst) if (kept.size < BACKUPS_KEPT) kept.add(backup);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function gone(since: number, at: number): number {
  return Math.abs(at - since);
}

import { HOUR, MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { type Dossiers, HANDED_OVER } from '#shared/domain/dossiers.ts';
import { nextTicketsFrom } from '#shared/domain/hours.ts';
import type { Setup } from '#shared/domain/setup.ts';

/** Mostly nothing is said of the dossiers. */
export function dossiersOf({ ticket, service, wait }: Record<'ticket' | 'service' | 'wait', number>): {
  dossiers?: Dossiers;
} {
  if (wait % 3 > 0) return {};
  const handedOver = HANDED_OVER[ticket % HANDED_OVER.length] ?? 'post';
  return { dossiers: { count: ticket % 40, handedOver, channel: service % 2 === 0 ? 'direct' : 'online' } };
}

/**
 * Mostly seconds, often minutes; now and then an hour, or until numbers are given again: lunch, evening and the next days come. Once in a
 * while the clock is set back, by minutes or by days.
 */
export function laterBy(now: number, setup: Setup, wait: number): number {
  if (wait % 250 === 123) return now - (wait % 4) * 20 * HOUR - 3 * MINUTE;
  if (wait % 200 === 98) return now + HOUR;
  if (wait % 100 === 49) return nextTicketsFrom(now, setup) ?? now;
  return now + (wait % 8 === 0 ? (wait % 7) * MINUTE : (wait % 3) * SECOND);
}

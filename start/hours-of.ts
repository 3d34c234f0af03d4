import type { StartView } from '#shared/contract/views.ts';

/** `extended`: numbers are given although the hours say no, because somebody held the office open. */
export type HoursState = 'open' | 'extended' | 'closed';

/** What the start page says of the hours. */
export function hoursOf({ open, extendedUntil, at }: Pick<StartView, 'open' | 'extendedUntil' | 'at'>): HoursState {
  if (!open) return 'closed';
  return extendedUntil !== null && extendedUntil > at ? 'extended' : 'open';
}

import type { Online } from '#shared/page/connection.ts';

/**
 * How far the picture can be trusted. `connecting`: there is none yet. `reconnecting`: the line has only just gone.
 * `stale`: nobody has told us anything for so long that the picture must not be believed. `old-page`: this page is of
 * another version than the server and a reload did not help.
 */
export type Freshness = 'connecting' | 'live' | 'reconnecting' | 'stale' | 'old-page';

/** A restart of the server takes less; a visitor who looks at a picture that is older may be waiting for nothing. */
export const STALE_AFTER_MS = 15_000;

/**
 * Judges the picture by the last sign of the server.
 * @param heardAt when that sign came; before the first, when the page began to wait for it
 * @param moment now, by the clock that measured `heardAt`
 */
export function freshness(online: Online, heardAt: number, moment: number): Freshness {
  if (online === 'online') return 'live';
  if (online === 'old-page') return 'old-page';
  if (moment - heardAt >= STALE_AFTER_MS) return 'stale';
  return online === 'connecting' ? 'connecting' : 'reconnecting';
}

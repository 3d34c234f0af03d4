import type { BoardCall } from '#shared/contract/views.ts';
import { businessDay, wallClock } from '#shared/domain/business-day.ts';
import { isLongSilent } from './is-long-silent.ts';

/** How often it is looked whether the time has come. */
export const LOOK_EVERY_MS = 60_000;
/** On the office's wall clock: nobody is in any hall. */
const NIGHT = { from: '01:00', until: '05:00' };

/** How a display is, when it asks itself whether to load itself anew. */
export type AtNight = {
  /** The server's clock, ms UTC. */
  now: number;
  /** When the page was loaded, by the same clock. */
  loadedAt: number;
  timeZone: string;
  calls: readonly BoardCall[];
  /** Nothing is spoken, nothing waits to be. */
  isQuiet: boolean;
  /** The server is there: without it the page would not come back. */
  isLive: boolean;
};

/**
 * Whether a display in a plain browser, which nothing around it looks after, may load itself anew: once a night, so that whatever a
 * browser gathers in weeks is let go.
 */
export function mayLoadAnew({ now, loadedAt, timeZone, calls, isQuiet, isLive }: AtNight): boolean {
  if (!isLive || !isQuiet || !isLongSilent({ calls }, now)) return false;
  const { text } = wallClock(now, timeZone);
  const isNight = text >= NIGHT.from && text < NIGHT.until;
  return isNight && businessDay(loadedAt, timeZone) < businessDay(now, timeZone);
}

type Page = { fetch: typeof fetch; location: Pick<Location, 'href' | 'reload'> };

/** Loads the page anew if the server hands it out at this moment; a page that is not there must not take the place of one that is. */
export async function loadAnew({ fetch: ask, location }: Page = window): Promise<void> {
  try {
    const answer = await ask(location.href, { cache: 'no-store' });
    if (answer.ok) location.reload();
  } catch {
    // The server has just gone; the next minute is as good.
  }
}

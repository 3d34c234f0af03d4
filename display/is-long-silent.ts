import type { BoardView } from '#shared/contract/views.ts';

/** No visitor waits that long between two calls while the counters are staffed. */
const SILENT_MS = 3_600_000;

/** Has nobody been called for a good while? */
export function isLongSilent(view: Pick<BoardView, 'calls'> | null, now: number): boolean {
  return view?.calls.every(({ calledAt }) => now - calledAt > SILENT_MS) ?? false;
}

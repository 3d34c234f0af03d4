import type { BoardPiece } from '#shared/contract/choices-views.ts';
import { type PendingCalls, SHOW_MS } from './pending-calls.ts';

/** After its time a call stays in the big zone for so long: whoever looked away must find it. */
export const REST_MS = 20_000;

/** Whether the place of the big zone is free for information: nobody is being called, shown or spoken of, nor was just now. */
export function mayInform(calls: PendingCalls, now: number): boolean {
  const { onShow, toShow, speaking, toSpeak } = calls;
  if (toShow.length > 0 || toSpeak.length > 0 || speaking !== null) return false;
  return onShow === null || (onShow.settled && now - onShow.shownAt >= SHOW_MS + REST_MS);
}

/**
 * Whose turn it is. By the clock alone, so that the displays of a hall show the same, and nothing has to be remembered.
 * @returns null when there is nothing
 */
export function pieceAt(pieces: readonly BoardPiece[], now: number): BoardPiece | null {
  const roundMs = pieces.reduce((sum, { seconds }) => sum + seconds * 1_000, 0);
  let left = roundMs > 0 ? now % roundMs : 0;
  for (const piece of pieces) {
    left -= piece.seconds * 1_000;
    if (left < 0) return piece;
  }
  return null;
}

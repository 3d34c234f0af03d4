import { describe, expect, it } from 'vitest';
import type { BoardPiece } from '#shared/contract/choices-views.ts';
import { mayInform, pieceAt, REST_MS } from './informing.ts';
import { noPendingCalls, onPicture, onTick, SHOW_MS } from './pending-calls.ts';
import { sampleCall } from './sample-board.ts';

const notice = (title: string, seconds: number): BoardPiece => ({ kind: 'notice', title, text: '', seconds });

describe('[B25] when there is room for information', () => {
  it('is before the first call', () => {
    expect(mayInform(noPendingCalls(), 0)).toBe(true);
  });

  it('is not while a call is shown or spoken, nor while whoever looked away may still look for it', () => {
    const begun = onPicture({ ...noPendingCalls(), catchingUp: false }, [sampleCall(11, 'A001', 3, 0)], 0).state;
    expect(mayInform(begun, 0)).toBe(false);
    // Its time in the big zone is over, its voice goes on.
    expect(mayInform(onTick(begun, SHOW_MS).state, SHOW_MS)).toBe(false);
    const silent = { ...onTick(begun, SHOW_MS).state, speaking: null, toSpeak: [] };
    expect(mayInform(silent, SHOW_MS + REST_MS - 1)).toBe(false);
    expect(mayInform(silent, SHOW_MS + REST_MS)).toBe(true);
  });

  it.each([
    ['another is spoken', { speaking: { call: sampleCall(12, 'B001', 4, 0), sinceAt: 0 } }],
    ['another waits for its voice', { toSpeak: [sampleCall(12, 'B001', 4, 0)] }],
    ['another waits to be shown', { toShow: [sampleCall(12, 'B001', 4, 0)] }],
    ['it has not had its time', { onShow: { call: sampleCall(11, 'A001', 3, 0), shownAt: 0, settled: false } }],
  ])('is not, however long a call has been shown, while %s', (_what, otherwise) => {
    const settled = { call: sampleCall(11, 'A001', 3, 0), shownAt: 0, settled: true };
    const rested = { ...noPendingCalls(), onShow: settled };
    expect(mayInform(rested, 10 * REST_MS)).toBe(true);
    expect(mayInform({ ...rested, ...otherwise }, 10 * REST_MS)).toBe(false);
  });
});

describe('whose turn it is', () => {
  const pieces = [notice('first', 10), notice('second', 30), notice('third', 5)];
  const turns = (from: number, until: number) =>
    Array.from({ length: (until - from) / 5 }, (_, step) => pieceAt(pieces, (from + step * 5) * 1_000)).map(
      (piece) => piece?.kind === 'notice' && piece.title,
    );

  it('is each one’s in order, for as long as was chosen, again and again', () => {
    const round = ['first', 'first', ...Array(6).fill('second'), 'third'];
    expect(turns(0, 45)).toEqual(round);
    expect(turns(45 * 1_000, 45 * 1_001)).toEqual(round);
  });

  it('is nobody’s where there is nothing', () => {
    expect(pieceAt([], 12_345)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { BoardCall } from '#shared/contract/views.ts';
import {
  type Effect,
  isLit,
  noPendingCalls,
  onPicture,
  onReconnect,
  onRefused,
  onSpoken,
  onTick,
  onTurn,
  type PendingCalls,
  type Step,
} from './pending-calls.ts';
import { sampleCall } from './sample-board.ts';
import { turnOf, type VoiceTurn } from './voice-turn.ts';

const EIGHT = Date.UTC(2026, 10, 23, 1);

/** As the server would say it to the display named `we`. */
const said = (speaker: string | null, speaking: number | null, begun: number[], canSpeak = true): VoiceTurn =>
  turnOf({ speaker, speaking, begun }, 'we', canSpeak);
const ours = (speaking: number | null = null, begun: number[] = []) => said('we', speaking, begun);
const theirs = (speaking: number | null = null, begun: number[] = []) => said('they', speaking, begun);

/** One of several displays of a zone. */
function aDisplay(turn: VoiceTurn) {
  let now = EIGHT;
  const effects: Effect[] = [];
  let state: PendingCalls = onPicture(noPendingCalls(), [], now, turn).state;
  const take = (step: Step) => {
    state = step.state;
    effects.push(...step.effects);
  };
  return {
    state: () => state,
    sees: (next: VoiceTurn, ...calls: BoardCall[]) => take(onPicture(state, calls, now, next)),
    turns: (next: VoiceTurn) => take(onTurn(state, next, now)),
    ends: (callSeq: number) => take(onSpoken(state, callSeq, now)),
    refused: (callSeq: number, isOver: boolean) => take(onRefused(state, callSeq, isOver, now)),
    loses: () => {
      state = onReconnect(state);
    },
    waits: (ms: number) => {
      now += ms;
      take(onTick(state, now));
    },
    spoken: () => effects.map((effect) => (effect.type === 'speak' ? effect.call.callSeq : `hush ${effect.callSeq}`)),
    lit: (callSeq: number) => isLit(state, callSeq),
  };
}

const [A, B, C] = [11, 12, 13].map((seq) => sampleCall(seq, `A0${seq}`, seq - 10, EIGHT)) as [
  BoardCall,
  BoardCall,
  BoardCall,
];

describe('[B17] a display that is not the speaker', () => {
  it('shows and lights every call, speaks none, and goes on with what was not begun when the speaker goes', () => {
    const display = aDisplay(theirs());
    display.sees(theirs(), C, B, A);
    expect([A, B, C].map(({ callSeq }) => display.lit(callSeq))).toEqual([true, true, true]);
    display.sees(theirs(11, [11]), C, B, A);
    display.waits(10_000);
    expect(display.spoken()).toEqual([]);
    // It went while it spoke the first; that one is still to be heard, as far as anybody knows.
    display.sees(ours(11, [11]), C, B, A);
    expect(display.spoken()).toEqual([]);
    display.sees(ours(null, [11]), C, B, A);
    expect(display.spoken()).toEqual([12]);
    display.ends(12);
    expect(display.spoken()).toEqual([12, 13]);
  });

  it('keeps a row lit until the other’s voice has ended', () => {
    const display = aDisplay(theirs());
    display.sees(theirs(), A);
    display.sees(theirs(11, [11]), A);
    display.waits(20_000);
    expect(display.lit(11)).toBe(true);
    display.sees(theirs(null, [11]), A);
    expect(display.lit(11)).toBe(false);
  });

  it('never speaks what has become too old while it was another’s', () => {
    const display = aDisplay(theirs());
    display.sees(theirs(), A);
    display.waits(45_001);
    display.turns(ours());
    expect(display.spoken()).toEqual([]);
  });

  it('that has just been loaded does not begin what another has', () => {
    const display = aDisplay(theirs());
    display.loses();
    display.sees(theirs(null, [11]), B, A);
    display.sees(ours(null, [11]), B, A);
    expect(display.spoken()).toEqual([12]);
  });
});

describe('[B17] the speaker', () => {
  it('says one call after another without waiting for the picture to follow', () => {
    const display = aDisplay(ours());
    display.sees(ours(), B, A);
    display.sees(ours(11, [11]), B, A);
    display.ends(11);
    expect(display.spoken()).toEqual([11, 12]);
  });

  it('ends what it has begun when another takes over, and begins nothing more', () => {
    const display = aDisplay(ours());
    display.sees(ours(), B, A);
    display.sees(theirs(11, [11]), B, A);
    display.ends(11);
    expect(display.spoken()).toEqual([11]);
  });

  it('that was told to wait has the call in its place again, and asks when a picture says that it may', () => {
    const display = aDisplay(ours());
    display.sees(ours(), B, A);
    display.refused(11, false);
    display.waits(250);
    expect(display.spoken()).toEqual([11]);
    display.sees(ours(), B, A);
    expect(display.spoken()).toEqual([11, 11]);
  });

  it('that was told "never" goes on with the next', () => {
    const display = aDisplay(ours());
    display.sees(ours(), B, A);
    display.refused(11, true);
    expect(display.spoken()).toEqual([11, 12]);
  });

  it('does not take a call up again that was renewed, taken back or begun elsewhere before the "no" came', () => {
    const recalled = { ...A, callSeq: 14 };
    const renewed = aDisplay(ours());
    renewed.sees(ours(), A);
    renewed.sees(theirs(), recalled);
    renewed.refused(11, false);
    expect(renewed.state().toSpeak).toEqual([recalled]);
    const undone = aDisplay(ours());
    undone.sees(ours(), A);
    undone.sees(ours());
    undone.refused(11, false);
    expect([undone.spoken(), undone.state().toSpeak]).toEqual([[11, 'hush 11'], []]);
    const begun = aDisplay(ours());
    begun.sees(ours(), A);
    begun.sees(theirs(11, [11]), A);
    begun.refused(11, false);
    expect(begun.state().toSpeak).toEqual([]);
  });

  it('begins nothing while its line is cut, and goes on when it is back', () => {
    const display = aDisplay(ours());
    display.sees(ours(), B, A);
    display.loses();
    display.ends(11);
    expect(display.spoken()).toEqual([11]);
    // A server that was started anew knows of no speaker yet.
    display.sees(said(null, null, []), B, A);
    expect(display.spoken()).toEqual([11]);
    display.sees(ours(), B, A);
    expect(display.spoken()).toEqual([11, 12]);
  });
});

it('[B6] [B17] where nobody can speak, no row waits for a voice; what is called later is spoken again', () => {
  const display = aDisplay(said(null, null, [], false));
  display.sees(said(null, null, [], false), A);
  expect(display.lit(11)).toBe(true);
  display.waits(8_000);
  expect(display.lit(11)).toBe(false);
  display.turns(ours());
  display.sees(ours(), B, A);
  expect(display.spoken()).toEqual([12]);
});

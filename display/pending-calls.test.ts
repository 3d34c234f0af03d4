import { describe, expect, it } from 'vitest';
import type { BoardCall } from '#shared/contract/views.ts';
import {
  type Effect,
  isLit,
  noPendingCalls,
  onPicture,
  onReconnect,
  onSpoken,
  onTick,
  type PendingCalls,
  type Step,
  showMs,
} from './pending-calls.ts';

const SEVEN_O_CLOCK = 1_790_000_000_000;
const TICK_MS = 250;
const ONE_READING_MS = 6_400;
const TWO_READINGS_MS = 12_000;

function call(callSeq: number, number: string, counter: number, calledAt: number = SEVEN_O_CLOCK): BoardCall {
  return { callSeq, ticket: `ticket-${number}`, number, counter, calledAt };
}

/** A display in the hall: time passes in ticks, and what is spoken ends after as long as it takes. */
function aDisplay(connected = true) {
  let now = SEVEN_O_CLOCK;
  let state: PendingCalls = connected ? onPicture(noPendingCalls(), [], now).state : noPendingCalls();
  let voiceEndsAt = Number.POSITIVE_INFINITY;
  const effects: Effect[] = [];
  const shown: { number: string; atMs: number }[] = [];

  function take(step: Step): void {
    state = step.state;
    for (const effect of step.effects) {
      effects.push(effect);
      const lasts = effect.type === 'hush' ? Infinity : effect.readings === 1 ? ONE_READING_MS : TWO_READINGS_MS;
      voiceEndsAt = now + lasts;
    }
    const onShow = state.onShow?.call.number;
    if (onShow !== undefined && onShow !== shown.at(-1)?.number)
      shown.push({ number: onShow, atMs: now - SEVEN_O_CLOCK });
  }

  return {
    state: () => state,
    now: () => now,
    effects,
    shown,
    spoken: () => effects.flatMap((effect) => (effect.type === 'speak' ? [effect.call.number] : [])),
    sees: (...calls: BoardCall[]) => take(onPicture(state, calls, now)),
    loses: () => {
      state = onReconnect(state);
    },
    waits: (ms: number) => {
      for (const until = now + ms; now < until; ) {
        now += TICK_MS;
        const speaking = state.speaking?.call.callSeq;
        if (speaking !== undefined && now >= voiceEndsAt) take(onSpoken(state, speaking, now));
        take(onTick(state, now));
      }
    },
  };
}

describe('new calls', () => {
  it('[B1] puts a call on show, lights its row and speaks it twice', () => {
    const display = aDisplay();
    const a1 = call(11, 'A001', 3);
    display.sees(a1);
    expect(display.state().onShow?.call).toEqual(a1);
    expect(isLit(display.state(), 11)).toBe(true);
    expect(display.effects).toEqual([{ type: 'speak', call: a1, readings: 2 }]);
  });

  it('[B1] does not ring again for the same picture', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 3));
    display.waits(60_000);
    display.sees(call(11, 'A001', 3));
    display.waits(60_000);
    expect(display.spoken()).toEqual(['A001']);
  });

  it('[B1] does not ring again for a call that left the picture and came back', () => {
    const display = aDisplay();
    const [a, b] = [call(11, 'A001', 1), call(12, 'B001', 2)];
    display.sees(a, b);
    display.waits(30_000);
    display.sees(a);
    display.sees(a, b);
    display.waits(30_000);
    expect(display.spoken()).toEqual(['A001', 'B001']);
  });

  it('[B2] shows three calls within 250 ms in order for 8 s each, all lit at once, all spoken one after another', () => {
    const display = aDisplay();
    const [a, b, c] = [call(11, 'A001', 1), call(12, 'B001', 2), call(13, 'C001', 3)];
    display.sees(a);
    display.waits(TICK_MS);
    display.sees(c, b, a);
    expect([11, 12, 13].map((callSeq) => isLit(display.state(), callSeq))).toEqual([true, true, true]);
    display.waits(60_000);
    expect(display.shown).toEqual([
      { number: 'A001', atMs: 0 },
      { number: 'B001', atMs: 8_000 },
      { number: 'C001', atMs: 16_000 },
    ]);
    expect(display.effects).toEqual([
      { type: 'speak', call: a, readings: 2 },
      { type: 'speak', call: b, readings: 1 },
      { type: 'speak', call: c, readings: 2 },
    ]);
    expect(isLit(display.state(), 13)).toBe(false);
  });

  it('[B2] keeps a row lit until its voice has ended, even when another is on show', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1), call(12, 'B001', 2));
    display.waits(8_000);
    display.sees(call(11, 'A001', 1), call(12, 'B001', 2), call(13, 'C001', 3));
    display.waits(8_000);
    expect(display.state().onShow?.call.number).toBe('C001');
    expect(isLit(display.state(), 12)).toBe(true);
    display.waits(3_000);
    expect(isLit(display.state(), 12)).toBe(false);
  });

  it('[B2] never has two announcements at once', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1), call(12, 'B001', 2));
    expect(onTick(display.state(), display.now() + 1_000).effects).toEqual([]);
  });
});

describe('many calls', () => {
  it('[B2] gives each 8 s while six wait, then shares the time out, never below 2 s', () => {
    expect([0, 1, 6, 7, 12, 24, 100].map(showMs)).toEqual([8_000, 8_000, 8_000, 6_857, 4_000, 2_000, 2_000]);
  });

  it('[B2] shows every one of a burst of 20 in order, and speaks those it reaches in time, in order', () => {
    const display = aDisplay();
    const burst = Array.from({ length: 20 }, (_, index) => call(100 + index, `A${101 + index}`, index + 1));
    display.sees(...burst.toReversed());
    display.waits(5 * 60_000);
    expect(display.shown.map(({ number }) => number)).toEqual(burst.map(({ number }) => number));
    const times = display.shown.map(({ atMs }, index) => atMs - (display.shown[index - 1]?.atMs ?? -8_000));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(2_000);
    expect(display.spoken()).toEqual(burst.slice(0, 7).map(({ number }) => number));
  });

  it('[B2] keeps the row lit of a call whose voice is still to come', () => {
    const display = aDisplay();
    display.sees(...Array.from({ length: 20 }, (_, index) => call(100 + index, `A${101 + index}`, index + 1)));
    display.waits(10_000);
    expect(display.shown.map(({ number }) => number).slice(-2)).toEqual(['A103', 'A104']);
    expect(isLit(display.state(), 102)).toBe(true);
    expect(isLit(display.state(), 100)).toBe(false);
  });

  it('[B2] shows those too that newer calls pushed off a full picture', () => {
    const display = aDisplay();
    const burst = Array.from({ length: 25 }, (_, index) => call(100 + index, `A${101 + index}`, index + 1));
    display.sees(...burst.slice(0, 20));
    display.sees(...burst.slice(5));
    display.waits(5 * 60_000);
    expect(display.shown.map(({ number }) => number)).toEqual(burst.map(({ number }) => number));
  });
});

describe('recall', () => {
  it('[B3] replaces its call while that one waits, in the same place', () => {
    const display = aDisplay();
    const [a, b, c] = [call(11, 'A001', 1), call(12, 'B001', 2), call(13, 'C001', 3)];
    display.sees(a, b, c);
    display.waits(1_000);
    display.sees(a, call(14, 'B001', 2, display.now()), c);
    display.waits(60_000);
    expect(display.spoken()).toEqual(['A001', 'B001', 'C001']);
    expect(display.shown.map(({ number }) => number)).toEqual(['A001', 'B001', 'C001']);
    expect(display.effects.map((effect) => effect.type === 'speak' && effect.call.callSeq)).toEqual([11, 14, 13]);
  });

  it('[B3] speaks again and flashes on the spot when its call is on show and nobody waits', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1));
    display.waits(30_000);
    expect(isLit(display.state(), 11)).toBe(false);
    const again = call(12, 'A001', 1, display.now());
    display.sees(again);
    expect(display.state().onShow).toEqual({ call: again, shownAt: display.now(), settled: false });
    expect(display.effects.at(-1)).toEqual({ type: 'speak', call: again, readings: 2 });
  });

  it('[B3] flashes at once even while its first call still has time on show', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1));
    display.waits(4_000);
    const again = call(12, 'A001', 1, display.now());
    display.sees(again);
    expect(display.state().onShow).toEqual({ call: again, shownAt: display.now(), settled: false });
  });

  it('[B3] does not cut the voice off, but follows it', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1));
    display.waits(4_000);
    display.sees(call(12, 'A001', 1, display.now()));
    display.waits(30_000);
    expect(display.effects.map((effect) => effect.type)).toEqual(['speak', 'speak']);
  });
});

describe('withdrawal', () => {
  it('[B4] takes an undone call from the zone and silences it in the middle of the word', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1));
    display.waits(1_000);
    display.sees();
    expect(display.effects.at(-1)).toEqual({ type: 'hush', callSeq: 11 });
    expect(display.state()).toMatchObject({ onShow: null, speaking: null, toShow: [], toSpeak: [] });
  });

  it('[B4] gives zone and voice to the next at once when the first is undone', () => {
    const display = aDisplay();
    const b = call(12, 'B001', 2);
    display.sees(call(11, 'A001', 1), b);
    display.waits(1_000);
    display.sees(b);
    expect(display.state().onShow?.call).toEqual(b);
    expect(display.effects.slice(1)).toEqual([
      { type: 'hush', callSeq: 11 },
      { type: 'speak', call: b, readings: 2 },
    ]);
  });

  it('[B4] forgets a waiting call that was undone', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1), call(12, 'B001', 2), call(13, 'C001', 3));
    display.sees(call(11, 'A001', 1), call(13, 'C001', 3));
    display.waits(60_000);
    expect(display.spoken()).toEqual(['A001', 'C001']);
    expect(display.shown.map(({ number }) => number)).toEqual(['A001', 'C001']);
  });

  it('[B4] silences the old counter when a ticket was transferred and called from another', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1));
    const anew = call(12, 'A001', 5);
    display.sees(call(11, 'A001', 1), anew);
    expect(display.effects.slice(1)).toEqual([
      { type: 'hush', callSeq: 11 },
      { type: 'speak', call: anew, readings: 2 },
    ]);
    expect(display.state().onShow?.call).toEqual(anew);
  });

  it('[B4] shows the call before it again, without ringing, when the only new one is undone', () => {
    const display = aDisplay();
    const a = call(11, 'A001', 1);
    display.sees(a);
    display.waits(30_000);
    display.sees(a, call(12, 'B001', 2, display.now()));
    display.sees(a);
    expect(display.state().onShow).toEqual({ call: a, shownAt: display.now(), settled: true });
    expect(display.spoken()).toEqual(['A001', 'B001']);
  });

  it('[B4] rings for the number that is called anew after an undo', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1));
    display.sees();
    display.sees(call(13, 'A001', 2));
    expect(display.spoken()).toEqual(['A001', 'A001']);
  });
});

describe('old calls', () => {
  const old = (callSeq: number, number: string) => call(callSeq, number, 1, SEVEN_O_CLOCK - 45_001);
  const young = (callSeq: number, number: string) => call(callSeq, number, 2, SEVEN_O_CLOCK - 45_000);

  it('[B5] speaks on the first picture only what is at most 45 s old, and shows it', () => {
    const display = aDisplay(false);
    display.sees(old(11, 'A001'), young(12, 'B001'));
    expect(display.spoken()).toEqual(['B001']);
    expect(display.state().onShow?.call.number).toBe('B001');
  });

  it('[B5] fills the big zone with the newest old call after loading, unlit', () => {
    const display = aDisplay(false);
    display.sees(old(11, 'A001'), old(12, 'B001'));
    expect(display.state().onShow).toMatchObject({ call: { number: 'B001' }, settled: true });
    expect(isLit(display.state(), 12)).toBe(false);
    expect(display.effects).toEqual([]);
  });

  it('[B5] does not replay what was called during an outage, nor what it had spoken before', () => {
    const display = aDisplay();
    const before = call(11, 'A001', 1);
    display.sees(before);
    display.waits(20_000);
    display.loses();
    display.waits(300_000);
    const missed = [before, call(12, 'B001', 2, SEVEN_O_CLOCK + 60_000), call(13, 'C001', 3, SEVEN_O_CLOCK + 90_000)];
    display.sees(...missed, call(14, 'D001', 4, display.now() - 10_000));
    display.waits(60_000);
    expect(display.spoken()).toEqual(['A001', 'D001']);
    expect(display.shown.map(({ number }) => number)).toEqual(['A001', 'D001']);
  });

  it('[B5] shows the newest of the missed calls after an outage in which all grew old', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1));
    display.loses();
    display.waits(300_000);
    display.sees(call(11, 'A001', 1), call(12, 'B001', 2, SEVEN_O_CLOCK + 60_000));
    expect(display.state().onShow).toMatchObject({ call: { number: 'B001' }, settled: true });
  });

  it('[B5] drops the voice of a call that grew older than 45 s while waiting, never its picture', () => {
    const display = aDisplay();
    const calls = [call(11, 'A001', 1), call(12, 'B001', 2, SEVEN_O_CLOCK - 40_000)];
    display.sees(...calls);
    display.waits(30_000);
    expect(display.spoken()).toEqual(['A001']);
    expect(display.shown.map(({ number }) => number)).toEqual(['A001', 'B001']);
  });
});

describe('a journal that begins anew', () => {
  it('[B5] rings for lower numbers after an outage in which the journal was lost', () => {
    const display = aDisplay();
    display.sees(call(500, 'A001', 1));
    display.waits(30_000);
    display.loses();
    display.waits(300_000);
    display.sees();
    display.sees(call(2, 'B001', 2, display.now()));
    expect(display.spoken()).toEqual(['A001', 'B001']);
  });

  it('[B5] rings for what a restored journal calls, not for what it remembers', () => {
    const display = aDisplay();
    const remembered = call(400, 'A001', 1);
    display.sees(remembered);
    display.sees(call(500, 'A002', 2, display.now()), remembered);
    display.waits(30_000);
    display.loses();
    display.sees(remembered);
    display.sees(call(401, 'A003', 3, display.now()), remembered);
    expect(display.spoken()).toEqual(['A001', 'A002', 'A003']);
  });

  it('[B5] does not ring anew for what was rung when the newest call was undone during a short outage', () => {
    const display = aDisplay();
    const [a, b] = [call(11, 'A001', 1), call(12, 'B001', 2, SEVEN_O_CLOCK + 1_000)];
    display.sees(b, a);
    display.waits(20_000);
    display.loses();
    display.sees(a);
    expect(display.spoken()).toEqual(['A001', 'B001']);
  });
});

it('[B5] shows in turn, unspoken, what reaches a connected display more than 45 s late', () => {
  const display = aDisplay();
  const late = SEVEN_O_CLOCK - 60_000;
  display.sees(call(11, 'A001', 1, late), call(12, 'B001', 2, late));
  display.waits(30_000);
  expect(display.shown.map(({ number }) => number)).toEqual(['A001', 'B001']);
  expect(display.effects).toEqual([]);
});

describe('machines that fail', () => {
  it('[B6] goes on after 30 s when an announcement never reports its end', () => {
    const first = onPicture(onPicture(noPendingCalls(), [], SEVEN_O_CLOCK).state, [call(11, 'A001', 1)], SEVEN_O_CLOCK);
    const both = [call(11, 'A001', 1), call(12, 'B001', 2, SEVEN_O_CLOCK + 20_000)];
    const second = onPicture(first.state, both, SEVEN_O_CLOCK + 20_000);
    expect(second.effects).toEqual([]);
    expect(onTick(second.state, SEVEN_O_CLOCK + 30_001).effects).toEqual([
      { type: 'hush', callSeq: 11 },
      { type: 'speak', call: both[1], readings: 2 },
    ]);
  });

  it('[B6] ignores the late end of an announcement that was already silenced', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1), call(12, 'B001', 2));
    display.sees(call(12, 'B001', 2));
    expect(onSpoken(display.state(), 11, display.now()).state.speaking?.call.callSeq).toBe(12);
  });

  it('[B6] does not hold a call for an hour when the clock is set back an hour', () => {
    const display = aDisplay();
    display.sees(call(11, 'A001', 1), call(12, 'B001', 2));
    const setBack = SEVEN_O_CLOCK - 3_600_000;
    const { state } = onTick(display.state(), setBack);
    expect(onTick(state, setBack + 8_000).state.onShow?.call.number).toBe('B001');
  });
});

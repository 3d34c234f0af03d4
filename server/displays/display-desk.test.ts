import { describe, expect, it } from 'vitest';
import type { BoardCall } from '#shared/contract/views.ts';
import type { Zone } from '#shared/domain/zones.ts';
import { CALLS_KEPT, CallBook } from './call-book.ts';
import { DisplayDesk, type DisplayPage } from './display-desk.ts';
import { LONGEST_SPEECH_MS } from './speeches.ts';

const MONDAY = Date.UTC(2026, 10, 23, 1);
const GROUND: Zone = { id: 'ground', name: { vi: 'Tầng trệt', en: 'Ground floor' }, counters: [1, 2] };
const FIRST: Zone = { id: 'first', name: { vi: 'Tầng 1', en: 'First floor' }, counters: [3, 4] };
const YES = {};

/** A hall of two zones, with clocks that stand until they are moved. */
function aHall({ zones = [GROUND, FIRST], paired = ['tv-1', 'tv-2', 'tv-3'] } = {}) {
  let moved = 0;
  let told = 0;
  let board: BoardCall[] = [];
  const desk = new DisplayDesk({
    now: () => MONDAY + moved,
    ticks: () => moved,
    hall: { counters: [1, 2, 3, 4].map((id) => ({ id })), zones },
    board: () => board,
    paired: () => paired,
    changed: () => {
      told += 1;
    },
  });
  return {
    desk,
    told: () => told,
    later: (ms: number) => {
      moved += ms;
    },
    /** A display that can be heard. Its connection has the name of its machine. */
    comes(connection: string, zone: string | null = 'ground', more: Partial<DisplayPage> = {}) {
      desk.come(connection, { place: connection, counter: null, zone, ...more });
      desk.ask(connection, 'display:sound', { sound: 'ready' });
    },
    called(callSeq: number, counter: number): BoardCall {
      const call = {
        ...{ callSeq, ticket: `ticket-${counter}`, number: 'A001', counter, service: 'dat-dai' },
        ...{ calledAt: MONDAY + moved },
      };
      board = [call, ...board.filter(({ ticket }) => ticket !== call.ticket)];
      return call;
    },
    undone: (callSeq: number) => {
      board = board.filter((call) => call.callSeq !== callSeq);
    },
    shows: (connection: string, call: number) => desk.ask(connection, 'call:shown', { call }),
    asks: (connection: string, call: number, lastsMs = 6_000) => desk.ask(connection, 'call:speak', { call, lastsMs }),
    ends: (connection: string, call: number, outcome = 'spoken') =>
      desk.ask(connection, 'call:spoken', { call, outcome }),
  };
}

describe('[B17] who speaks in a zone', () => {
  it('is the display that was paired first of those that can be heard, in whatever order they come', () => {
    const { desk, comes } = aHall();
    comes('tv-3');
    comes('tv-2');
    expect(desk.voice(GROUND).speaker).toBe('tv-2');
    comes('tv-1');
    expect(desk.voice(GROUND).speaker).toBe('tv-1');
    desk.ask('tv-1', 'display:sound', { sound: 'blocked' });
    expect(desk.voice(GROUND).speaker).toBe('tv-2');
    desk.leave('tv-2');
    expect(desk.voice(GROUND).speaker).toBe('tv-3');
    desk.leave('tv-3');
    expect(desk.voice(GROUND).speaker).toBeNull();
  });

  it('is on the server’s own PC the one that came first, before all that were paired', () => {
    const { desk, comes } = aHall();
    comes('tv-1');
    comes('here-1', 'ground', { place: 'local' });
    comes('here-2', 'ground', { place: 'local' });
    expect(desk.voice(GROUND).speaker).toBe('here-1');
  });

  it('is nobody of another zone, nor the small display above a counter, nor one that has not said that it is heard', () => {
    const { desk, comes } = aHall();
    comes('tv-1', 'first');
    comes('tv-2', null);
    comes('sign', null, { counter: 1 });
    desk.come('tv-3', { place: 'tv-3', counter: null, zone: 'ground' });
    expect([GROUND, FIRST, null].map((zone) => desk.voice(zone).speaker)).toEqual([null, 'tv-1', 'tv-2']);
  });
});

describe('[B17] a call is spoken', () => {
  it('once in each zone that shows its counter', () => {
    const { desk, comes, called, asks, ends } = aHall({ zones: [GROUND, { ...FIRST, counters: [2, 3, 4] }] });
    for (const [name, zone] of [
      ['tv-1', 'ground'],
      ['tv-2', 'first'],
      ['tv-3', 'ground'],
    ] as const)
      comes(name, zone);
    called(11, 2);
    expect([asks('tv-1', 11), asks('tv-2', 11)]).toEqual([YES, YES]);
    ends('tv-1', 11);
    desk.leave('tv-1');
    expect(asks('tv-3', 11)).toBe('spoken-already');
    expect(desk.voice(GROUND)).toEqual({ speaker: 'tv-3', speaking: null, begun: [11] });
  });

  it('by the speaker alone, and while no other voice is heard there', () => {
    const { desk, comes, called, asks, ends } = aHall();
    comes('tv-1');
    comes('tv-2');
    called(11, 1);
    called(12, 2);
    expect(asks('tv-2', 11)).toBe('not-your-voice');
    expect(asks('tv-1', 11)).toEqual(YES);
    // Its answer was lost on the way.
    expect(asks('tv-1', 11)).toEqual(YES);
    expect(asks('tv-1', 12)).toBe('not-your-voice');
    expect(desk.voice(GROUND)).toMatchObject({ speaking: 11, begun: [11] });
    expect(ends('tv-1', 11)).toEqual(YES);
    expect(asks('tv-1', 12)).toEqual(YES);
  });

  it('to its end by the one that has begun, also when another is the speaker from now on', () => {
    const { desk, comes, called, asks, ends } = aHall();
    comes('tv-2');
    called(11, 1);
    called(12, 2);
    asks('tv-2', 11);
    comes('tv-1');
    expect(desk.voice(GROUND)).toMatchObject({ speaker: 'tv-1', speaking: 11 });
    expect(asks('tv-1', 12)).toBe('not-your-voice');
    ends('tv-2', 11);
    expect(asks('tv-1', 12)).toEqual(YES);
  });

  it('by another only when a display that went can no more be heard, in case only its line was cut', () => {
    const { desk, comes, called, asks, later } = aHall();
    comes('tv-1');
    comes('tv-2');
    called(11, 1);
    called(12, 2);
    asks('tv-1', 11, 6_000);
    later(2_000);
    desk.leave('tv-1');
    expect(desk.voice(GROUND)).toEqual({ speaker: 'tv-2', speaking: 11, begun: [11] });
    expect([asks('tv-2', 12), asks('tv-2', 11)]).toEqual(['not-your-voice', 'spoken-already']);
    later(4_000);
    expect(desk.voice(GROUND).speaking).toBeNull();
    expect(asks('tv-2', 12)).toEqual(YES);
  });

  it('and one that never ends keeps its zone silent no longer than a display would', () => {
    const { desk, comes, called, asks, later } = aHall();
    comes('tv-1');
    called(11, 1);
    called(12, 2);
    asks('tv-1', 11);
    later(LONGEST_SPEECH_MS - 1);
    expect(asks('tv-1', 12)).toBe('not-your-voice');
    later(1);
    expect(asks('tv-1', 12)).toEqual(YES);
    expect(desk.voice(GROUND).speaking).toBe(12);
  });

  it('not when it was taken back', () => {
    const { comes, called, undone, asks } = aHall();
    comes('tv-1');
    called(11, 1);
    undone(11);
    expect(asks('tv-1', 11)).toBe('no-such-call');
  });
});

describe('[B18] what a display says of a call', () => {
  it('reaches its clerk', () => {
    const { desk, comes, called, shows, asks, ends, told } = aHall();
    comes('tv-1');
    const call = called(11, 1);
    expect(desk.seen(call)).toEqual({ shown: false, spoken: false, trouble: null });
    const before = told();
    expect(shows('tv-1', 11)).toEqual(YES);
    expect(desk.seen(call)).toEqual({ shown: true, spoken: false, trouble: null });
    // The same from every display of a hall tells nobody anything new.
    comes('tv-2');
    const between = told();
    shows('tv-2', 11);
    expect([between > before, told()]).toEqual([true, between]);
    asks('tv-1', 11);
    expect(desk.seen(call)).toEqual({ shown: true, spoken: false, trouble: null });
    ends('tv-1', 11);
    expect(desk.seen(call)).toEqual({ shown: true, spoken: true, trouble: null });
  });

  it('is refused for a call that is not there, or not its own', () => {
    const { desk, comes, called, shows, asks, ends } = aHall();
    comes('tv-1');
    comes('tv-2', 'first');
    const call = called(11, 1);
    expect([shows('tv-1', 12), shows('tv-2', 11), asks('tv-2', 11)]).toEqual(Array(3).fill('no-such-call'));
    asks('tv-1', 11);
    expect([ends('tv-2', 11), ends('tv-1', 12)]).toEqual(['no-such-call', 'no-such-call']);
    expect(desk.seen(call)).toEqual({ shown: false, spoken: false, trouble: null });
  });

  it('is refused from the small display above a counter, which nobody in the hall sees, and from whoever has not come', () => {
    const { comes, called, shows } = aHall();
    comes('sign', null, { counter: 1 });
    called(11, 1);
    expect([shows('sign', 11), shows('nobody', 11)]).toEqual(['not-allowed', 'not-allowed']);
  });

  it('is kept of the latest calls and no more', () => {
    const book = new CallBook();
    for (let call = 1; call <= CALLS_KEPT + 10; call += 1) book.show(call);
    expect([book.of(10).shown, book.of(11).shown]).toEqual([false, true]);
  });
});

describe('[B19] the clerk is told', () => {
  it('after three seconds when no display of a zone of his counter has shown the call', () => {
    const { desk, comes, called, later, shows } = aHall();
    comes('tv-2', 'first');
    const call = called(11, 1);
    later(2_999);
    expect(desk.seen(call)?.trouble).toBeNull();
    later(1);
    expect(desk.seen(call)?.trouble).toBe('not-shown');
    comes('tv-1');
    shows('tv-1', 11);
    expect(desk.seen(call)?.trouble).toBeNull();
  });

  it('when none can speak it', () => {
    const { desk, comes, called, later, shows } = aHall();
    comes('tv-1');
    const call = called(11, 1);
    shows('tv-1', 11);
    later(3_000);
    expect(desk.seen(call)?.trouble).toBeNull();
    desk.ask('tv-1', 'display:sound', { sound: 'blocked' });
    expect(desk.seen(call)).toEqual({ shown: true, spoken: false, trouble: 'not-spoken' });
  });

  it.each([
    ['the display went while it spoke', 'gone', 'not-spoken'],
    ['its sound was blocked meanwhile', 'blocked', 'not-spoken'],
    ['the office wants no voice at this hour', 'quiet', null],
    ['it was spoken', 'spoken', null],
  ])('or not, by how the voice ended: %s', (_how, outcome, trouble) => {
    const { desk, comes, called, later, shows, asks, ends } = aHall();
    comes('tv-1');
    comes('tv-2');
    const call = called(11, 1);
    shows('tv-2', 11);
    asks('tv-1', 11);
    later(5_000);
    expect(desk.seen(call)?.trouble).toBeNull();
    if (outcome === 'gone') desk.leave('tv-1');
    else ends('tv-1', 11, outcome);
    expect(desk.seen(call)?.trouble).toBe(trouble);
  });

  it('when the call has become too old for its voice', () => {
    const { desk, comes, called, later, shows } = aHall();
    comes('tv-1');
    const call = called(11, 1);
    shows('tv-1', 11);
    later(45_000);
    expect(desk.seen(call)?.trouble).toBeNull();
    later(1);
    expect(desk.seen(call)?.trouble).toBe('not-spoken');
  });

  it('nothing of calls from before a restart, until a display says that it shows them', () => {
    const { desk, comes, called, shows, later } = aHall();
    const call = { ...called(11, 1), calledAt: MONDAY - 1 };
    later(10_000);
    expect(desk.seen(call)).toBeNull();
    comes('tv-1');
    shows('tv-1', 11);
    expect(desk.seen(call)).toEqual({ shown: true, spoken: false, trouble: null });
  });
});

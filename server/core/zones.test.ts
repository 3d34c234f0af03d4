import { describe, expect, it } from 'vitest';
import type { Setup } from '#shared/domain/setup.ts';
import { zoneOf } from '#shared/domain/zones.ts';
import { boardView } from './board-view.ts';
import { signView } from './sign-view.ts';
import { aDay, type Day } from './testing/a-day.ts';

const ZONES: NonNullable<Setup['zones']> = [
  { id: 'ground', name: { vi: 'Tầng trệt', en: 'Ground floor' }, counters: [1, 2] },
  { id: 'first', name: { vi: 'Tầng 1', en: 'First floor' }, counters: [3, 4] },
];
const NOBODY = { speaker: null, speaking: null, begun: [] };

/** What a display of that zone is shown. */
function seenIn({ office, setup, now }: Day, id: string | null) {
  const hall = { ...setup, zones: ZONES };
  return boardView(office, hall, now, undefined, { zone: zoneOf(hall, id), voice: NOBODY });
}

describe('a zone of the hall', () => {
  it('[B16] has the calls of its own counters on its displays, and the lines that are called there', () => {
    const day = aDay().opened(1, 3, 4).issued('land').issued('civil').issued('cards').called(1).called(3).called(4);
    const rows = (id: string | null) => seenIn(day, id).calls.map(({ number, counter }) => [number, counter]);
    const lines = (id: string | null) => seenIn(day, id).waiting.map(({ prefix }) => prefix);
    expect([rows('ground'), lines('ground')]).toEqual([[['A001', 1]], ['A']]);
    expect(rows('first')).toEqual([
      ['C001', 4],
      ['B001', 3],
    ]);
    expect(lines('first')).toEqual(['B', 'C', 'R']);
    expect(rows(null)).toHaveLength(3);
    expect(lines(null)).toEqual(['A', 'B', 'C', 'R']);
    expect([seenIn(day, 'first').zone, seenIn(day, null).zone]).toEqual([ZONES[1]?.name, null]);
  });

  it('[B11] [B16] keeps its rows however much is called in the others', () => {
    const day = aDay().opened(1, 3).issuedMany(25, 'civil');
    for (let call = 0; call < 25; call += 1) day.called(3);
    const before = seenIn(day, 'first').calls;
    day.issuedMany(300, 'land');
    for (let call = 0; call < 300; call += 1) day.called(1);
    expect(seenIn(day, 'first').calls).toEqual(before);
    expect(before).toHaveLength(20);
    expect(day.called(1).undone(1).office.board.length).toBeLessThan(200);
  });
});

describe('the display above a counter', () => {
  const shown = ({ office, setup, now }: Day, counter = 3) => signView(office, setup, now, counter);

  it('shows what the counter is for, and whether anybody is served there', () => {
    const day = aDay();
    const free = { number: null, service: null, callSeq: null, services: ['Hộ tịch'], counter: 3 };
    expect(shown(day)).toMatchObject({ ...free, state: 'closed' });
    expect(shown(day.opened(3))).toMatchObject({ ...free, state: 'free' });
  });

  it('shows who is called, renewed by each call, and who is being served', () => {
    const day = aDay().opened(3).issued('civil').called(3);
    const first = shown(day);
    const service = { name: { vi: 'Hộ tịch', en: 'civil' }, short: 'Hộ tịch' };
    expect(first).toMatchObject({ state: 'calling', number: 'B001', service, callSeq: day.office.seq });
    const again = shown(day.recalled(3));
    expect(again).toEqual({ ...first, at: again.at, callSeq: day.office.seq });
    expect(shown(day.started(3))).toMatchObject({ state: 'serving', number: 'B001', callSeq: again.callSeq });
  });

  it('shows a call no more that was taken back, and never whose it was elsewhere', () => {
    const day = aDay().opened(1, 3).issued('civil').called(3).undone(3).called(1);
    expect(shown(day)).toMatchObject({ state: 'free', number: null, callSeq: null });
    expect(shown(day, 1)).toMatchObject({ state: 'calling', number: 'B001' });
  });

  it('[B15] does not show who has priority', () => {
    const day = aDay().opened(3).issuedPriority('civil').called(3);
    expect(JSON.stringify(shown(day))).not.toMatch(/priority|effectiveAt|arrivedAt/);
  });
});

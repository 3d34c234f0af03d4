import { describe, expect, it } from 'vitest';
import { boardView } from './board-view.ts';
import { PAST_CALLS_KEPT } from './office.ts';
import { aDay, type Day } from './testing/a-day.ts';

const shown = (day: Day) => boardView(day.office, day.setup, day.now).calls.map(({ number }) => number);

/** Numbers of land, from one down to another. */
function down(from: number, to: number): string[] {
  return Array.from({ length: from - to + 1 }, (_, index) => `A${String(from - index).padStart(3, '0')}`);
}

describe('the board of a long day', () => {
  it('keeps the calls of those who are here, and of the rest only the latest', () => {
    const day = aDay({ callsBeforeAbsent: 1 }).opened(1, 2).issuedMany(400, 'land');
    for (let absent = 0; absent < 30; absent += 1) day.calledInVain(1);
    for (let call = 30; call < 400; call += 1) day.called(2);
    expect(day.office.board).toHaveLength(30 + 1 + PAST_CALLS_KEPT);
    expect(shown(day)).toEqual(down(400, 381));
  });

  it('[B11] still shows twenty when more calls than that are withdrawn one after another', () => {
    const day = aDay({ callsBeforeAbsent: 1 }).opened(1, 2).issuedMany(400, 'land');
    for (let call = 0; call < 300; call += 1) day.called(2);
    for (let absent = 0; absent < 100; absent += 1) day.calledInVain(1);
    expect(shown(day)).toEqual(down(400, 381));
    day.told('manager', 'ticket:cancel-range', { from: 'A301', to: 'A400', reason: 'hết giờ' });
    expect(shown(day)).toEqual(down(300, 281));
  });

  it('[B14] shows the very same rows after an undo, also when the call had pushed one out', () => {
    const day = aDay().opened(1).issuedMany(200, 'land');
    for (let call = 0; call < 150; call += 1) day.called(1);
    const before = boardView(day.office, day.setup, day.now).calls;
    expect(day.called(1).office.board).toHaveLength(1 + PAST_CALLS_KEPT);
    day.undone(1);
    expect(boardView(day.office, day.setup, day.now).calls).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import { boardView } from './board-view.ts';
import { aDay, type Day } from './testing/a-day.ts';
import { clock } from './testing/a-hall.ts';

const board = (day: Day) => boardView(day.office, day.setup, day.now);
const rows = (day: Day) => board(day).calls.map(({ number, counter }) => [number, counter]);

describe('boardView', () => {
  it('[B11] shows the calls newest first, with their counters, and how many wait', () => {
    const day = aDay().opened(1, 2).issuedMany(3, 'land').at('07:05').called(1).at('07:06').called(2);
    const { office, setup, now } = day;
    expect(board(day)).toMatchObject({
      at: now,
      office: setup.office.name,
      timeZone: 'Asia/Ho_Chi_Minh',
      calls: [
        { callSeq: office.seq, ticket: day.id('A002'), number: 'A002', counter: 2, calledAt: clock('07:06') },
        { callSeq: office.seq - 1, ticket: day.id('A001'), number: 'A001', counter: 1, calledAt: clock('07:05') },
      ],
      waiting: [
        { service: 'land', prefix: 'A', short: 'Đất đai', waiting: 1 },
        { service: 'civil', prefix: 'B', short: 'Hộ tịch', waiting: 0 },
        { service: 'cards', prefix: 'C', short: 'Căn cước', waiting: 0 },
        { service: 'results', prefix: 'R', short: 'Nhận kết quả', waiting: 0 },
      ],
      infoLine: setup.wording.infoLine,
      announcement: setup.wording.announcement,
    });
  });

  it('[B11] shows the latest twenty', () => {
    const day = aDay().opened(1).issuedMany(25, 'land');
    for (let call = 0; call < 25; call += 1) day.called(1);
    expect(board(day).calls.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, i) => `A${String(25 - i).padStart(3, '0')}`),
    );
  });

  it('[B11] keeps the row of who was served or set aside, so that it can still be read', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).called(1).parked(1);
    expect(rows(day)).toEqual([
      ['A002', 1],
      ['A001', 1],
    ]);
  });

  it('[B12] gives a recall a new number and moves its row to the top, one row a ticket', () => {
    const day = aDay().opened(1, 2).issuedMany(2, 'land').called(1).called(2).recalled(1);
    expect(rows(day)).toEqual([
      ['A001', 1],
      ['A002', 2],
    ]);
    expect(board(day).calls[0]?.callSeq).toBe(day.office.seq);
  });

  it('[B12] shows a ticket only where it was called last', () => {
    const day = aDay().opened(1, 2).issued('land').called(1).parked(1).closed(1).resumed('A001', 2).called(2);
    expect(rows(day)).toEqual([['A001', 2]]);
  });

  it('[B13] withdraws the call of who was transferred, cancelled or handed on', () => {
    const called = () => aDay().opened(1).issued('land').called(1);
    expect(rows(called().transferred(1, 'civil'))).toEqual([]);
    expect(rows(called().cancelled('A001', 1))).toEqual([]);
    expect(rows(called().closed(1))).toEqual([]);
  });

  it('[B14] shows the same twenty again after a call was undone', () => {
    const day = aDay().opened(1).issuedMany(22, 'land');
    for (let call = 0; call < 21; call += 1) day.called(1);
    const before = board(day).calls;
    expect(board(day.called(1).undone(1)).calls).toEqual(before);
  });

  it('[B15] does not show who has priority: the picture is the same, letter for letter', () => {
    const regular = aDay().opened(1, 2).issuedMany(3, 'land').called(1).recalled(1).called(2);
    const priority = aDay().opened(1, 2);
    for (let taken = 0; taken < 3; taken += 1) priority.issuedPriority('land').later(1000);
    priority.called(1).recalled(1).called(2);
    expect(JSON.stringify(board(priority))).toBe(JSON.stringify(board(regular)));
    expect(JSON.stringify(board(priority))).not.toMatch(/priority|effectiveAt|arrivedAt/);
  });
});

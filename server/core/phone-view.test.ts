import { describe, expect, it } from 'vitest';
import { phoneView } from './phone-view.ts';
import { aDay, type Day } from './testing/a-day.ts';

/** A handle that can be read in a test: the number, whispered. */
function picture(day: Day) {
  const { office, setup, now } = day;
  const numbers = new Map([...office.tickets.values()].map(({ id, number }) => [id, `h-${number}`]));
  return phoneView(office, setup, now, (ticket) => numbers.get(ticket) ?? 'h-?');
}

const groups = (day: Day) =>
  picture(day)
    .waiting.filter(({ handles }) => handles.length > 0)
    .map(({ service, handles }) => [service, ...handles]);

describe('phoneView', () => {
  it('lists everybody in the order of his line, under all services', () => {
    const day = aDay().issued('land').later(1000).issued('civil').later(1000).issuedPriority('land');
    const { office, setup, now } = day;
    expect(phoneView(office, setup, now, (id) => id)).toEqual({
      at: now,
      office: setup.office.name,
      timeZone: 'Asia/Ho_Chi_Minh',
      waiting: [
        { service: 'land', name: { vi: 'Đất đai', en: 'land' }, handles: [day.id('A002'), day.id('A001')] },
        { service: 'civil', name: { vi: 'Hộ tịch', en: 'civil' }, handles: [day.id('B001')] },
        { service: 'cards', name: { vi: 'Căn cước', en: 'cards' }, handles: [] },
        { service: 'results', name: { vi: 'Nhận kết quả', en: 'results' }, handles: [] },
      ],
      atCounters: [],
      aside: [],
    });
  });

  it('shows who is at a counter, with the number of the call on the board; a recall has a new one', () => {
    const day = aDay().opened(1, 2).issuedMany(2, 'land').called(1);
    const first = day.office.seq;
    day.called(2).started(2);
    const expected = (callSeq: number) => [
      { handle: 'h-A001', counter: 1, state: 'called', callSeq },
      { handle: 'h-A002', counter: 2, state: 'serving', callSeq: first + 1 },
    ];
    expect(picture(day).atCounters).toEqual(expected(first));
    expect(picture(day.recalled(1)).atCounters).toEqual(expected(first + 3));
  });

  it('shows who is set aside, and why', () => {
    const day = aDay().opened(1, 2).issuedMany(2, 'land').called(1).parked(1).calledInVain(2);
    expect(picture(day).aside).toEqual([
      { handle: 'h-A001', state: 'parked' },
      { handle: 'h-A002', state: 'absent' },
    ]);
    expect(picture(day).atCounters).toEqual([]);
  });

  it('has nobody in any list who has gone', () => {
    const day = aDay().opened(1).issuedMany(2, 'land').called(1).finished(1).cancelled('A002');
    expect(JSON.stringify(picture(day))).not.toContain('h-');
  });

  it('counts those bound to a counter there and not in the line of the service', () => {
    const day = aDay().opened(1).issuedMany(4, 'land').called(1).parked(1).called(1).parked(1);
    day.resumed('A002', 1).resumed('A001', 1);
    expect(groups(day)).toEqual([
      ['land', 'h-A003', 'h-A004'],
      ['land', 'h-A001', 'h-A002'],
    ]);
  });

  it('counts people of another service before one in a counter’s own line, without naming them', () => {
    const day = aDay().opened(1).issued('land').later(1000).issued('civil').later(1000).issued('land');
    day.called(1).parked(1).called(1).parked(1).called(1).parked(1);
    day.resumed('A001', 1).resumed('B001', 1).resumed('A002', 1);
    expect(groups(day)).toEqual([
      ['land', 'h-A001', '', 'h-A002'],
      ['civil', '', 'h-B001', ''],
    ]);
  });

  it('says nothing of numbers, priority or times: the picture is the same, letter for letter', () => {
    const regular = aDay().opened(1).issuedMany(3, 'land').called(1);
    const priority = aDay().opened(1);
    for (let taken = 0; taken < 3; taken += 1) priority.issuedPriority('land').later(1000);
    priority.called(1);
    const shown = ({ office, setup, now }: Day) => JSON.stringify(phoneView(office, setup, now, (id) => id));
    expect(shown(priority)).toBe(shown(regular));
    expect(shown(priority)).not.toMatch(/priority|effectiveAt|arrivedAt|A00/);
  });
});

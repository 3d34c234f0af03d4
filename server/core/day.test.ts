import { describe, expect, it } from 'vitest';
import { refuse } from './decision.ts';
import { aDay, Day } from './testing/a-day.ts';
import { aHall, clock, MONDAY, TUESDAY } from './testing/a-hall.ts';

const aNewHouse = () => new Day(aHall());

/** One ticket in every state a ticket can be in. */
function aFullHall(): Day {
  const day = aDay().opened(1, 2, 3).issuedMany(4, 'land').calledInVain(1).called(1).parked(1).called(1).called(2);
  return day.started(2).issued('civil');
}

describe('day:open', () => {
  it('[D1] opens the first day', () => {
    expect(aNewHouse().ask('house', 'day:open', { day: MONDAY })).toEqual({
      events: [{ type: 'day-opened', day: MONDAY }],
      answer: {},
    });
  });

  it('[D1] is refused while a day is open', () => {
    expect(aDay().ask('house', 'day:open', { day: TUESDAY })).toEqual(refuse('already-open'));
  });

  it.each([MONDAY, '2026-11-20'])('[D5] is refused for a day that is not later: %s after Monday', (day) => {
    expect(aDay().dayClosed().ask('house', 'day:open', { day })).toEqual(refuse('not-understood'));
  });

  it('[D1] begins with nobody in the hall, closed counters and an empty board', () => {
    const day = aFullHall().at('06:30', TUESDAY).houseLooked();
    const { seq, lastAt } = day.office;
    const fresh = aNewHouse().at('06:30', TUESDAY).houseLooked().office;
    expect(day.office).toEqual({ ...fresh, seq, lastAt });
  });
});

describe('day:close', () => {
  it('[D2] counts who waits, was called or is parked as expired, the absent as no-shows, who is being served as served', () => {
    const day = aFullHall();
    const outcomes = new Map([
      [day.id('A001'), 'no-show'],
      [day.id('A002'), 'expired'],
      [day.id('A003'), 'expired'],
      [day.id('A004'), 'served'],
      [day.id('B001'), 'expired'],
    ]);
    const decision = day.ask('manager', 'day:close');
    if (!('events' in decision)) throw new Error(decision.refusal);
    const told = decision.events.map((event) => ('outcome' in event ? [event.ticket, event.outcome] : event.type));
    expect(new Map(told.slice(0, -1) as [string, string][])).toEqual(outcomes);
    expect(told.at(-1)).toBe('day-closed');
  });

  it('[D2] leaves nobody in the hall, no counter open, no call on the board', () => {
    const { office } = aFullHall().dayClosed();
    expect([office.tickets.size, [...office.counters], office.board, office.dayState]).toEqual([0, [], [], 'closed']);
  });

  it('[D2] is refused when the day is closed', () => {
    expect(aDay().dayClosed().ask('manager', 'day:close')).toEqual(refuse('day-closed'));
    expect(aNewHouse().ask('house', 'day:close')).toEqual(refuse('day-closed'));
  });
});

describe('hours:extend', () => {
  it('[D4] holds the office open until midnight', () => {
    expect(aDay().at('17:10').ask('manager', 'hours:extend')).toEqual({
      events: [{ type: 'hours-extended', until: clock('00:00', TUESDAY) }],
      answer: {},
    });
  });

  it('[D4] opens a day again that was closed by mistake', () => {
    const day = aDay().at('10:00').dayClosed().extended().opened(1).issued('land').called(1);
    expect(day.current(1)).toBe('A001');
  });

  it('[D4] is refused while numbers are given anyway', () => {
    expect(aDay().at('09:00').ask('manager', 'hours:extend')).toEqual(refuse('already-open'));
    expect(aDay().at('18:00').extended().ask('manager', 'hours:extend')).toEqual(refuse('already-open'));
  });

  it('[D4] is refused before any day was opened', () => {
    expect(aNewHouse().ask('manager', 'hours:extend')).toEqual(refuse('out-of-service'));
  });
});

describe('what is due', () => {
  it('[D1] is a first day, when the house is new', () => {
    expect(aNewHouse().due()).toEqual({ name: 'day:open', input: { day: MONDAY }, at: clock('07:00') });
  });

  it('[D1] is a new day once the clock on the wall passes midnight, whatever the day is in UTC', () => {
    const day = aDay().dayClosed();
    expect(day.at('23:59').due()).toBeNull();
    expect(day.at('00:00', TUESDAY).due()).toMatchObject({ name: 'day:open', input: { day: TUESDAY } });
  });

  it('[D2] is the closing of the day when its time has come', () => {
    expect(aDay().at('17:29').due()).toBeNull();
    expect(aDay().at('17:30').due()).toEqual({ name: 'day:close', input: {}, at: clock('17:30') });
  });

  it('[D2] is the closing of a day that nobody closed, as of that day, before the new one opens', () => {
    const due = aDay().at('06:45', TUESDAY).due();
    expect(due).toMatchObject({ name: 'day:close', input: {} });
    expect(due && due.at < clock('00:00', TUESDAY)).toBe(true);
  });

  it('[D4] is nothing while the office is held open, and the closing at midnight', () => {
    const day = aDay().at('17:10').extended();
    expect(day.at('22:00').due()).toBeNull();
    expect(day.at('00:00', TUESDAY).due()).toMatchObject({ name: 'day:close' });
  });

  it('[D5] is nothing when the clock has gone back to an earlier day', () => {
    const day = aDay().dayClosed().at('07:00', TUESDAY).houseLooked();
    expect(day.at('23:00', MONDAY).due()).toBeNull();
  });
});

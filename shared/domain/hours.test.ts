import { describe, expect, it } from 'vitest';
import { MINUTE, minuteOfDay, momentOf } from './business-day.ts';
import { dayClosesAt, givesTickets, nextTicketsFrom, openMs, sessionAt, sessionsOf } from './hours.ts';
import type { Session } from './setup.ts';

const WEEK = [1, 2, 3, 4, 5];
const MONDAY = '2026-11-23';
const FRIDAY = '2026-11-27';
const SATURDAY = '2026-11-28';
const NEXT_MONDAY = '2026-11-30';

const morning: Session = {
  name: 'morning',
  weekdays: WEEK,
  ticketsFrom: '06:45',
  opens: '07:00',
  ticketsUntil: '10:45',
  closes: '11:00',
};
const afternoon: Session = {
  name: 'afternoon',
  weekdays: WEEK,
  ticketsFrom: '12:45',
  opens: '13:00',
  ticketsUntil: '16:45',
  closes: '17:00',
};
// Written in the wrong order on purpose.
const hours = { office: { timeZone: 'Asia/Ho_Chi_Minh' }, sessions: [afternoon, morning], dayCloses: '17:30' };

const at = (time: string, day = MONDAY) => momentOf(day, minuteOfDay(time), 'Asia/Ho_Chi_Minh');
const open = (from: string, to: string, extra: { from: number; until: number }[] = []) =>
  openMs(at(from), at(to), hours, extra) / MINUTE;

describe('sessionsOf', () => {
  it('[D3] gives the sessions of a weekday in the order of the clock', () => {
    expect(sessionsOf(MONDAY, hours)).toEqual([
      {
        session: morning,
        open: { from: at('07:00'), until: at('11:00') },
        tickets: { from: at('06:45'), until: at('10:45') },
      },
      {
        session: afternoon,
        open: { from: at('13:00'), until: at('17:00') },
        tickets: { from: at('12:45'), until: at('16:45') },
      },
    ]);
  });

  it('[D3] gives none on a day off', () => {
    expect(sessionsOf(SATURDAY, hours)).toEqual([]);
  });
});

describe('givesTickets', () => {
  it.each([
    ['06:44', false],
    ['06:45', true],
    ['10:44', true],
    ['10:45', false],
    ['12:45', true],
    ['16:45', false],
  ])('[D3] at %s: %s', (time, gives) => {
    expect(givesTickets(at(time), hours)).toBe(gives);
  });

  it('[D3] goes by the weekday in the office: Saturday morning there is still Friday evening in UTC', () => {
    expect(givesTickets(at('06:50', SATURDAY), hours)).toBe(false);
    expect(givesTickets(at('06:50', NEXT_MONDAY), hours)).toBe(true);
  });
});

describe('sessionAt', () => {
  it.each([
    ['05:00', morning],
    ['10:59', morning],
    ['11:00', afternoon],
    ['16:59', afternoon],
    ['17:00', null],
  ])('is at %s the session running or next to open', (time, session) => {
    expect(sessionAt(at(time), hours)).toEqual(session);
  });
});

describe('nextTicketsFrom', () => {
  it.each([
    ['05:00', MONDAY, at('06:45')],
    ['06:45', MONDAY, at('12:45')],
    ['12:00', MONDAY, at('12:45')],
    ['17:00', FRIDAY, at('06:45', NEXT_MONDAY)],
    ['12:00', SATURDAY, at('06:45', NEXT_MONDAY)],
  ])('[D3] after %s on %s', (time, day, next) => {
    expect(nextTicketsFrom(at(time, day), hours)).toBe(next);
  });

  it('[D3] is null when no session is near', () => {
    expect(nextTicketsFrom(at('08:00'), { ...hours, sessions: [] })).toBeNull();
  });
});

describe('dayClosesAt', () => {
  it('[D2] is the set time on the wall of the office', () => {
    expect(dayClosesAt(MONDAY, hours)).toBe(at('17:30'));
  });
});

describe('openMs', () => {
  it('[T1] counts the minutes between two moments within a session', () => {
    expect(open('08:00', '08:25')).toBe(25);
  });

  it('[T1] counts from the opening for who came before it', () => {
    expect(open('06:45', '07:10')).toBe(10);
    expect(open('06:45', '06:55')).toBe(0);
  });

  it('[T2] does not count the closed lunch hours', () => {
    expect(open('10:40', '13:15')).toBe(35);
    expect(open('11:15', '12:50')).toBe(0);
  });

  it('[T2] does not count on after closing', () => {
    expect(open('16:50', '17:25')).toBe(10);
  });

  it('[T2] counts the whole day as eight hours', () => {
    expect(open('00:00', '23:59')).toBe(480);
  });

  it('[T5] counts the time in which the manager held the office open, and none of it twice', () => {
    const held = [{ from: at('10:50'), until: at('12:00') }];
    expect(open('10:40', '13:15', held)).toBe(80 + 15);
    expect(open('10:40', '13:15', [...held, { from: at('11:30'), until: at('12:10') }])).toBe(90 + 15);
    expect(open('18:00', '19:00', [{ from: at('17:45'), until: at('23:59') }])).toBe(60);
  });

  it('[T1] is nothing when the end is not after the beginning', () => {
    expect([open('08:00', '08:00'), open('08:30', '08:00')]).toEqual([0, 0]);
  });
});

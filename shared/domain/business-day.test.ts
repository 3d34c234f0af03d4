import { describe, expect, it } from 'vitest';
import { businessDay, DAY, HOUR, minuteOfDay, momentOf, wallClock } from './business-day.ts';

/** In Vietnam; far west of it; with daylight saving; half an hour off the full hours. */
const ZONES = ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata'] as const;

/** Los Angeles changes on 8 March and 1 November, Berlin on 29 March and 25 October. */
const CLOCKS_CHANGE = [
  ['2026-03-07T00:00', '2026-03-10T00:00'],
  ['2026-03-28T00:00', '2026-03-31T00:00'],
  ['2026-10-24T00:00', '2026-11-03T00:00'],
] as const;

const utc = (text: string) => Date.parse(`${text}Z`);

describe('wallClock', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', { day: '2026-11-24', minute: 30, weekday: 2, text: '00:30' }],
    ['America/Los_Angeles', { day: '2026-11-23', minute: 570, weekday: 1, text: '09:30' }],
    ['Europe/Berlin', { day: '2026-11-23', minute: 1110, weekday: 1, text: '18:30' }],
    ['Asia/Kolkata', { day: '2026-11-23', minute: 1380, weekday: 1, text: '23:00' }],
  ])('[D8] shows at one and the same moment what the wall in %s shows', (zone, shown) => {
    expect(wallClock(utc('2026-11-23T17:30'), zone)).toEqual(shown);
  });

  it('[D8] shows midnight as 00:00, and counts Sunday as 7', () => {
    expect(wallClock(utc('2026-11-28T17:00'), 'Asia/Ho_Chi_Minh')).toEqual({
      day: '2026-11-29',
      minute: 0,
      weekday: 7,
      text: '00:00',
    });
  });

  it('throws for a time zone that does not exist', () => {
    expect(() => wallClock(0, 'Asia/Tan_Chau')).toThrow(RangeError);
  });
});

describe('businessDay', () => {
  it('[D8] changes at midnight in the office, not at midnight UTC', () => {
    const day = (text: string) => businessDay(utc(text), 'Asia/Ho_Chi_Minh');
    expect([day('2026-11-23T16:59:59.999'), day('2026-11-23T17:00'), day('2026-11-24T00:00')]).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-24',
    ]);
  });
});

describe('momentOf', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', '2026-11-23T00:30'],
    ['America/Los_Angeles', '2026-11-23T15:30'],
    ['Europe/Berlin', '2026-11-23T06:30'],
    ['Asia/Kolkata', '2026-11-23T02:00'],
  ])('[D8] finds when it is 07:30 in %s', (zone, moment) => {
    expect(momentOf('2026-11-23', 450, zone)).toBe(utc(moment));
  });

  it.each(ZONES)(
    '[D8] is the way back from the wall clock in %s, for every half hour, also where clocks change',
    (zone) => {
      const wrong: string[] = [];
      for (const [from, until] of CLOCKS_CHANGE) {
        for (let at = utc(from); at < utc(until); at += HOUR / 2) {
          const { day, minute, text } = wallClock(at, zone);
          // An hour that the clock shows twice is taken the first time.
          const isSecondTime = wallClock(at - HOUR, zone).text === text;
          if (momentOf(day, minute, zone) !== (isSecondTime ? at - HOUR : at)) wrong.push(`${day} ${text}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('[D8] knows that a day of the changed clock has 23 or 25 hours', () => {
    const length = (day: string) => momentOf(day, 24 * 60, 'Europe/Berlin') - momentOf(day, 0, 'Europe/Berlin');
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-10-26')]).toEqual([23 * HOUR, 25 * HOUR, DAY]);
  });

  it('[D8] counts on past midnight into the next day, month and year', () => {
    expect(momentOf('2026-12-31', 24 * 60, 'Asia/Ho_Chi_Minh')).toBe(utc('2026-12-31T17:00'));
  });
});

describe('minuteOfDay', () => {
  it.each([
    ['00:00', 0],
    ['07:30', 450],
    ['23:59', 1439],
  ])('reads %s as %i', (text, minute) => {
    expect(minuteOfDay(text)).toBe(minute);
  });
});

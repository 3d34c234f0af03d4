import { expect, it } from 'vitest';
import { DAY } from '#shared/domain/business-day.ts';
import { daysToDrop } from './retention-plan.ts';

const day = (ago: number) => new Date(Date.UTC(2026, 10, 23) - ago * DAY).toISOString().slice(0, 10);
/** Every day of so many, oldest first, today last. */
const days = (count: number) => Array.from({ length: count }, (_, index) => day(count - 1 - index));

it.each([
  ['nothing of a young office', days(40), 400, 0],
  ['nothing that is just old enough to stay', days(101), 100, 0],
  ['the days that are older than set', days(103), 100, 2],
  ['never the present day, however old the journal’s clock', [day(900)], 30, 0],
])('[R12] drops %s', (_what, journal, keepDays, dropped) => {
  expect(daysToDrop(journal, day(0), keepDays)).toBe(dropped);
});

it('[R12] leaves half as many business days as it is set to, when a clock that is years ahead calls all of them old', () => {
  const inTenYears = '2036-11-23';
  expect(daysToDrop(days(300), inTenYears, 400)).toBe(100);
  expect(daysToDrop(days(200), inTenYears, 400)).toBe(0);
});

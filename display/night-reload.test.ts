import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { type AtNight, loadAnew, mayLoadAnew } from './night-reload.ts';
import { sampleCall } from './sample-board.ts';

/** Two in the morning of a Tuesday in the office, of a page that was loaded on Monday. */
const TWO = Date.UTC(2026, 10, 23, 19);
const NIGHT: AtNight = {
  now: TWO,
  loadedAt: TWO - 18 * HOUR,
  timeZone: 'Asia/Ho_Chi_Minh',
  calls: [],
  isQuiet: true,
  isLive: true,
};
const may = (otherwise: Partial<AtNight>) => mayLoadAnew({ ...NIGHT, ...otherwise });

it('[B27] loads itself anew at night, and after that not before the next', () => {
  expect(may({})).toBe(true);
  expect(may({ loadedAt: TWO - MINUTE })).toBe(false);
  expect(may({ loadedAt: TWO - MINUTE, now: TWO + DAY })).toBe(true);
});

it('[B27] stays as it is while the office may be open, or people may be in the hall', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => {
    const now = TWO + (hour - 2) * HOUR;
    return may({ now, loadedAt: now - 2 * DAY });
  });
  expect(hours).toEqual([1, 2, 3, 4]);
});

it('[B27] stays as it is without the server, while anybody is called, and in the hour after', () => {
  expect(may({ isLive: false })).toBe(false);
  expect(may({ isQuiet: false })).toBe(false);
  expect(may({ calls: [sampleCall(11, 'A001', 3, TWO - 59 * MINUTE)] })).toBe(false);
  expect(may({ calls: [sampleCall(11, 'A001', 3, TWO - 61 * MINUTE)] })).toBe(true);
});

it.each([
  ['hands the page out', () => Promise.resolve(new Response('')), 1],
  ['is in trouble', () => Promise.resolve(new Response('', { status: 503 })), 0],
  ['is not there', () => Promise.reject(new TypeError('Failed to fetch')), 0],
])('[B27] asks for the page before it lets go of the one it has: the server %s', async (_how, fetch, times) => {
  let reloads = 0;
  const reload = () => {
    reloads += 1;
  };
  await loadAnew({ fetch, location: { href: 'http://hall/display/', reload } });
  expect(reloads).toBe(times);
});

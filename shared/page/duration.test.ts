import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { minutesText, stopwatch, wholeMinutes } from './duration.ts';
import { language } from './words/language.ts';

afterEach(() => {
  language.value = 'vi';
});

describe('how long something lasts', () => {
  it.each([
    [-5 * SECOND, 0],
    [59 * SECOND, 0],
    [MINUTE, 1],
    [15 * MINUTE + 59 * SECOND, 15],
  ])('%i ms are %i full minutes', (ms, minutes) => {
    expect(wholeMinutes(ms)).toBe(minutes);
  });

  it.each([
    [0, '< 1 phút', '< 1 min'],
    [1, '1 phút', '1 min'],
    [59, '59 phút', '59 min'],
    [60, '1 giờ 00', '1 h 00'],
    [125, '2 giờ 05', '2 h 05'],
  ])('%i minutes read in both languages, never broken over two lines', (minutes, vi, en) => {
    expect(minutesText(minutes)).toBe(vi.replaceAll(' ', '\u00a0'));
    language.value = 'en';
    expect(minutesText(minutes)).toBe(en.replaceAll(' ', '\u00a0'));
  });

  it.each([
    [-1, '00:00'],
    [7 * SECOND, '00:07'],
    [4 * MINUTE + 7 * SECOND, '04:07'],
    [64 * MINUTE + 7 * SECOND, '1:04:07'],
  ])('%i ms stand as %s on the stopwatch', (ms, text) => {
    expect(stopwatch(ms)).toBe(text);
  });
});

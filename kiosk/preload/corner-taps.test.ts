import { expect, it } from 'vitest';
import { cornerTaps } from './corner-taps.ts';

const taps = (...all: [x: number, y: number, atMs: number][]) => {
  const isDone = cornerTaps(() => ({ width: 1080, height: 1920 }));
  return all.map(([x, y, atMs]) => isDone({ x, y, atMs }));
};
const often = (count: number, everyMs: number) =>
  taps(...Array.from({ length: count }, (_, i): [number, number, number] => [10, 10, i * everyMs]));

it('is done with the fifth tap in the corner within three seconds, and begins anew', () => {
  expect(often(10, 500)).toEqual([false, false, false, false, true, false, false, false, false, true]);
  expect(often(5, 750)).toEqual([false, false, false, false, true]);
});

it('is not done by slow taps, however many', () => {
  expect(often(20, 751)).not.toContain(true);
});

it('is done by five quick ones after slow ones', () => {
  const slow: [number, number, number][] = [0, 5_000, 10_000].map((atMs) => [1, 1, atMs]);
  expect(taps(...slow, [1, 1, 10_100], [1, 1, 10_200], [1, 1, 10_300], [1, 1, 10_400]).at(-1)).toBe(true);
});

it('begins anew after a tap elsewhere', () => {
  const four = [0, 1, 2, 3].map((atMs): [number, number, number] => [86, 86, atMs]);
  expect(taps(...four, [87, 10, 4], [10, 10, 5])).not.toContain(true);
  expect(taps(...four, [10, 87, 4], [10, 10, 5])).not.toContain(true);
  expect(taps(...four, [86, 86, 4]).at(-1)).toBe(true);
});

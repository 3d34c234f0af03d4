import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { placeAt, SHIFT_PX } from './burn-in.ts';

const hour = Array.from({ length: 60 }, (_, minute) => placeAt(minute * MINUTE));

it('[B28] moves the picture now and then, evenly about its middle, and never farther than nobody sees', () => {
  expect(new Set(hour.map(String)).size).toBeGreaterThan(10);
  for (const [x, y] of hour) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(SHIFT_PX);
  const day = Array.from({ length: 24 * 60 }, (_, minute) => placeAt(minute * MINUTE));
  const middle = (axis: 0 | 1) => day.reduce((sum, place) => sum + place[axis], 0) / day.length;
  expect(Math.abs(middle(0))).toBeLessThan(0.5);
  expect(Math.abs(middle(1))).toBeLessThan(0.5);
});

it('[B28] moves by small steps, and stays where it is for minutes', () => {
  const steps = hour.slice(1).map(([x, y], index) => {
    const [px = 0, py = 0] = hour[index] ?? [];
    return Math.max(Math.abs(x - px), Math.abs(y - py));
  });
  expect(Math.max(...steps)).toBeLessThanOrEqual(SHIFT_PX);
  expect(steps.filter((step) => step > 0).length).toBeLessThanOrEqual(20);
  expect(placeAt(5 * HOUR)).toEqual(placeAt(5 * HOUR + MINUTE));
});

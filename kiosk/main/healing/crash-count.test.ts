import { expect, it } from 'vitest';
import { createCrashCount, WITHIN_MS } from './crash-count.ts';

function counting() {
  let now = 0;
  const broke = createCrashCount(() => now);
  return (afterMs: number) => {
    now += afterMs;
    return broke();
  };
}

it('says at the third crash in five minutes that it is enough, and then counts anew', () => {
  const brokeAfter = counting();
  expect([0, 1_000, 1_000, 1_000, 1_000, 1_000].map(brokeAfter)).toEqual([false, false, true, false, false, true]);
});

it('lets a page crash for ever at its leisure', () => {
  const brokeAfter = counting();
  const twiceInFive = Array.from({ length: 50 }, () => WITHIN_MS / 2);
  expect(twiceInFive.map(brokeAfter)).not.toContain(true);
});

it('forgets a crash after exactly five minutes', () => {
  const brokeAfter = counting();
  expect([0, 0, WITHIN_MS].map(brokeAfter)).toEqual([false, false, false]);
  const other = counting();
  expect([0, 0, WITHIN_MS - 1].map(other)).toEqual([false, false, true]);
});

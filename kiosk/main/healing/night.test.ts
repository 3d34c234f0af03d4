import { expect, it } from 'vitest';
import { createNight, QUIET_MS, SPREAD_MS } from './night.ts';

const HOUR = 3_600_000;

function aNight(share = 0) {
  let now = 0;
  const night = createNight(() => now, share);
  return {
    ...night,
    pass: (hours: number) => {
      now += hours * HOUR;
    },
  };
}

it('opens a page anew three quiet hours after the day, and then not again before the next night', () => {
  const night = aNight();
  night.heard(false);
  night.pass(18);
  night.heard(true);
  night.pass(2.9);
  expect(night.isDue()).toBe(false);
  night.pass(0.1);
  expect(night.isDue()).toBe(true);
  night.opened();
  night.heard(true);
  night.pass(19.9);
  expect(night.isDue()).toBe(false);
  night.pass(0.1);
  expect(night.isDue()).toBe(true);
});

it('leaves a page alone that was opened today, however quiet it is', () => {
  const night = aNight();
  night.heard(true);
  night.pass(QUIET_MS / HOUR);
  expect(night.isDue()).toBe(false);
});

it('waits for all of the quiet anew after one touch', () => {
  const night = aNight();
  night.pass(20);
  night.heard(true);
  night.pass(2.9);
  night.heard(false);
  night.heard(true);
  night.pass(0.2);
  expect(night.isDue()).toBe(false);
});

it('lasts over no lunch break', () => {
  const night = aNight();
  night.pass(24);
  night.heard(true);
  night.pass(2);
  expect(night.isDue()).toBe(false);
});

it('never opens a page that says nothing of itself', () => {
  const night = aNight();
  night.pass(1_000);
  expect(night.isDue()).toBe(false);
});

it('spreads the machines over two hours', () => {
  const [first, last] = [aNight(0), aNight(1)];
  for (const night of [first, last]) {
    night.pass(20);
    night.heard(true);
    night.pass(QUIET_MS / HOUR);
  }
  expect([first.isDue(), last.isDue()]).toEqual([true, false]);
  last.pass(SPREAD_MS / HOUR);
  expect(last.isDue()).toBe(true);
});

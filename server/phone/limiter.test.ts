import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aDay } from '#core/testing/a-day.ts';
import { createPhoneDesk } from './follow.ts';
import { ADDRESSES_KEPT, createLimiter } from './limiter.ts';

const aClock = () => {
  const clock = { at: 1_000_000, now: () => clock.at };
  return clock;
};

describe('look-ups of one address', () => {
  it('are thirty at once and no more', () => {
    const limiter = createLimiter({ clock: aClock() });
    const tries = Array.from({ length: 100 }, () => limiter.allows('10.0.0.7'));
    expect(tries.filter(Boolean)).toHaveLength(30);
    expect(tries.slice(0, 30).every(Boolean)).toBe(true);
  });

  it('are thirty a minute in the long run, however often it is tried', () => {
    const clock = aClock();
    const limiter = createLimiter({ clock });
    let allowed = 0;
    for (let second = 0; second < 600; second += 1) {
      for (let tried = 0; tried < 10; tried += 1) if (limiter.allows('10.0.0.7')) allowed += 1;
      clock.at += 1_000;
    }
    expect(allowed).toBeGreaterThan(300);
    expect(allowed).toBeLessThanOrEqual(330);
  });

  it('are allowed anew after a pause', () => {
    const clock = aClock();
    const limiter = createLimiter({ clock });
    while (limiter.allows('10.0.0.7'));
    clock.at += 2_000;
    expect([limiter.allows('10.0.0.7'), limiter.allows('10.0.0.7')]).toEqual([true, false]);
  });

  it('cost another address nothing', () => {
    const limiter = createLimiter({ clock: aClock() });
    while (limiter.allows('10.0.0.7'));
    expect(limiter.allows('10.0.0.8')).toBe(true);
  });

  it('are not refused for hours when the clock has been put back', () => {
    const clock = aClock();
    clock.at = 90_000_000;
    const limiter = createLimiter({ clock });
    while (limiter.allows('10.0.0.7'));
    clock.at -= 7_200_000;
    clock.at += 2_000;
    expect(limiter.allows('10.0.0.7')).toBe(false);
    clock.at += 2_000;
    expect(limiter.allows('10.0.0.7')).toBe(true);
  });

  it('take bounded memory', () => {
    const limiter = createLimiter({ clock: aClock() });
    for (let address = 0; address < ADDRESSES_KEPT + 500; address += 1) limiter.allows(`address ${address}`);
    expect(limiter.size).toBe(ADDRESSES_KEPT);
  });
});

it('ten thousand guesses find no slip, and a guesser gets no more answers than his thirty a minute', () => {
  const clock = aClock();
  const limiter = createLimiter({ clock });
  const day = aDay().issuedMany(900, 'land');
  const desk = createPhoneDesk({ key: randomBytes(32), clock });
  day.entries.forEach(desk.learn);
  let answered = 0;
  let found = 0;
  for (let guess = 0; guess < 10_000; guess += 1) {
    const token = randomBytes(16).toString('base64url');
    if (desk.follow(token)) found += 1;
    if (limiter.allows('10.0.0.66')) answered += 1;
    clock.at += 10; // a hundred a second
  }
  expect(found).toBe(0);
  expect(answered).toBeLessThanOrEqual(30 + 50);
});

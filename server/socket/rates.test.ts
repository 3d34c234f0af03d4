import { describe, expect, it } from 'vitest';
import { Bucket, RateKeeper, USUAL_LIMITS } from './rates.ts';

describe('[K12] a kiosk', () => {
  it('gives five numbers at once, then one every three seconds', () => {
    const clock = { at: 0 };
    const keeper = new RateKeeper(USUAL_LIMITS, () => clock.at);
    const taps = Array.from({ length: 500 }, () => keeper.mayTakeTicket('kiosk-1')).filter(Boolean);
    expect(taps).toHaveLength(5);
    clock.at += 2_999;
    expect(keeper.mayTakeTicket('kiosk-1')).toBe(false);
    clock.at += 1;
    expect([keeper.mayTakeTicket('kiosk-1'), keeper.mayTakeTicket('kiosk-1')]).toEqual([true, false]);
  });

  it('takes nothing from another', () => {
    const keeper = new RateKeeper(USUAL_LIMITS, () => 0);
    for (let i = 0; i < 500; i += 1) keeper.mayTakeTicket('kiosk-1');
    expect(keeper.mayTakeTicket('kiosk-2')).toBe(true);
  });
});

it('[A11] a flood is let through at the rate of its bucket, whatever it sends', () => {
  const clock = { at: 0 };
  const bucket = new Bucket({ perSecond: 20, burst: 40 }, () => clock.at);
  let through = 0;
  for (let i = 0; i < 100_000; i += 1) {
    clock.at += 0.1;
    if (bucket.take()) through += 1;
  }
  // Ten seconds: the burst, and twenty a second.
  expect(through).toBe(40 + 200 - 1);
});

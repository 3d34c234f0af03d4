import { expect, it } from 'vitest';
import { comingBack } from './coming-back.ts';

/** The earliest and the latest first try, ms. */
function firstTry(role: string): [number, number] {
  const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = comingBack(role);
  const most = Math.min(reconnectionDelay * (1 + randomizationFactor), reconnectionDelayMax);
  return [reconnectionDelay * (1 - randomizationFactor), most];
}

it('the pages of the hall are back at once, phones spread over five seconds', () => {
  for (const role of ['kiosk', 'display', 'counter', 'manager', 'start']) expect(firstTry(role)[1]).toBeLessThan(100);
  expect(firstTry('phone')).toEqual([0, 5_000]);
});

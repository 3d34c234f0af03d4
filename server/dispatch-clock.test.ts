import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { SmallHouse } from './testing/small-house.ts';

it('[D5] whoever comes after the clock was set back stands behind those who came before, also after a restart', () => {
  const house = new SmallHouse();
  const take = () => {
    house.press('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    const line = house.dispatcher.now().lines.get('dat-dai');
    return line?.take(9).map(({ number }) => number);
  };
  expect(take()).toEqual(['A001']);
  house.clock.at -= HOUR;
  expect(take()).toEqual(['A001', 'A002']);
  house.restart();
  house.clock.at += 5 * MINUTE;
  expect(take()).toEqual(['A001', 'A002', 'A003']);
});

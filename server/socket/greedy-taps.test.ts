import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { GreedyTaps } from './greedy-taps.ts';

it('[K12] tells of a kiosk for ten minutes after the last tap too many, and of each by itself', () => {
  const taps = new GreedyTaps();
  taps.note('one', 0);
  taps.note('two', 4 * MINUTE);
  taps.note('one', 5 * MINUTE);
  expect(taps.recent(5 * MINUTE)).toEqual([
    { place: 'one', at: 5 * MINUTE },
    { place: 'two', at: 4 * MINUTE },
  ]);
  expect(taps.recent(14 * MINUTE + SECOND)).toEqual([{ place: 'one', at: 5 * MINUTE }]);
  expect(taps.recent(16 * MINUTE)).toEqual([]);
});

import { expect, it } from 'vitest';
import { EXAMPLE_VIEWS } from '#counter/example-views.ts';
import { hallLines } from './hall-lines.ts';

const [base] = EXAMPLE_VIEWS.idle.services;
const line = (id: string, serves: 'own' | 'helps' | 'no', longestWaitMinutes: number | null) => {
  if (!base) throw new Error('The example has services.');
  return { ...base, id, serves, longestWaitMinutes, waiting: longestWaitMinutes === null ? 0 : 1 };
};

it('puts the own lines first, then those it helps with, and leaves each group as it comes', () => {
  const lines = hallLines([
    line('a', 'no', 1),
    line('b', 'helps', 2),
    line('c', 'own', 3),
    line('d', 'no', 4),
    line('e', 'own', 5),
  ]);
  expect(lines.map(({ id }) => id)).toEqual(['c', 'e', 'b', 'a', 'd']);
});

it('marks the line whose first waits longest; nobody, where nobody waits', () => {
  const lines = hallLines([line('a', 'own', 7), line('b', 'no', 31), line('c', 'no', null)]);
  expect(lines.map(({ isOldest }) => isOldest)).toEqual([false, true, false]);
  expect(hallLines([line('a', 'own', null)]).map(({ isOldest }) => isOldest)).toEqual([false]);
});

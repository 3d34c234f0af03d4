import { expect, it } from 'vitest';
import { busiest, MOST_SERVICES } from './waiting-strip.tsx';

const line = (service: string, waiting: number) => ({ service, prefix: 'A', short: service, waiting });

it('shows every service of a usual office, in its order', () => {
  const all = Array.from({ length: MOST_SERVICES }, (_, index) => line(`service-${index}`, index % 3));
  expect(busiest(all)).toEqual(all);
});

it('shows of too many those for which most people wait, in the order of the office', () => {
  const all = Array.from({ length: 40 }, (_, index) => line(`service-${index}`, index % 2 === 0 ? index : 0));
  const shown = busiest(all);
  expect(shown.map(({ waiting }) => waiting)).toEqual(
    Array.from({ length: MOST_SERVICES }, (_, index) => 8 + index * 2),
  );
});

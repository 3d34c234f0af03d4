import { expect, it } from 'vitest';
import { EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { type Assignment, assignmentOf, idsOf, leftAlone } from './assignment.ts';

const { busy, helpless } = EXAMPLE_HALLS;
const counter = (id: number, view: typeof busy | typeof helpless = busy) => {
  const found = view.counters.find((one) => one.id === id);
  if (!found) throw new Error(`The example has no counter ${id}.`);
  return found;
};

it('says of each service whether it is a counter’s own, one that it helps with, or none of its', () => {
  const eight = assignmentOf(counter(8, helpless), helpless);
  expect(eight.size).toBe(busy.services.length);
  expect([idsOf(eight, 'own'), idsOf(eight, 'helps')]).toEqual([['ho-tich', 'chung-thuc'], ['can-cuoc']]);
});

it('[S12] finds the services that no counter would do any more', () => {
  const eleven = assignmentOf(counter(11), busy);
  expect(leftAlone(eleven, 11, busy)).toEqual([]);
  const without: Assignment = new Map([...eleven].map(([id]) => [id, id === 'kinh-doanh' ? 'own' : 'no']));
  expect(leftAlone(without, 11, busy)).toEqual(['xay-dung', 'moi-truong']);
  // Another one that helps is enough.
  const others = busy.counters.map((one) => (one.id === 12 ? { ...one, helps: ['xay-dung'] } : one));
  expect(leftAlone(without, 11, { ...busy, counters: others })).toEqual(['moi-truong']);
});

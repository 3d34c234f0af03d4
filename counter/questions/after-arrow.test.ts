import { expect, it } from 'vitest';
import { afterArrow } from './after-arrow.ts';

const [first, second, third] = [{ number: 'A001' }, { number: 'A002' }, { number: 'A003' }];
const list = [first, second, third];

it.each([
  ['ArrowDown', first, second],
  ['ArrowDown', second, third],
  ['ArrowUp', third, second],
  ['ArrowUp', second, first],
] as const)('%s from %o leads to its neighbour %o', (key, from, to) => {
  expect(afterArrow(key, list, from)).toBe(to);
});

it('goes round both ends', () => {
  expect(afterArrow('ArrowDown', list, third)).toBe(first);
  expect(afterArrow('ArrowUp', list, first)).toBe(third);
});

it.each([undefined, { number: 'A001' }])('begins at the near end where nothing of the list is chosen (%o)', (from) => {
  expect(afterArrow('ArrowDown', list, from)).toBe(first);
  expect(afterArrow('ArrowUp', list, from)).toBe(third);
});

it('stays where the only one is', () => {
  expect([afterArrow('ArrowDown', [first], first), afterArrow('ArrowUp', [first], first)]).toEqual([first, first]);
});

it('leads nowhere in an empty list', () => {
  expect([afterArrow('ArrowDown', [], undefined), afterArrow('ArrowUp', [], undefined)]).toEqual([
    undefined,
    undefined,
  ]);
});

it.each(['ArrowLeft', 'ArrowRight', 'Enter', 'a', 'toString'])('leaves %s to others', (key) => {
  expect(afterArrow(key, list, second)).toBeUndefined();
});

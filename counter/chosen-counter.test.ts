import { expect, it } from 'vitest';
import { chosenCounter } from './chosen-counter.ts';

it.each([
  ['?counter=3', 3],
  ['?counter=128&x=1', 128],
  ['', null],
  ['?counter=', null],
  ['?counter=0', null],
  ['?counter=3a', null],
  ['?counter=-3', null],
  ['?counter=1000', null],
])('the address "%s" chooses counter %s', (search, counter) => {
  expect(chosenCounter(search)).toBe(counter);
});

import { describe, expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

describe('a number as a person types it', () => {
  it.each([
    ['A007', 'A007'],
    [' a7 ', 'A007'],
    ['b 012', 'B012'],
    ['C999', 'C999'],
    ['7', null],
    ['A0', null],
    ['A1000', null],
    ['AB1', null],
    ['Đ01', null],
    ['', null],
  ])('%j is %j', (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });
});

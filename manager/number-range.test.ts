import { describe, expect, it } from 'vitest';
import { inRange, readNumber, readRange } from './number-range.ts';

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

describe('[S10] a range as a person types it', () => {
  it.each([
    ['a3', 'a12', { from: 'A003', to: 'A012' }],
    ['a3', '', { from: 'A003', to: 'A003' }],
    ['a12', 'a3', null],
    ['a3', 'b4', null],
    ['', 'a3', null],
    ['a3', 'mười', null],
  ])('from %j to %j is %j', (from, to, range) => {
    expect(readRange(from, to)).toEqual(range);
  });

  it('holds both its ends', () => {
    expect(inRange(['A002', 'A003', 'A010', 'A011', 'B005'], { from: 'A003', to: 'A010' })).toEqual(['A003', 'A010']);
  });
});

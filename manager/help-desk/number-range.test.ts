import { describe, expect, it } from 'vitest';
import { inRange, readRange } from './number-range.ts';

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

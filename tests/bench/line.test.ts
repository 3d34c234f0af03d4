import { describe, expect, it } from 'vitest';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { holds, line, percentile } from './line.ts';
import { nextMicroseconds } from './next.ts';

describe('a line of the bench', () => {
  it.each([
    [9, 10, '≥ 0.85', true],
    [8, 10, '≥ 0.85', false],
    [11, 10, '≤ 1.1', true],
    [12, 10, '≤ 1.1', false],
    [12, 10, '', null],
  ])('%d to %d, wanted %s: %s', (ours, limit, target, verdict) => {
    expect(holds(line('x', ours, limit, 'ms', target))).toBe(verdict);
  });

  it('takes the middle and the tail of a list in any order', () => {
    const times = Array.from({ length: 100 }, (_, index) => (index * 37) % 100);
    expect([percentile(times, 0.5), percentile(times, 0.99), percentile([7], 0.99)]).toEqual([50, 99, 7]);
  });
});

it('the bench presses "next" as the rules want it: everyone is called, nobody refused', () => {
  expect(nextMicroseconds(sampleSetup(), 10)).toBeGreaterThan(0);
});

import { expect, it } from 'vitest';
import { waitLevel } from './wait-level.ts';

it.each([
  [null, 'none'],
  [0, 'good'],
  [15, 'good'],
  [16, 'long'],
  [30, 'long'],
  [31, 'too-long'],
  [240, 'too-long'],
] as const)('a longest wait of %s minutes is %s', (minutes, level) => {
  expect(waitLevel(minutes)).toBe(level);
});

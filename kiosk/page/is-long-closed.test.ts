import { expect, it } from 'vitest';
import { isLongClosed } from './is-long-closed.ts';

const HOUR = 3_600_000;

it.each([
  ['while numbers are given', { open: true, nextFrom: null }, false],
  ['in the evening', { open: false, nextFrom: 13 * HOUR }, true],
  ['at lunch', { open: false, nextFrom: 1.5 * HOUR }, false],
  ['two hours before the doors open', { open: false, nextFrom: 2 * HOUR }, false],
  ['when no session is near', { open: false, nextFrom: null }, true],
  ['before anything is known', null, false],
])('%s: %o %s', (_when, view, isLong) => {
  expect(isLongClosed(view, 0)).toBe(isLong);
});

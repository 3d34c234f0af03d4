import { expect, it } from 'vitest';
import { hoursOf } from './hours-of.ts';

it('tells open by the hours from held open outside them', () => {
  expect(hoursOf({ open: true, extendedUntil: null, at: 5 })).toBe('open');
  expect(hoursOf({ open: true, extendedUntil: 9, at: 5 })).toBe('extended');
  expect(hoursOf({ open: true, extendedUntil: 5, at: 5 })).toBe('open');
});

it('is closed whenever no numbers are given', () => {
  expect(hoursOf({ open: false, extendedUntil: 9, at: 5 })).toBe('closed');
});

import { expect, it } from 'vitest';
import { isMeantFor } from './touch-guard.ts';

it('[K11] takes a touch for the screen that had been there long enough to be seen when the finger came down', () => {
  expect(isMeantFor(1_000, 900, 500)).toBe(false);
  expect(isMeantFor(1_399, 900, 500)).toBe(false);
  expect(isMeantFor(1_400, 900, 500)).toBe(true);
});

it('[K11] does not take a finger that came down before the screen appeared', () => {
  expect(isMeantFor(800, 900, 500)).toBe(false);
});

import { expect, it } from 'vitest';
import { alikeLetters } from './alike-letters.ts';

it('[B31] names the letters of an office that are one sound: V with D and G in the South, D and G alone in the North', () => {
  expect(alikeLetters(['A', 'D', 'G', 'V'], 'vi-south').same).toEqual([['D', 'G', 'V']]);
  expect(alikeLetters(['A', 'D', 'G', 'V'], 'vi-north')).toEqual({ same: [['D', 'G']], near: [['D', 'G', 'V']] });
  expect(alikeLetters(['D', 'V'], 'vi-south').same).toEqual([['D', 'V']]);
});

it('[B31] names those that are easily mistaken apart from these', () => {
  expect(alikeLetters(['A', 'B', 'K', 'M', 'T', 'X'], 'vi-south')).toEqual({
    same: [],
    near: [
      ['B', 'T'],
      ['A', 'K'],
    ],
  });
});

it('[B31] is silent where every letter has a sound of its own', () => {
  expect(alikeLetters(['A', 'D', 'B', 'X', 'M'], 'vi-south')).toEqual({ same: [], near: [] });
});

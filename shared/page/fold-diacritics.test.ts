import { describe, expect, it } from 'vitest';
import { foldDiacritics, isFoundIn } from './fold-diacritics.ts';

describe('typing without diacritics', () => {
  it.each([
    ['Đất đai', 'dat dai'],
    ['Lao động – Xã hội', 'lao dong – xa hoi'],
    ['  Hộ   tịch ', 'ho tich'],
    // Typed letter by letter with combining marks, as some keyboards send it
    ['Hộ tịch'.normalize('NFD'), 'ho tich'],
    ['ƯU TIÊN', 'uu tien'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldDiacritics(text)).toBe(folded);
  });

  it.each([
    ['', 'Đất đai', true],
    ['dat', 'Đất đai', true],
    ['đất', 'Đất đai', true],
    ['lao xa', 'Lao động – Xã hội', true],
    ['xa lao', 'Lao động – Xã hội', true],
    ['bhyt', 'BHXH – BHYT', true],
    ['ai', 'Đất đai', false],
    ['dat x', 'Đất đai', false],
  ])('finds "%s" in %s: %s', (typed, text, isFound) => {
    expect(isFoundIn(typed, text)).toBe(isFound);
  });
});

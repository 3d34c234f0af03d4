import type { Tongue } from './voice-pack.ts';

/** One sound in every voice of that tongue: the committed clips are the same to the byte. */
const SAME: Readonly<Record<Tongue, readonly string[]>> = { 'vi-south': ['DGV'], 'vi-north': ['DG'], en: [] };
/** Told apart in a quiet room, mistaken in a full hall. */
const NEAR: Readonly<Record<Tongue, readonly string[]>> = {
  'vi-south': ['BPT', 'SX', 'AK'],
  'vi-north': ['DGV', 'BPT', 'SX', 'AK'],
  en: ['BDEGPTVZ', 'MN', 'FS', 'AJK'],
};

export type AlikeLetters = {
  /** Groups of the office's letters that nobody can tell apart by ear. */
  readonly same: readonly string[][];
  /** Groups that are easily mistaken. */
  readonly near: readonly string[][];
};

/** Which of an office's prefix letters are mistaken for one another when a pack of that tongue speaks them. */
export function alikeLetters(prefixes: readonly string[], tongue: Tongue): AlikeLetters {
  const present = (groups: readonly string[]) =>
    groups.map((group) => [...group].filter((letter) => prefixes.includes(letter))).filter(({ length }) => length > 1);
  const same = present(SAME[tongue]);
  const isToldAlready = (group: string[]) => same.some((one) => group.every((letter) => one.includes(letter)));
  return { same, near: present(NEAR[tongue]).filter((group) => !isToldAlready(group)) };
}

import { signal } from '@preact/signals';
import type { Bilingual } from '#shared/contract/bilingual.ts';

export type Language = keyof Bilingual;

/** The language that this page speaks now. */
export const language = signal<Language>('vi');

/**
 * Makes a page's words: every language must have every word, or it does not compile.
 * @returns a function that gives the words of the present language; read it while drawing
 */
export function createWords<W>(words: Record<Language, W>): () => W {
  return () => words[language.value];
}

/** One of a pair of texts, in the present language. */
export function inLanguage(text: Bilingual): string {
  return text[language.value];
}

import { numberWords, ticketWords } from './say-number.ts';
import { englishNumberWords, englishTicketWords } from './say-number-in-english.ts';
import type { Tongue } from './voice-pack.ts';

/** How numbers are said in each tongue. The wording around them is the office's (`wording` in its settings). */
export const TONGUES: Readonly<
  Record<
    Tongue,
    { readonly ticketWords: (number: string) => string[]; readonly counterWords: (counter: number) => string[] }
  >
> = {
  'vi-south': { ticketWords, counterWords: (counter) => numberWords(counter, 'south') },
  'vi-north': { ticketWords, counterWords: (counter) => numberWords(counter, 'north') },
  en: { ticketWords: englishTicketWords, counterWords: englishNumberWords },
};

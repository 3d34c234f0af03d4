import type { ClipWords } from './planned-clips.ts';

const PHRASES = {
  ticket: 'ticket',
  number: 'number',
  'please-go-to-counter': 'please go to counter',
  counter: 'counter',
} as const;

const WORDS = {
  zero: 'zero',
  one: 'one',
  two: 'two',
  three: 'three',
  four: 'four',
  five: 'five',
  six: 'six',
  seven: 'seven',
  eight: 'eight',
  nine: 'nine',
  ten: 'ten',
  eleven: 'eleven',
  twelve: 'twelve',
  thirteen: 'thirteen',
  fourteen: 'fourteen',
  fifteen: 'fifteen',
  sixteen: 'sixteen',
  seventeen: 'seventeen',
  eighteen: 'eighteen',
  nineteen: 'nineteen',
  twenty: 'twenty',
  thirty: 'thirty',
  forty: 'forty',
  fifty: 'fifty',
  sixty: 'sixty',
  seventy: 'seventy',
  eighty: 'eighty',
  ninety: 'ninety',
} as const;

// The speech program reads a capital that stands alone as the letter's name.
const LETTERS = Object.fromEntries([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [letter, letter]));

/** What an English pack holds, by clip: the words that each stands for and is spoken from. */
export const ENGLISH_CLIPS: ClipWords = { phrases: PHRASES, words: WORDS, letters: LETTERS };

import { describe, expect, it } from 'vitest';
import { englishNumberWords, englishTicketWords } from './say-number-in-english.ts';

describe('englishNumberWords', () => {
  it.each([
    [0, 'zero'],
    [1, 'one'],
    [9, 'nine'],
    [10, 'ten'],
    [11, 'eleven'],
    [12, 'twelve'],
    [13, 'thirteen'],
    [15, 'fifteen'],
    [19, 'nineteen'],
    [20, 'twenty'],
    [21, 'twenty one'],
    [30, 'thirty'],
    [40, 'forty'],
    [44, 'forty four'],
    [58, 'fifty eight'],
    [90, 'ninety'],
    [99, 'ninety nine'],
  ])('[B7] reads %i as "%s"', (value, words) => {
    expect(englishNumberWords(value).join(' ')).toBe(words);
  });

  it('[B7] reads every number up to 999 differently', () => {
    expect(new Set(Array.from({ length: 1000 }, (_, value) => englishNumberWords(value).join(' '))).size).toBe(1000);
  });

  it('reads digit by digit above 99', () => {
    expect(englishNumberWords(101)).toEqual(['one', 'zero', 'one']);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d', (value) => {
    expect(() => englishNumberWords(value)).toThrow(RangeError);
  });
});

describe('englishTicketWords', () => {
  it('[B7] reads a letter, then digit by digit', () => {
    expect(englishTicketWords('A005')).toEqual(['a', 'zero', 'zero', 'five']);
  });

  it('passes over what is neither letter nor digit', () => {
    expect(englishTicketWords('B-0 1')).toEqual(['b', 'zero', 'one']);
  });
});

import { describe, expect, it } from 'vitest';
import { numberWords, ticketWords } from './say-number.ts';

const IN_THE_SOUTH: readonly (readonly [number, string])[] = [
  [0, 'không'],
  [1, 'một'],
  [2, 'hai'],
  [3, 'ba'],
  [4, 'bốn'],
  [5, 'năm'],
  [6, 'sáu'],
  [7, 'bảy'],
  [8, 'tám'],
  [9, 'chín'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [19, 'mười chín'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [22, 'hai mươi hai'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [30, 'ba mươi'],
  [41, 'bốn mươi mốt'],
  [44, 'bốn mươi tư'],
  [55, 'năm mươi lăm'],
  [99, 'chín mươi chín'],
  [100, 'một trăm'],
  [101, 'một trăm lẻ một'],
  [104, 'một trăm lẻ bốn'],
  [105, 'một trăm lẻ năm'],
  [110, 'một trăm mười'],
  [111, 'một trăm mười một'],
  [114, 'một trăm mười bốn'],
  [115, 'một trăm mười lăm'],
  [120, 'một trăm hai mươi'],
  [121, 'một trăm hai mươi mốt'],
  [999, 'chín trăm chín mươi chín'],
];

describe('numberWords', () => {
  it.each(IN_THE_SOUTH)('[B7] reads %i as "%s"', (value, words) => {
    expect(numberWords(value, 'south').join(' ')).toBe(words);
  });

  it('[B7] says linh for the empty ten in the North', () => {
    expect(numberWords(101, 'north').join(' ')).toBe('một trăm linh một');
    expect(numberWords(121, 'north')).toEqual(numberWords(121, 'south'));
  });

  it('[B7] reads every number up to 999 differently', () => {
    const all = Array.from({ length: 1000 }, (_, value) => numberWords(value, 'south').join(' '));
    expect(new Set(all).size).toBe(1000);
  });

  it('reads digit by digit above 999', () => {
    expect(numberWords(1024, 'south')).toEqual(['một', 'không', 'hai', 'bốn']);
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d', (value) => {
    expect(() => numberWords(value, 'south')).toThrow(RangeError);
  });
});

describe('ticketWords', () => {
  it('[B7] reads a letter, then digit by digit', () => {
    expect(ticketWords('A007')).toEqual(['a', 'không', 'không', 'bảy']);
    expect(ticketWords('Z145')).toEqual(['z', 'một', 'bốn', 'năm']);
  });

  it('passes over what is neither letter nor digit', () => {
    expect(ticketWords('B-0 1')).toEqual(['b', 'không', 'một']);
  });
});

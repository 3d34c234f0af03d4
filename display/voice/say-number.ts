import type { Region } from './voice-pack.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const LARGEST_WORD = 999;

/**
 * The words of a ticket's number: its letter, then digit by digit, so that nobody has to hear "tám mươi tư" through a
 * crowd. `A007` is `a, không, không, bảy`. Anything but the letters A–Z and digits is passed over.
 */
export function ticketWords(number: string): string[] {
  return [...number.toLowerCase()].flatMap((sign) => (/[a-z]/.test(sign) ? [sign] : digitWords(sign)));
}

/**
 * The words of a counter's number, as it is counted in Vietnamese: after a ten 5 is *lăm*; after two or more tens 1 is
 * *mốt* and 4 is *tư*; an empty ten after a hundred is *lẻ* in the South, *linh* in the North. Above 999 it is read
 * digit by digit: better than a silent hall.
 *
 * @throws RangeError for a negative number or a fraction
 */
export function numberWords(value: number, region: Region): string[] {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not a number to be counted: ${value}`);
  if (value > LARGEST_WORD) return [...String(value)].flatMap(digitWords);
  if (value < 100) return belowHundred(value);
  const rest = value % 100;
  const hundreds = [...digitWord(Math.floor(value / 100)), 'trăm'];
  if (rest === 0) return hundreds;
  if (rest < 10) return [...hundreds, region === 'south' ? 'lẻ' : 'linh', ...digitWord(rest)];
  return [...hundreds, ...belowHundred(rest)];
}

function belowHundred(value: number): string[] {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  if (tens === 0) return digitWord(unit);
  const ten = tens === 1 ? ['mười'] : [...digitWord(tens), 'mươi'];
  return [...ten, ...unitAfterTens(unit, tens)];
}

function unitAfterTens(unit: number, tens: number): string[] {
  if (unit === 0) return [];
  if (unit === 5) return ['lăm'];
  if (tens >= 2 && unit === 1) return ['mốt'];
  if (tens >= 2 && unit === 4) return ['tư'];
  return digitWord(unit);
}

function digitWords(sign: string): string[] {
  return /[0-9]/.test(sign) ? digitWord(Number(sign)) : [];
}

function digitWord(digit: number): string[] {
  const word = DIGITS[digit];
  return word === undefined ? [] : [word];
}

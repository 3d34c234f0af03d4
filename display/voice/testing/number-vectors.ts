import type { Tongue } from '#display/voice/voice-pack.ts';

// For tests: how numbers are said, written down by hand of no function, so that a test can hold the functions against it.

const VIETNAMESE = `
  một, hai, ba, bốn, năm,
  sáu, bảy, tám, chín, mười,
  mười một, mười hai, mười ba, mười bốn, mười lăm,
  mười sáu, mười bảy, mười tám, mười chín, hai mươi,
  hai mươi mốt, hai mươi hai, hai mươi ba, hai mươi tư, hai mươi lăm,
  hai mươi sáu, hai mươi bảy, hai mươi tám, hai mươi chín, ba mươi,
  ba mươi mốt, ba mươi hai, ba mươi ba, ba mươi tư, ba mươi lăm,
  ba mươi sáu, ba mươi bảy, ba mươi tám, ba mươi chín, bốn mươi,
  bốn mươi mốt, bốn mươi hai, bốn mươi ba, bốn mươi tư, bốn mươi lăm,
  bốn mươi sáu, bốn mươi bảy, bốn mươi tám, bốn mươi chín, năm mươi,
  năm mươi mốt, năm mươi hai, năm mươi ba, năm mươi tư, năm mươi lăm,
  năm mươi sáu, năm mươi bảy, năm mươi tám, năm mươi chín, sáu mươi,
  sáu mươi mốt, sáu mươi hai, sáu mươi ba, sáu mươi tư, sáu mươi lăm,
  sáu mươi sáu, sáu mươi bảy, sáu mươi tám, sáu mươi chín, bảy mươi,
  bảy mươi mốt, bảy mươi hai, bảy mươi ba, bảy mươi tư, bảy mươi lăm,
  bảy mươi sáu, bảy mươi bảy, bảy mươi tám, bảy mươi chín, tám mươi,
  tám mươi mốt, tám mươi hai, tám mươi ba, tám mươi tư, tám mươi lăm,
  tám mươi sáu, tám mươi bảy, tám mươi tám, tám mươi chín, chín mươi,
  chín mươi mốt, chín mươi hai, chín mươi ba, chín mươi tư, chín mươi lăm,
  chín mươi sáu, chín mươi bảy, chín mươi tám, chín mươi chín
`;

const ENGLISH = `
  one, two, three, four, five,
  six, seven, eight, nine, ten,
  eleven, twelve, thirteen, fourteen, fifteen,
  sixteen, seventeen, eighteen, nineteen, twenty,
  twenty one, twenty two, twenty three, twenty four, twenty five,
  twenty six, twenty seven, twenty eight, twenty nine, thirty,
  thirty one, thirty two, thirty three, thirty four, thirty five,
  thirty six, thirty seven, thirty eight, thirty nine, forty,
  forty one, forty two, forty three, forty four, forty five,
  forty six, forty seven, forty eight, forty nine, fifty,
  fifty one, fifty two, fifty three, fifty four, fifty five,
  fifty six, fifty seven, fifty eight, fifty nine, sixty,
  sixty one, sixty two, sixty three, sixty four, sixty five,
  sixty six, sixty seven, sixty eight, sixty nine, seventy,
  seventy one, seventy two, seventy three, seventy four, seventy five,
  seventy six, seventy seven, seventy eight, seventy nine, eighty,
  eighty one, eighty two, eighty three, eighty four, eighty five,
  eighty six, eighty seven, eighty eight, eighty nine, ninety,
  ninety one, ninety two, ninety three, ninety four, ninety five,
  ninety six, ninety seven, ninety eight, ninety nine
`;

const VIETNAMESE_DIGITS = 'không, một, hai, ba, bốn, năm, sáu, bảy, tám, chín';
const ENGLISH_DIGITS = 'zero, one, two, three, four, five, six, seven, eight, nine';

/** The counters 1 to 99, in order. */
export const COUNTER_WORDS: Readonly<Record<Tongue, readonly string[]>> = {
  'vi-south': listed(VIETNAMESE),
  'vi-north': listed(VIETNAMESE),
  en: listed(ENGLISH),
};

/** The digits of a ticket's number, 0 to 9. */
export const DIGIT_WORDS: Readonly<Record<Tongue, readonly string[]>> = {
  'vi-south': listed(VIETNAMESE_DIGITS),
  'vi-north': listed(VIETNAMESE_DIGITS),
  en: listed(ENGLISH_DIGITS),
};

function listed(words: string): string[] {
  return words.split(',').map((word) => word.trim());
}

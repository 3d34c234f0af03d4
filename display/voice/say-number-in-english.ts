const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
const TEENS = [
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
] as const;
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

/** The words of a ticket's number in English: its letter, then digit by digit. `A005` is `a, zero, zero, five`. */
export function englishTicketWords(number: string): string[] {
  return [...number.toLowerCase()].flatMap((sign) => (/[a-z]/.test(sign) ? [sign] : digitWords(sign)));
}

/**
 * The words of a counter's number in English. Above 99 it is read digit by digit.
 *
 * @throws RangeError for a negative number or a fraction
 */
export function englishNumberWords(value: number): string[] {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`Not a number to be counted: ${value}`);
  if (value > 99) return [...String(value)].flatMap(digitWords);
  if (value < 10) return wordAt(DIGITS, value);
  if (value < 20) return wordAt(TEENS, value - 10);
  const unit = value % 10;
  return [...wordAt(TENS, Math.floor(value / 10) - 2), ...(unit === 0 ? [] : wordAt(DIGITS, unit))];
}

function digitWords(sign: string): string[] {
  return /[0-9]/.test(sign) ? wordAt(DIGITS, Number(sign)) : [];
}

function wordAt(words: readonly string[], index: number): string[] {
  const word = words[index];
  return word === undefined ? [] : [word];
}

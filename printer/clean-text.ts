/**
 * One form for each letter, and nothing but letters: control characters, escape sequences, zero-width and direction marks and
 * accents stacked upon accents are taken out. What the fonts of the slip do not have becomes a question mark, never a box.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\s+/gu, ' ')
      .replace(/\p{C}/gu, '')
      .normalize('NFC')
      // Composed, a Vietnamese letter has no mark of its own left: every mark that is still there was stacked on one.
      .replace(/\p{M}/gu, '')
      .replace(NOT_IN_THE_FONTS, '?')
      .replace(/ {2,}/gu, ' ')
      .trim()
  );
}

// Latin with the letters of Vietnamese, dashes, quotes, bullet, ellipsis, euro and đồng; a test finds each in every font.
const NOT_IN_THE_FONTS = /[^\u0020-\u007e\u00a1-\u00ffĂăĐđĨĩŨũ\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9–—‘’“”•…€₫]+/gu;

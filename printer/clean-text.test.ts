import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces, WEIGHTS } from './fonts.ts';
import { WIDTHS } from './golden-pictures.ts';
import { createRaster } from './raster.ts';
import { sampleSlip, VIETNAMESE_LETTERS } from './sample-slip.ts';
import type { SlipContent } from './slip.ts';
import { slipPicture } from './slip-picture.ts';

const typefaces = await loadTypefaces();
const raster = createRaster(typefaces);

/** Every character there is that a slip may be asked to print, half surrogates included. */
function everyCharacter(): string[] {
  return Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).concat([
    '\ud800',
    '😀',
    '漢',
    '\ufeff',
  ]);
}

const ZALGO = `Đ${'\u0300\u0336\u035b\u0489'.repeat(40)}ất đai`;
const HOSTILE: [name: string, text: string, shown: string][] = [
  ['a reset and a cut', 'Đất\u001b@\u001dV\u0000 đai', 'Đất@V đai'],
  ['a real-time question', 'Đất\u0010\u0004\u0001 đai', 'Đất đai'],
  ['a raster header', 'Đất đai\u001dv0\u0000\u0048\u0000\u0001\u0000', 'Đất đaiv0H'],
  ['a colour for a terminal', '\u001b[31mĐất đai\u009b0m', '[31mĐất đai0m'],
  ['writing turned round', '\u202eĐất\u202c \u2066đai\u2069\u200f', 'Đất đai'],
  ['accents upon accents', ZALGO, 'Đất đai'],
  ['nothing in between', 'Đ\u0000ấ\u200bt\u00ad đ\ufeffai', 'Đất đ ai'],
  ['lines of its own', 'Đất\r\n\u2028\t\u000b đai\u0085', 'Đất đai'],
  ['pictures', 'Đất 👨‍👩‍👧 đai 漢字', 'Đất ? đai ?'],
  ['half a character', 'Đất\ud83d đai', 'Đất đai'],
];

describe('[P13] a text that wants to be more than letters', () => {
  it.each(HOSTILE)('is only letters: %s', (_, text, shown) => {
    expect(cleanText(text)).toBe(shown);
  });

  it.each(HOSTILE)('[P13] changes nothing but the letters of its slip: %s', (_, text, shown) => {
    for (const width of WIDTHS) {
      const fields: (keyof SlipContent)[] = ['office', 'number', 'service', 'area', 'issuedAtText', 'code', 'footer'];
      for (const field of fields) {
        const bytes = encodeSlip(slipPicture(raster, sampleSlip({ [field]: text }), width));
        const plain = encodeSlip(slipPicture(raster, sampleSlip({ [field]: shown }), width));
        expect(Buffer.compare(bytes, plain)).toBe(0);
      }
    }
  });

  it('[P13] leaves nothing that a font has no glyph for, whatever character comes', () => {
    const left = everyCharacter().filter((character) => cleanText(character) !== '' && cleanText(character) !== '?');
    expect(left.length).toBeGreaterThan(250);
    for (const weight of WEIGHTS) {
      const missing = left.filter((character) =>
        typefaces[weight].shape(cleanText(character)).some(({ glyph }) => glyph === 0),
      );
      expect(missing).toEqual([]);
    }
  });

  it('[P5] keeps each letter of Vietnamese, composed or not', () => {
    expect(VIETNAMESE_LETTERS.map((letter) => cleanText(letter.normalize('NFD')))).toEqual(VIETNAMESE_LETTERS);
    expect(VIETNAMESE_LETTERS.map(cleanText)).toEqual(VIETNAMESE_LETTERS);
  });
});

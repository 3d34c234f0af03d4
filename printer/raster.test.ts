import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { loadTypefaces, WEIGHTS } from './fonts.ts';
import { createRaster } from './raster.ts';
import { sampleSlip, VIETNAMESE_LETTERS } from './sample-slip.ts';
import { layOutSlip, type SlipContent } from './slip.ts';

const typefaces = await loadTypefaces();
const raster = createRaster(typefaces);
const draw = (change: Partial<SlipContent>) => raster.paint(layOutSlip(sampleSlip(change), raster.measure));

/** First row with ink and the row after the last, between two rows. */
function inkBetween({ width, rows }: Bitmap, top: number, bottom: number): { from: number; to: number } {
  const stride = width / 8;
  const inked = Array.from({ length: bottom - top }, (_, index) => top + index).filter((row) =>
    rows.subarray(row * stride, (row + 1) * stride).some((byte) => byte !== 0),
  );
  return { from: inked[0] ?? bottom, to: (inked.at(-1) ?? bottom - 1) + 1 };
}

describe('Vietnamese', () => {
  it('has 146 letters', () => {
    expect(new Set(VIETNAMESE_LETTERS).size).toBe(146);
    expect(VIETNAMESE_LETTERS.every((letter) => [...letter].length === 1)).toBe(true);
  });

  it.each(WEIGHTS)('has a glyph for each of them in %s, composed or not', (weight) => {
    const missing = VIETNAMESE_LETTERS.flatMap((letter) => [letter, letter.normalize('NFD')]).filter((letter) =>
      typefaces[weight].shape(letter).some(({ glyph }) => glyph === 0),
    );
    expect(missing).toEqual([]);
  });

  it.each(WEIGHTS)('draws each of them with ink of its own in %s', (weight) => {
    const drawn = VIETNAMESE_LETTERS.map((letter) => {
      const style = { weight, sizeDots: 40 };
      const text = {
        text: letter,
        style,
        x: 4,
        widthDots: 56,
        baseline: 60,
        top: 0,
        bottom: 80,
        ink: 'black' as const,
      };
      return Buffer.from(raster.paint({ width: 64, height: 80, bars: [], texts: [text] }).rows).toString('base64');
    });
    expect(new Set(drawn).size).toBe(146);
  });

  it('[P5] is the same to the dot in NFC and NFD', () => {
    for (let from = 0; from < VIETNAMESE_LETTERS.length; from += 18) {
      const service = VIETNAMESE_LETTERS.slice(from, from + 18).join(' ');
      expect(draw({ service: service.normalize('NFD') })).toEqual(draw({ service }));
    }
  });
});

describe('dots', () => {
  it.each(['A001', 'M888', 'H147'])('draws %s at least 15 mm high', (number) => {
    const layout = layOutSlip(sampleSlip({ number }), raster.measure);
    const placed = layout.texts.find((text) => text.text === number);
    const { from, to } = inkBetween(raster.paint(layout), placed?.top ?? 0, placed?.bottom ?? 0);
    expect(to - from).toBeGreaterThanOrEqual(120);
  });

  it('keeps the ink of every line inside its box', () => {
    const layout = layOutSlip(sampleSlip({ service: 'ẪẤỘỢ gợy ẪẤỘỢ gợy ẪẤỘỢ gợy ẪẤỘỢ gợy' }), raster.measure);
    const bitmap = raster.paint(layout);
    const used = [
      ...layout.texts.map(({ top, bottom }) => ({ top, bottom })),
      ...layout.bars.map(({ y, height }) => ({ top: y, bottom: y + height })),
    ];
    const stride = bitmap.width / 8;
    for (let row = 0; row < bitmap.height; row++) {
      if (used.some(({ top, bottom }) => row >= top && row < bottom)) continue;
      expect(bitmap.rows.subarray(row * stride, (row + 1) * stride).every((byte) => byte === 0)).toBe(true);
    }
  });

  it('leaves letters of paper in the black badge', () => {
    const layout = layOutSlip(sampleSlip({ isReprint: true }), raster.measure);
    const badge = layout.bars.at(0);
    const textOnly = raster.paint({ ...layout, bars: [], texts: layout.texts.filter((text) => text.ink === 'paper') });
    const withBadge = raster.paint(layout);
    expect(badge?.height).toBeGreaterThan(30);
    expect(textOnly.rows.every((byte) => byte === 0)).toBe(true);
    const middle = ((badge?.y ?? 0) + 24) * (layout.width / 8);
    const row = withBadge.rows.subarray(middle, middle + layout.width / 8);
    expect(row).toContain(0xff);
    expect(row.some((byte) => byte !== 0xff && byte !== 0)).toBe(true);
  });
});

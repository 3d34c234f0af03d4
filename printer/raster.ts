import type { Bitmap } from './bitmap.ts';
import type { ShapedGlyph, Typeface, Typefaces } from './fonts.ts';
import type { PlacedText, SlipLayout } from './placed.ts';
import { type Spans, scanConvert } from './scan-converter.ts';
import type { Measure, TextStyle } from './typesetting.ts';

export type Raster = { measure: Measure; paint: (layout: SlipLayout) => Bitmap };

/** Turns layouts into dots with the given fonts, and tells the layout how wide a text will be. Keeps every glyph it has drawn. */
export function createRaster(typefaces: Typefaces): Raster {
  // Bounded by what the fonts hold times the sizes a slip uses: some hundred glyphs in practice.
  const drawn = new Map<string, Spans>();
  const spansOf = (typeface: Typeface, { weight, sizeDots }: TextStyle, glyph: number): Spans => {
    const key = `${weight} ${sizeDots} ${glyph}`;
    let spans = drawn.get(key);
    if (!spans) {
      spans = scanConvert(typeface.outline(glyph), sizeDots / typeface.unitsPerEm);
      drawn.set(key, spans);
    }
    return spans;
  };

  const paintText = (bitmap: Bitmap, { text, style, x, baseline, ink }: PlacedText) => {
    const typeface = typefaces[style.weight];
    const scale = style.sizeDots / typeface.unitsPerEm;
    let pen = x;
    for (const glyph of typeface.shape(text)) {
      // Whole dots only: a letter looks the same wherever it stands, and half a dot is 0.06 mm.
      const left = Math.round(pen + glyph.xOffset * scale);
      const base = baseline - Math.round(glyph.yOffset * scale);
      fillSpans(bitmap, spansOf(typeface, style, glyph.glyph), left, base, ink);
      pen += advance(glyph, style, scale);
    }
  };

  return {
    measure: (text, style) => {
      const typeface = typefaces[style.weight];
      const scale = style.sizeDots / typeface.unitsPerEm;
      const width = typeface.shape(text).reduce((sum, glyph) => sum + advance(glyph, style, scale), 0);
      return Math.max(0, width - (style.trackingDots ?? 0));
    },
    paint: ({ width, height, bars, texts }) => {
      const bitmap: Bitmap = { width, height, rows: new Uint8Array((width / 8) * height) };
      for (const bar of bars)
        for (let y = bar.y; y < bar.y + bar.height; y++) fillRow(bitmap, y, bar.x, bar.x + bar.width, 'black');
      for (const text of texts) paintText(bitmap, text);
      return bitmap;
    },
  };
}

function advance({ xAdvance }: ShapedGlyph, { trackingDots = 0 }: TextStyle, scale: number): number {
  // A combining mark has no width of its own and is not tracked away from its letter.
  return xAdvance === 0 ? 0 : xAdvance * scale + trackingDots;
}

function fillSpans(bitmap: Bitmap, spans: Spans, left: number, base: number, ink: PlacedText['ink']): void {
  for (let index = 0; index < spans.length; index += 3) {
    const [y = 0, from = 0, to = 0] = [spans[index], spans[index + 1], spans[index + 2]];
    fillRow(bitmap, base + y, left + from, left + to, ink);
  }
}

/** Fills the dots `from` up to but not `to` of one row; what lies outside the picture is left out. */
function fillRow({ width, height, rows }: Bitmap, y: number, from: number, to: number, ink: PlacedText['ink']): void {
  const start = Math.max(0, from);
  const end = Math.min(width, to);
  if (y < 0 || y >= height || start >= end) return;
  const row = y * (width / 8);
  for (let byte = start >> 3; byte <= (end - 1) >> 3; byte++) {
    const first = Math.max(start - byte * 8, 0);
    const last = Math.min(end - byte * 8, 8);
    const mask = (0xff >> first) & (0xff << (8 - last));
    const before = rows[row + byte] ?? 0;
    rows[row + byte] = ink === 'black' ? before | mask : before & ~mask;
  }
}

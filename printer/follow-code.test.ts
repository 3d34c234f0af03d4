import readCode from 'jsqr';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import { WIDTHS } from './golden-pictures.ts';
import { PAPER_LAYOUTS, type PaperWidthMm } from './paper-layouts.ts';
import type { SlipLayout } from './placed.ts';
import { createRaster } from './raster.ts';
import { LONGEST_SLIP, SAMPLE_FOLLOW, SAMPLE_SERVICES, sampleSlip } from './sample-slip.ts';
import { layOutSlip, type SlipContent } from './slip.ts';
import { VirtualPaper } from './virtual-paper.ts';

const raster = createRaster(await loadTypefaces());
const layOut = (change: Partial<SlipContent> = {}, width: PaperWidthMm = 80) =>
  layOutSlip(sampleSlip({ follow: SAMPLE_FOLLOW, ...change }), raster.measure, width);

/** The slip as it comes out of the printer. */
function paperOf(change: Partial<SlipContent> = {}, width: PaperWidthMm = 80): Bitmap {
  const papers: Bitmap[] = [];
  const { widthDots } = PAPER_LAYOUTS[width];
  const printer = new VirtualPaper({ widthDots, onPaper: (paper) => papers.push(paper), answer: () => undefined });
  printer.take(encodeSlip(raster.paint(layOut(change, width))));
  const [paper] = papers;
  if (!paper) throw new Error('No paper came out.');
  return paper;
}

/** Every black dot blackens its eight neighbours, as a hot head on soft paper does. */
function bled({ width, height, rows }: Bitmap): Bitmap {
  const wet = { width, height, rows: new Uint8Array(rows.length) };
  const stride = width / 8;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (!isBlack({ width, height, rows }, x, y)) continue;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1)
        for (let dot = Math.max(0, x - 1); dot <= Math.min(width - 1, x + 1); dot += 1) {
          const at = row * stride + (dot >> 3);
          wet.rows[at] = (wet.rows[at] ?? 0) | (0x80 >> (dot & 7));
        }
    }
  return wet;
}

function isBlack({ width, rows }: Bitmap, x: number, y: number): boolean {
  return ((rows[y * (width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** The part of the paper that a phone held over the code sees: its whole width, and some millimetres above and below the code. */
function framed({ width, rows, height }: Bitmap, { bars }: SlipLayout, aroundMm: number): Bitmap {
  const modules = bars.filter((bar) => bar.height >= 5 && bar.height <= 6);
  const top = Math.max(0, Math.min(...modules.map(({ y }) => y)) - aroundMm * 8);
  const bottom = Math.min(height, Math.max(...modules.map((bar) => bar.y + bar.height)) + aroundMm * 8);
  return { width, height: bottom - top, rows: rows.slice((top * width) / 8, (bottom * width) / 8) };
}

/** What a phone reads from a picture; null: nothing. */
function readFrom(paper: Bitmap): string | null {
  const { width, height } = paper;
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isBlack(paper, x, y)) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  // In this package's types the function is a property of itself.
  return readCode.default(pixels, width, height)?.data ?? null;
}

describe('the code on the slip', () => {
  it.each(WIDTHS)('[P14] is read from %i mm paper, also when every dot has bled into its neighbours', (width) => {
    const ward = 'https://tiep-nhan.trung-tam.phuong-tan-chau.angiang.gov.vn/t/kJ3xW0q_Zt5Yb7-NfRu2Lw';
    for (const follow of [SAMPLE_FOLLOW, 'http://10.0.0.2/t/AAAAAAAAAAAAAAAAAAAAAA', ward])
      for (const change of [{}, LONGEST_SLIP]) {
        const paper = paperOf({ ...change, follow }, width);
        const layout = layOut({ ...change, follow }, width);
        for (const around of [2, 6, 12]) {
          expect(readFrom(framed(paper, layout, around))).toBe(follow);
          expect(readFrom(framed(bled(paper), layout, around))).toBe(follow);
        }
      }
  });

  it('is read from the whole 80 mm slip, however much else stands on it', () => {
    for (const change of [{}, LONGEST_SLIP]) expect(readFrom(bled(paperOf(change)))).toBe(SAMPLE_FOLLOW);
  });

  it.each(WIDTHS)('has white all round that nothing prints into, on %i mm', (width) => {
    const layout = layOut({}, width);
    const modules = layout.bars.filter(({ height }) => height === 5);
    const left = Math.min(...modules.map(({ x }) => x));
    const top = Math.min(...modules.map(({ y }) => y));
    const size = Math.max(...modules.map(({ y }) => y)) + 5 - top;
    const paper = paperOf({}, width);
    const strayDots = [];
    for (let y = top - 18; y < top + size + 18; y += 1)
      for (let x = left - 20; x < left + size + 20; x += 1) {
        const isInside = x >= left && x < left + size && y >= top && y < top + size;
        if (!isInside && isBlack(paper, x, y)) strayDots.push([x, y]);
      }
    expect(size / 5).toBe(33);
    expect(strayDots).toEqual([]);
  });

  it('is left out where phones have no way in, and when the address is too long to be read', () => {
    const without = layOut({ follow: null });
    expect(layOut({ follow: `http://10.0.0.2/${'x'.repeat(100)}` })).toEqual(without);
    expect(without.texts.map(({ text }) => text).join(' ')).not.toContain('Quét');
    expect(layOut().texts.map(({ text }) => text)).toContain('Quét để theo dõi lượt');
  });

  it.each(SAMPLE_SERVICES)('fits on 120 mm under %s, clear of every text', (service) => {
    const layout = layOut({ service, isReprint: true, counters: [1, 2, 3, 4] });
    expect(layout.height / 8).toBeLessThanOrEqual(120);
    const modules = layout.bars.filter(({ height }) => height === 5);
    const bottom = Math.max(...modules.map(({ y }) => y + 5));
    const [left, right] = [
      Math.min(...modules.map(({ x }) => x)),
      Math.max(...modules.map((bar) => bar.x + bar.width)),
    ];
    const inTheWay = layout.texts.filter(
      (text) =>
        text.x < right + 15 && text.x + text.widthDots > left && text.bottom > bottom - 165 && text.top < bottom,
    );
    expect(inTheWay).toEqual([]);
    expect(layout.texts.filter((text) => text.x + text.widthDots > layout.width - 16)).toEqual([]);
  });
});

import readCode from 'jsqr';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import { createRaster } from './raster.ts';
import { SAMPLE_FOLLOW, SAMPLE_SERVICES, sampleSlip } from './sample-slip.ts';
import { layOutSlip, type SlipContent } from './slip.ts';
import { VirtualPaper } from './virtual-paper.ts';

const raster = createRaster(await loadTypefaces());
const layOut = (change: Partial<SlipContent> = {}) =>
  layOutSlip(sampleSlip({ follow: SAMPLE_FOLLOW, ...change }), raster.measure);

/** The slip as it comes out of the printer. */
function paperOf(change: Partial<SlipContent> = {}): Bitmap {
  const papers: Bitmap[] = [];
  const printer = new VirtualPaper({ widthDots: 576, onPaper: (paper) => papers.push(paper), answer: () => undefined });
  printer.take(encodeSlip(raster.paint(layOut(change))));
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

/** What a phone reads from the whole slip; null: nothing. */
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
  it('is read from the paper, and also when every dot has bled into its neighbours', () => {
    const paper = paperOf();
    expect(readFrom(paper)).toBe(SAMPLE_FOLLOW);
    expect(readFrom(bled(paper))).toBe(SAMPLE_FOLLOW);
  });

  it.each([
    'http://10.0.0.2/t/AAAAAAAAAAAAAAAAAAAAAA',
    'https://tiep-nhan.trung-tam.phuong-tan-chau.angiang.gov.vn/t/kJ3xW0q_Zt5Yb7-NfRu2Lw',
  ])('is read for %s', (follow) => {
    expect(readFrom(bled(paperOf({ follow })))).toBe(follow);
  });

  it('has white all round that nothing prints into', () => {
    const layout = layOut();
    const modules = layout.bars.filter(({ height }) => height === 5);
    const left = Math.min(...modules.map(({ x }) => x));
    const top = Math.min(...modules.map(({ y }) => y));
    const size = Math.max(...modules.map(({ y }) => y)) + 5 - top;
    const paper = paperOf();
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

import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import { WIDTHS } from './golden-pictures.ts';
import { createRaster } from './raster.ts';
import { LONGEST_SLIP, SAMPLE_FOLLOW, SAMPLE_SERVICES, sampleSlip } from './sample-slip.ts';
import { paintJob } from './second-painter.ts';
import { slipPicture } from './slip-picture.ts';
import { VirtualPaper } from './virtual-paper.ts';

const raster = createRaster(await loadTypefaces());

function printed(
  bytes: Uint8Array,
  widthDots = 576,
): { papers: Bitmap[]; answers: number[]; stray: readonly number[] } {
  const papers: Bitmap[] = [];
  const answers: number[] = [];
  const paper = new VirtualPaper({
    widthDots,
    onPaper: (bitmap) => papers.push(bitmap),
    answer: (answer) => answers.push(...answer),
  });
  // One byte at a time: a command is understood however the network cuts it up.
  for (const byte of bytes) paper.take([byte]);
  return { papers, answers, stray: paper.strayBytes };
}

/** Black where the row is listed, over the whole width. */
function stripes(height: number, black: number[]): Bitmap {
  const rows = new Uint8Array(72 * height);
  for (const row of black) rows.fill(0xff, row * 72, (row + 1) * 72);
  return { width: 576, height, rows };
}

describe('the bytes of a slip', () => {
  it('begin with reset and status, end with cut and the request to confirm', () => {
    const bytes = Buffer.from(encodeSlip(stripes(1, [0]))).toString('hex');
    const row = 'ff'.repeat(72);
    expect(bytes).toBe(`1b40 1d610e 1d50cbcb 1d763000 4800 0100 ${row} 1d564200 1d7201`.replaceAll(' ', ''));
  });

  it.each(WIDTHS)('[P14] paint every slip bit for bit on another decoder, on %i mm', (width) => {
    for (const service of SAMPLE_SERVICES) {
      const slip = sampleSlip({ service, isReprint: true, follow: SAMPLE_FOLLOW });
      const bitmap = slipPicture(raster, slip, width);
      const { papers, stray } = printed(encodeSlip(bitmap), bitmap.width);
      expect(stray).toEqual([]);
      expect(papers).toHaveLength(1);
      expect(papers[0]?.height).toBe(bitmap.height);
      expect(Buffer.compare(papers[0]?.rows ?? new Uint8Array(), bitmap.rows)).toBe(0);
    }
  });

  it.each(WIDTHS)('[P14] paint the same dots on a second painter, as rows and as columns, on %i mm', (width) => {
    for (const slip of [sampleSlip(), LONGEST_SLIP]) {
      const bitmap = slipPicture(raster, slip, width);
      for (const command of ['rows', 'columns'] as const) {
        const { papers, stray } = paintJob(encodeSlip(bitmap, command), bitmap.width);
        expect(stray).toEqual([]);
        expect(papers).toHaveLength(1);
        const { height, rows } = papers[0] ?? bitmap;
        expect(Buffer.compare(rows.subarray(0, bitmap.rows.length), bitmap.rows)).toBe(0);
        // Columns come 24 rows at a time: the last of them end in white.
        expect(height - bitmap.height).toBe(command === 'rows' ? 0 : (24 - (bitmap.height % 24)) % 24);
        expect(rows.subarray(bitmap.rows.length).every((byte) => byte === 0)).toBe(true);
      }
    }
  });

  it.each([
    ['nothing at all', stripes(300, [])],
    ['one row in a long white', stripes(900, [600])],
    ['gaps around the shortest skipped', stripes(60, [7, 15, 24, 34])],
    ['black from edge to edge', stripes(517, [...Array(517).keys()])],
  ])('keep the length and the place of %s', (_, bitmap) => {
    const { papers } = printed(encodeSlip(bitmap));
    expect(papers[0]?.height).toBe(bitmap.height);
    expect(Buffer.compare(papers[0]?.rows ?? new Uint8Array(), bitmap.rows)).toBe(0);
  });

  it('come in bands of at most 128 rows', () => {
    const bytes = Buffer.from(encodeSlip(stripes(300, [...Array(300).keys()])));
    const heights: number[] = [];
    for (let at = bytes.indexOf('1d763000', 0, 'hex'); at >= 0; at = bytes.indexOf('1d763000', at + 8, 'hex')) {
      heights.push(bytes.readUInt16LE(at + 6));
    }
    expect(heights).toEqual([128, 128, 44]);
  });

  it('skip the white: fewer bytes than dots', () => {
    const bitmap = slipPicture(raster, sampleSlip(), 80);
    expect(encodeSlip(bitmap).length).toBeLessThan(bitmap.rows.length * 0.8);
  });

  it('are answered with the state and the paper sensor', () => {
    expect(printed(encodeSlip(stripes(1, [0]))).answers).toEqual([0x10, 0, 0, 0, 0]);
  });
});

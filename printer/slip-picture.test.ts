import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import { WIDTHS } from './golden-pictures.ts';
import { PAPER_LAYOUTS } from './paper-layouts.ts';
import { createRaster } from './raster.ts';
import { LONGEST_SLIP, sampleSlip } from './sample-slip.ts';
import { createSlipPreview, slipPicture } from './slip-picture.ts';
import { VirtualPaper } from './virtual-paper.ts';

describe('the preview', () => {
  it.each(WIDTHS)('[P14] is the paper that comes out, dot for dot, on %i mm', async (width) => {
    const raster = createRaster(await loadTypefaces());
    const preview = await createSlipPreview();
    for (const slip of [sampleSlip(), LONGEST_SLIP]) {
      const shown = PNG.sync.read(Buffer.from(preview(slip, width)));
      expect(shown.width).toBe(PAPER_LAYOUTS[width].widthDots);
      const printed: string[] = [];
      const paper = new VirtualPaper({
        widthDots: shown.width,
        onPaper: ({ width: dots, height, rows }) => {
          const isBlack = (dot: number) => ((rows[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
          for (let dot = 0; dot < dots * height; dot++) printed.push(isBlack(dot) ? '#' : '.');
        },
        answer: () => undefined,
      });
      paper.take(encodeSlip(slipPicture(raster, slip, width)));
      const dots = Array.from({ length: shown.width * shown.height }, (_, dot) =>
        shown.data[dot * 4] === 0 ? '#' : '.',
      );
      expect(dots.includes('#')).toBe(true);
      expect(printed.join('') === dots.join('')).toBe(true);
    }
  });

  it('is the same picture whenever it is asked for', async () => {
    const [one, other] = [await createSlipPreview(), await createSlipPreview()];
    one(LONGEST_SLIP, 58);
    expect(Buffer.compare(one(sampleSlip(), 80), other(sampleSlip(), 80))).toBe(0);
  });
});

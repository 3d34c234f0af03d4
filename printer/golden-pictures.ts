import type { Bitmap } from './bitmap.ts';
import { PAPER_LAYOUTS, type PaperWidthMm } from './paper-layouts.ts';
import { type PlacedText, placeLines } from './placed.ts';
import type { Raster } from './raster.ts';
import { LONGEST_SLIP, SAMPLE_FOLLOW, SAMPLE_SERVICES, sampleSlip, VIETNAMESE_LETTERS } from './sample-slip.ts';
import { slipPicture } from './slip-picture.ts';
import { setParagraph, wordsOf } from './typesetting.ts';

/** The papers there are. */
export const WIDTHS: readonly PaperWidthMm[] = [80, 58];

const SLIPS_ABREAST = 4;
const LETTERS_IN_LINE = 12;

/** What is kept in `golden/`, by file name: a slip with everything on it, the longest one, every service, every letter. */
export function goldenPictures(raster: Raster): Record<string, Bitmap> {
  const all: Record<string, Bitmap> = {};
  for (const width of WIDTHS) {
    const service = 'Đăng ký thế chấp quyền sử dụng đất';
    const full = sampleSlip({ service, area: 'Khu A, tầng 1', isReprint: true, follow: SAMPLE_FOLLOW });
    all[`slip-${width}`] = slipPicture(raster, full, width);
    all[`longest-${width}`] = slipPicture(raster, LONGEST_SLIP, width);
    const services = SAMPLE_SERVICES.map((name) => slipPicture(raster, sampleSlip({ service: name }), width));
    all[`services-${width}`] = sheetOf(services);
    all[`letters-${width}`] = letterSheet(raster, width);
  }
  return all;
}

/** Every letter in the largest and the smallest size that services, labels and footers have on this paper. */
export function letterSheet({ paint, measure }: Raster, widthMm: PaperWidthMm): Bitmap {
  const { widthDots, margin, rows } = PAPER_LAYOUTS[widthMm];
  const texts: PlacedText[] = [];
  let top = 0;
  for (const row of rows) {
    if (row.what !== 'service' && row.what !== 'footer') continue;
    for (let from = 0; from < VIETNAMESE_LETTERS.length; from += LETTERS_IN_LINE) {
      const words = wordsOf(VIETNAMESE_LETTERS.slice(from, from + LETTERS_IN_LINE).join(' '), row.style);
      const maxDots = widthDots - 2 * margin;
      const lines = setParagraph({ words, maxDots, maxLines: 1, measure });
      const placed = placeLines(lines, { left: margin, width: maxDots, top, align: 'left' });
      texts.push(...placed.texts);
      top = placed.bottom;
    }
  }
  return paint({ width: widthDots, height: top, bars: [], texts });
}

/** Slips laid out on a table, a few abreast. */
function sheetOf(slips: readonly Bitmap[]): Bitmap {
  const stride = (slips[0]?.width ?? 0) / 8;
  const cellHeight = Math.max(0, ...slips.map(({ height }) => height));
  const width = stride * 8 * SLIPS_ABREAST;
  const height = cellHeight * Math.ceil(slips.length / SLIPS_ABREAST);
  const rows = new Uint8Array((width / 8) * height);
  slips.forEach((slip, index) => {
    const top = Math.floor(index / SLIPS_ABREAST) * cellHeight;
    const left = (index % SLIPS_ABREAST) * stride;
    for (let y = 0; y < slip.height; y++)
      rows.set(slip.rows.subarray(y * stride, (y + 1) * stride), (top + y) * stride * SLIPS_ABREAST + left);
  });
  return { width, height, rows };
}

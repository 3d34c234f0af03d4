import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { loadTypefaces } from './fonts.ts';
import { WIDTHS } from './golden-pictures.ts';
import { PAPER_LAYOUTS, type PaperWidthMm } from './paper-layouts.ts';
import type { PlacedText, SlipLayout } from './placed.ts';
import { createRaster } from './raster.ts';
import { LONGEST_SLIP, SAMPLE_FOLLOW, SAMPLE_SERVICES, sampleSlip, VIETNAMESE_LETTERS } from './sample-slip.ts';
import { layOutSlip, type SlipContent } from './slip.ts';

const raster = createRaster(await loadTypefaces());
const layOut = (content: SlipContent, width: PaperWidthMm) => layOutSlip(content, raster.measure, width);
const textsOf = ({ texts }: SlipLayout) => texts.map(({ text }) => text).join(' ');

const LETTERS = VIETNAMESE_LETTERS.flatMap((_, index) =>
  index % 16 === 0 ? [VIETNAMESE_LETTERS.slice(index, index + 16).join(' ')] : [],
);
const CONTENTS: [name: string, content: SlipContent][] = [
  ['the longest of everything', LONGEST_SLIP],
  ['an ordinary slip', sampleSlip()],
  ...SAMPLE_SERVICES.map((service): [string, SlipContent] => [
    service,
    sampleSlip({ service, area: 'Khu A', follow: SAMPLE_FOLLOW, isReprint: true }),
  ]),
  ...LETTERS.map((letters): [string, SlipContent] => [
    letters,
    sampleSlip({ service: letters, office: letters, footer: letters, area: letters }),
  ]),
];

/** What one text alone draws, on a page with a margin all round so that nothing is lost at an edge. */
const AROUND = 64;
function drawAlone({ width, height }: SlipLayout, text: PlacedText): Bitmap {
  const moved = { ...text, ink: 'black' as const, x: text.x + AROUND, baseline: text.baseline + AROUND };
  return raster.paint({ width: width + 2 * AROUND, height: height + 2 * AROUND, bars: [], texts: [moved] });
}

/** Dots of ink outside the paper or the badge, and dots on which two things print. */
function troubles(layout: SlipLayout): { outside: number; twice: number } {
  const { width, height } = layout;
  const bars = raster.paint({ ...layout, texts: [] });
  const taken = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isBlack(bars, x, y)) taken[y * width + x] = 1;
  let [outside, twice] = [0, 0];
  for (const text of layout.texts) {
    const alone = drawAlone(layout, text);
    for (let y = 0; y < alone.height; y++)
      for (let x = 0; x < alone.width; x++) {
        if (!isBlack(alone, x, y)) continue;
        const [column, row] = [x - AROUND, y - AROUND];
        if (column < 0 || column >= width || row < 0 || row >= height) outside += 1;
        // Letters of paper stand on a black bar and nowhere else.
        else if (text.ink === 'paper') outside += taken[row * width + column] ? 0 : 1;
        else if (taken[row * width + column]) twice += 1;
        else taken[row * width + column] = 1;
      }
  }
  return { outside, twice };
}

function isBlack({ width, rows }: Bitmap, x: number, y: number): boolean {
  return ((rows[y * (width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** How high the ink of a text stands, in millimetres. */
function inkHeightMm(layout: SlipLayout, text: string): number {
  const placed = layout.texts.find((one) => one.text === text);
  if (!placed) throw new Error(`${text} is not on the slip.`);
  const { height, width, rows } = drawAlone(layout, placed);
  const inked = Array.from({ length: height }, (_, y) => y).filter((y) =>
    rows.subarray((y * width) / 8, ((y + 1) * width) / 8).some((byte) => byte !== 0),
  );
  return ((inked.at(-1) ?? 0) - (inked[0] ?? 0) + 1) / 8;
}

describe.each(WIDTHS)('paper of %i mm', (width) => {
  it.each(CONTENTS)('[P12] no ink meets other ink or leaves the paper: %s', (_, content) => {
    expect(troubles(layOut(content, width))).toEqual({ outside: 0, twice: 0 });
  });

  it('[P12] says everything, also when every text is as long as it may be', () => {
    const layout = layOut(LONGEST_SLIP, width);
    expect(layout.width).toBe(PAPER_LAYOUTS[width].widthDots);
    const said = textsOf(layout);
    const { office, number, service, area, code, footer, issuedAtText } = LONGEST_SLIP;
    for (const text of ['IN LẠI', office, number, service, area ?? '', code, footer, issuedAtText, '1234', '13, 14'])
      expect(said).toContain(text);
    expect(said).not.toContain('…');
  });

  it('leaves out an area and a code where there is none, and draws no line twice', () => {
    const layout = layOut(sampleSlip({ counters: [], area: null, follow: null }), width);
    expect(textsOf(layout)).not.toMatch(/Khu vực|Quầy|Quét/);
    expect(layout.bars).toHaveLength(3);
    expect(new Set(layout.bars.map(({ y }) => y)).size).toBe(3);
  });
});

describe('the number', () => {
  const numbers = [...'ABCEHKMNPRSTUVXYLQWZ'].flatMap((letter) => [`${letter}147`, `${letter}888`]);

  it.each(numbers)('[P12] %s stands at least 15 mm high on 80 mm paper, and as high as it fits on 58 mm', (number) => {
    expect(inkHeightMm(layOut(sampleSlip({ number }), 80), number)).toBeGreaterThanOrEqual(15);
    const layout = layOut(sampleSlip({ number }), 58);
    const placed = layout.texts.find(({ text }) => text === number);
    const { widthDots, margin } = PAPER_LAYOUTS[58];
    expect(inkHeightMm(layout, number)).toBeGreaterThanOrEqual(10);
    // One step of setting it smaller is a twentieth; 13.6 mm is as high as any stands.
    const isFull = (placed?.widthDots ?? 0) > (widthDots - 2 * margin) * 0.93;
    expect(isFull || inkHeightMm(layout, number) > 13).toBe(true);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { loadTypefaces } from './fonts.ts';
import { goldenPictures } from './golden-pictures.ts';
import { createRaster } from './raster.ts';

// After a change that is meant: see write-golden.ts.
const FOLDER = new URL('golden/', import.meta.url);

const pictures = goldenPictures(createRaster(await loadTypefaces()));

/** Dots that are black in one and white in the other; a picture of another size differs in all. */
function differentDots(picture: Bitmap, golden: PNG): number {
  if (golden.width !== picture.width || golden.height !== picture.height) return Number.POSITIVE_INFINITY;
  let different = 0;
  for (let dot = 0; dot < golden.width * golden.height; dot++) {
    const isBlack = ((picture.rows[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
    if ((golden.data[dot * 4] === 0) !== isBlack) different += 1;
  }
  return different;
}

describe('the stored pictures', () => {
  it.each(Object.entries(pictures))('[P5] [P12] %s has not changed by a dot', (name, picture) => {
    expect(differentDots(picture, PNG.sync.read(readFileSync(new URL(`${name}.png`, FOLDER))))).toBe(0);
  });

  it('are all made anew by this test', () => {
    const made = Object.keys(pictures).map((name) => `${name}.png`);
    expect(readdirSync(FOLDER).sort()).toEqual(made.sort());
  });
});

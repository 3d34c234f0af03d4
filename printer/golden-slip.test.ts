import { readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { loadTypefaces } from './fonts.ts';
import { encodePng } from './png.ts';
import { createRaster } from './raster.ts';
import { SAMPLE_FOLLOW, sampleSlip } from './sample-slip.ts';
import { layOutSlip } from './slip.ts';

// After a change that is meant: GOLDEN=write in the environment, run this file, look at the picture, commit it.
const GOLDEN_FILE = new URL('golden/slip.png', import.meta.url);

describe('the slip in the golden sample', () => {
  it('has not changed by a dot', async () => {
    const raster = createRaster(await loadTypefaces());
    const service = 'Đăng ký thế chấp quyền sử dụng đất';
    const slip = sampleSlip({ service, isReprint: true, follow: SAMPLE_FOLLOW });
    const bitmap = raster.paint(layOutSlip(slip, raster.measure));
    if (process.env.GOLDEN === 'write') writeFileSync(GOLDEN_FILE, encodePng(bitmap));

    const golden = PNG.sync.read(readFileSync(GOLDEN_FILE));
    expect([golden.width, golden.height]).toEqual([bitmap.width, bitmap.height]);
    const isBlack = (dot: number) => ((bitmap.rows[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) !== 0;
    let different = 0;
    for (let dot = 0; dot < golden.width * golden.height; dot++) {
      if ((golden.data[dot * 4] === 0) !== isBlack(dot)) different += 1;
    }
    expect(different).toBe(0);
  });
});

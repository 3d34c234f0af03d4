import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import { WIDTHS } from './golden-pictures.ts';
import { createRaster } from './raster.ts';
import { SAMPLE_FOLLOW, SAMPLE_SERVICES, sampleSlip } from './sample-slip.ts';
import { slipPicture } from './slip-picture.ts';

const SLIPS = 5_000;
/** A leak of one kilobyte a slip would be twice as much. */
const MAY_GROW_BYTES = SLIPS * 512;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What is held once everything that nobody needs is gone: objects, and the memory of buffers and of the fonts' program. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect();
    // What a first round has let go of is given back only in a later turn.
    await new Promise((turn) => setImmediate(turn));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it('holds no more after five thousand different slips', { timeout: 300_000 }, async () => {
  const raster = createRaster(await loadTypefaces());
  const print = (from: number, count: number) => {
    for (let one = from; one < from + count; one++) {
      const number = `${'ABCEHKLM'[one % 8]}${String(one % 1000).padStart(3, '0')}`;
      const service = SAMPLE_SERVICES[one % SAMPLE_SERVICES.length] ?? '';
      const slip = sampleSlip({
        number,
        service,
        ahead: one,
        code: `${number}-${one}`,
        follow: `${SAMPLE_FOLLOW}${one}`,
      });
      encodeSlip(slipPicture(raster, slip, WIDTHS[one % 2] ?? 80));
    }
  };
  // Every glyph that a slip can need is drawn once and kept, and the engine has settled.
  print(0, 1_000);
  const before = await heldBytes();
  print(1_000, SLIPS);
  expect((await heldBytes()) - before).toBeLessThan(MAY_GROW_BYTES);
});

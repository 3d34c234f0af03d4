import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Bitmap } from '#printer/bitmap.ts';
import { encodeSlip } from '#printer/escpos-bytes.ts';
import { loadTypefaces } from '#printer/fonts.ts';
import type { PaperWidthMm } from '#printer/paper-layouts.ts';
import { createRaster, type Raster } from '#printer/raster.ts';
import { SAMPLE_FOLLOW, SAMPLE_SERVICES, sampleSlip } from '#printer/sample-slip.ts';
import type { SlipContent } from '#printer/slip.ts';
import { slipPicture } from '#printer/slip-picture.ts';
import { type Line, line, percentile } from './line.ts';

const SLIP_MS = 5;
const FIRST_SLIP_MS = 300;

/** A slip from its text to its bytes: beside what it may take, beside its dots sent as they are, and the first of a process. */
export async function paperLines(slips: number, starts: number): Promise<Line[]> {
  const raster = createRaster(await loadTypefaces());
  const firsts: number[] = [];
  for (let start = 0; start < starts; start += 1) firsts.push(await firstSlipMs());
  const first = percentile(firsts, 0.5);
  return [
    ...paperWidthLines(raster, 80, slips),
    ...paperWidthLines(raster, 58, slips),
    line('first slip of a process, fonts and code fetched for it ÷ 300 ms', first, FIRST_SLIP_MS, 'ms', '≤ 1'),
  ];
}

function paperWidthLines(raster: Raster, widthMm: PaperWidthMm, slips: number): Line[] {
  measure(raster, widthMm, slips / 4); // the engine has warmed up
  const { whole, bytesAlone } = measure(raster, widthMm, slips);
  return [
    line(`slip of ${widthMm} mm, text → bytes ÷ 5 ms`, percentile(whole, 0.5), SLIP_MS, 'ms', '≤ 1'),
    line(
      `slip of ${widthMm} mm, text → bytes ÷ its dots → bytes`,
      percentile(whole, 0.5),
      percentile(bytesAlone, 0.5),
      'ms',
      '≤ 40',
    ),
  ];
}

function measure(raster: Raster, widthMm: PaperWidthMm, slips: number) {
  const whole: number[] = [];
  const bytesAlone: number[] = [];
  for (let one = 0; one < slips; one += 1) {
    const slip = slipOf(one);
    const begun = performance.now();
    const picture: Bitmap = slipPicture(raster, slip, widthMm);
    encodeSlip(picture);
    whole.push(performance.now() - begun);
    const again = performance.now();
    encodeSlip(picture);
    bytesAlone.push(performance.now() - again);
  }
  return { whole, bytesAlone };
}

/** No two alike. */
function slipOf(one: number): SlipContent {
  const number = `${'ABCEHKLM'[one % 8]}${String(one % 1000).padStart(3, '0')}`;
  const service = SAMPLE_SERVICES[one % SAMPLE_SERVICES.length] ?? '';
  return sampleSlip({ number, service, ahead: one, code: `${number}-231126`, follow: `${SAMPLE_FOLLOW}${one}` });
}

async function firstSlipMs(): Promise<number> {
  const child = fork(join(import.meta.dirname, 'first-slip.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [took] = await once(child, 'message');
  child.disconnect();
  await once(child, 'exit');
  return Number(took);
}

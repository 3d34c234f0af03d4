import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { createDiary } from './diary.ts';
import { loadTypefaces } from './fonts.ts';
import { createHandTimers } from './hand-timers.ts';
import type { PaperWidthMm } from './paper-layouts.ts';
import { createRaster } from './raster.ts';
import { sampleSlip } from './sample-slip.ts';
import { paintJob } from './second-painter.ts';
import { slipPicture } from './slip-picture.ts';
import { createSlipPrinter } from './slip-printer.ts';

const raster = createRaster(await loadTypefaces());

const RESET = Buffer.from([0x1b, 0x40]);
const CONFIRM = Buffer.from([0x1d, 0x72, 1]);
const ROWS = Buffer.from([0x1d, 0x76, 0x30]);
const IS_WELL = Uint8Array.of(0x10, 0, 0, 0);
const HAS_PAPER = Uint8Array.of(0);

type PaperSettings = { widthMm?: 58 | 80; pictures?: 'rows' | 'columns' };

/** What comes out of a printer with these settings: one that says it is well and confirms, whatever it is sent. */
async function paperOf(settings: PaperSettings, widthDots: number): Promise<Bitmap | undefined> {
  const came: Buffer[] = [];
  const jobOf = (all: Buffer) => all.subarray(all.indexOf(RESET));
  const server = createServer((socket) =>
    socket.on('data', (chunk) => {
      came.push(chunk);
      socket.write(IS_WELL);
      const all = Buffer.concat(came);
      if (all.includes(RESET) && all.subarray(-CONFIRM.length).equals(CONFIRM)) socket.write(HAS_PAPER);
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const diary = createDiary();
  const printer = await createSlipPrinter({
    printers: [{ host: '127.0.0.1', port, ...settings }],
    timers: createHandTimers(),
    onState: (state) => diary.write(state),
    onOutcome: (_, outcome) => diary.write(outcome),
  });
  await diary.has('ready');
  printer.print({ id: 'ticket', slip: sampleSlip() });
  await diary.has('printed');
  await printer.close();
  server.close();
  const job = jobOf(Buffer.concat(came));
  expect(job.includes(ROWS)).toBe(settings.pictures !== 'columns');
  const { papers, stray } = paintJob(job, widthDots);
  expect(stray).toEqual([]);
  return papers[0];
}

it.each<[PaperSettings, PaperWidthMm]>([
  [{}, 80],
  [{ widthMm: 80, pictures: 'columns' }, 80],
  [{ widthMm: 58, pictures: 'rows' }, 58],
  [{ widthMm: 58, pictures: 'columns' }, 58],
])('[P12] [P14] prints what %j asks for', async (settings, width) => {
  const picture = slipPicture(raster, sampleSlip(), width);
  const paper = await paperOf(settings, picture.width);
  expect(Buffer.compare(paper?.rows.subarray(0, picture.rows.length) ?? new Uint8Array(), picture.rows)).toBe(0);
});

import type { Bitmap } from './bitmap.ts';

/** What a job painted: one picture a cut, and every byte that was no command. */
export type Painted = { papers: Bitmap[]; stray: number[] };

/**
 * Paints the bytes of a job for the tests, once more and otherwise than the virtual printer: one pass over a whole job, no troubles,
 * no answers. Written from the command manuals; shares nothing with the encoder or with the virtual printer. It steps in whole dots
 * only when it has been told to (GS P), as a printer does.
 */
export function paintJob(job: Uint8Array, widthDots: number): Painted {
  const painted: Painted = { papers: [], stray: [] };
  const stride = widthDots / 8;
  let page: number[] = [];
  /** Columns of 24 dots that have been sent and not yet printed. */
  let line: Uint8Array | null = null;
  let dotsAStep = 0.5;
  let at = 0;
  const byte = (offset: number) => job[at + offset] ?? 0;
  const word = (offset: number) => byte(offset) + 256 * byte(offset + 1);
  const feed = (rows: number) => {
    for (let row = 0; row < rows * stride; row++) page.push(0);
  };
  while (at < job.length) {
    const command = `${String.fromCharCode(byte(1))}${byte(0)}`;
    if (command === '@27') at += 2;
    else if (command === 'a29' || command === 'r29') at += 3;
    else if (command === 'P29') {
      dotsAStep = 203 / byte(3);
      at += 4;
    } else if (command === 'J27') {
      const rows = Math.floor(byte(2) * dotsAStep);
      if (line) page.push(...rowsOfColumns(line, stride));
      // The head has moved on by the 24 rows it has printed, whatever was asked for.
      feed(Math.max(0, rows - (line ? 24 : 0)));
      line = null;
      at += 3;
    } else if (command === 'v29') {
      const [bytesAcross, height] = [word(4), word(6)];
      for (let y = 0; y < height; y++)
        for (let x = 0; x < stride; x++) page.push(x < bytesAcross ? byte(8 + y * bytesAcross + x) : 0);
      at += 8 + bytesAcross * height;
    } else if (command === '*27' && byte(2) === 33) {
      const columns = word(3);
      line = job.subarray(at + 5, at + 5 + columns * 3);
      at += 5 + columns * 3;
    } else if (command === 'V29') {
      painted.papers.push({ width: widthDots, height: page.length / stride, rows: Uint8Array.from(page) });
      page = [];
      at += byte(2) === 66 ? 4 : 3;
    } else {
      painted.stray.push(byte(0));
      at += 1;
    }
  }
  return painted;
}

/** Three bytes a column, the topmost dot the highest bit of the first, as rows. */
function rowsOfColumns(line: Uint8Array, stride: number): number[] {
  const rows: number[] = Array(24 * stride).fill(0);
  for (let x = 0; x * 3 < line.length && x < stride * 8; x++)
    for (let y = 0; y < 24; y++) {
      if (((line[x * 3 + (y >> 3)] ?? 0) & (128 >> (y % 8))) === 0) continue;
      const index = y * stride + (x >> 3);
      rows[index] = (rows[index] ?? 0) | (128 >> (x % 8));
    }
  return rows;
}

import escpos from 'escpos';
import type { Bitmap } from './bitmap.ts';

// Printers with a small buffer refuse or garble higher pictures.
const BAND_ROWS = 128;
// A shorter gap is printed as white rows: the motor should not stop for less than a millimetre.
const SKIPPED_GAP_ROWS = 8;
const LONGEST_FEED = 255;
const COLUMN_ROWS = 24;

/** One dot of a 203 dpi head a step. Epson starts with steps half or less as long, and ESC J would feed too little. */
const FEED_IN_DOTS = [0x1d, 0x50, 203, 203];
/** Automatic status back: online state, errors, paper. Belongs behind every ESC @, which switches it off. */
const STATUS_BACK_ON = [0x1d, 0x61, 0x0e];
/** Feed to the knife, then cut. */
const CUT = [0x1d, 0x56, 66, 0];
/** Asks for the paper sensor. Waits its turn in the printer's buffer, so its answer says that all before it was printed. */
const CONFIRM = [0x1d, 0x72, 1];

/** Switches automatic status on without printing anything; the printer answers with its status at once. */
export const WATCH_STATUS: Uint8Array = Uint8Array.from(STATUS_BACK_ON);

/** No command of a slip is longer: a band of the widest paper, and what stands before it. */
const LONGEST_COMMAND = BAND_ROWS * (576 / 8) + 8;

/**
 * For a printer that may still wait for the rest of a command that broke off: white dots if it was a picture, no rows if it was
 * its beginning. Any other printer passes them over. Whatever came first instead would be taken for dots, or for a length.
 */
export const END_OF_ANYTHING: Uint8Array = new Uint8Array(LONGEST_COMMAND);

/** Cuts off what a slip that broke in the middle has left under the head, so that it does not hang on the next one. */
export const CUT_OFF: Uint8Array = Uint8Array.from(CUT);

/** The real-time status question `n`, which a printer answers even when it has stopped printing. */
export function askStatus(n: 1 | 2 | 3 | 4): Uint8Array {
  return Uint8Array.of(0x10, 0x04, n);
}

/** The two ways of sending a picture: rows (`GS v 0`), or columns of 24 dots (`ESC *`) for printers that know no other. */
export type PictureCommand = 'rows' | 'columns';

/** The whole job for one slip: reset, picture, cut, request for confirmation. White stretches become paper feeds. */
export function encodeSlip(bitmap: Bitmap, command: PictureCommand = 'rows'): Uint8Array {
  const written: Buffer[] = [];
  const printer = new escpos.Printer({ write: (bytes) => written.push(bytes) });
  printer.hardware('init').raw(Buffer.from([...STATUS_BACK_ON, ...FEED_IN_DOTS]));
  for (const bytes of command === 'rows' ? rowCommands(bitmap) : columnCommands(bitmap)) printer.raw(bytes);
  printer.raw(Buffer.from([...CUT, ...CONFIRM])).flush();
  return Buffer.concat(written);
}

function rowCommands(bitmap: Bitmap): Buffer[] {
  return stretches(bitmap).flatMap(({ from, to, blank }) => (blank ? feeds(to - from) : bands(bitmap, from, to)));
}

/** Each line is printed by the feed behind it. The last one is filled up with white: the head prints 24 rows or none. */
function columnCommands(bitmap: Bitmap): Buffer[] {
  const commands: Buffer[] = [];
  for (let top = 0; top < bitmap.height; top += COLUMN_ROWS) {
    const columns = columnsOf(bitmap, top);
    if (columns.some((byte) => byte !== 0))
      commands.push(Buffer.from([0x1b, 0x2a, 33, bitmap.width & 0xff, bitmap.width >> 8]), columns);
    commands.push(...feeds(COLUMN_ROWS));
  }
  return commands;
}

/** Three bytes for each dot of the width, from the top row down. */
function columnsOf({ width, height, rows }: Bitmap, top: number): Buffer {
  const columns = Buffer.alloc((width * COLUMN_ROWS) / 8);
  const stride = width / 8;
  for (let y = 0; y < Math.min(COLUMN_ROWS, height - top); y++)
    for (let across = 0; across < stride; across++) {
      // Most of a slip is white: eight dots at a time are passed over.
      let dots = rows[(top + y) * stride + across] ?? 0;
      for (let x = across * 8; dots !== 0; x++, dots = (dots << 1) & 0xff) {
        const at = x * 3 + (y >> 3);
        if (dots & 0x80) columns[at] = (columns[at] ?? 0) | (0x80 >> (y & 7));
      }
    }
  return columns;
}

type Stretch = { from: number; to: number; blank: boolean };

function stretches(bitmap: Bitmap): Stretch[] {
  const found: Stretch[] = [];
  for (let row = 0; row < bitmap.height; ) {
    const blank = isBlank(bitmap, row);
    let to = row + 1;
    while (to < bitmap.height && isBlank(bitmap, to) === blank) to += 1;
    const last = found.at(-1);
    const skipped = blank && to - row >= SKIPPED_GAP_ROWS;
    if (last && !last.blank && !skipped) last.to = to;
    else found.push({ from: row, to, blank: skipped });
    row = to;
  }
  return found;
}

function isBlank({ width, rows }: Bitmap, row: number): boolean {
  const stride = width / 8;
  for (let index = row * stride; index < (row + 1) * stride; index++) if (rows[index] !== 0) return false;
  return true;
}

function feeds(rows: number): Buffer[] {
  const commands: Buffer[] = [];
  for (let left = rows; left > 0; left -= LONGEST_FEED) {
    commands.push(Buffer.from([0x1b, 0x4a, Math.min(left, LONGEST_FEED)]));
  }
  return commands;
}

function bands({ width, rows }: Bitmap, from: number, to: number): Buffer[] {
  const stride = width / 8;
  const commands: Buffer[] = [];
  for (let top = from; top < to; top += BAND_ROWS) {
    const height = Math.min(BAND_ROWS, to - top);
    const header = Buffer.from([0x1d, 0x76, 0x30, 0, stride & 0xff, stride >> 8, height & 0xff, height >> 8]);
    commands.push(header, Buffer.from(rows.subarray(top * stride, (top + height) * stride)));
  }
  return commands;
}

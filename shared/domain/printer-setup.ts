import * as v from 'valibot';

/** How the printers of an office are reached: data, written by the office. */

const paper = {
  /** How wide its paper is, in mm; without it 80. */
  widthMm: v.optional(v.picklist([80, 58])),
  /** How it takes pictures: as rows of dots, unless it is so old that it knows columns only. */
  pictures: v.optional(v.picklist(['rows', 'columns'])),
  /** It stands beside these kiosks and prints for them alone, by the names under which they were paired. Without it: for all. */
  kiosks: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.normalize('NFC'))),
      v.minLength(1),
      v.maxLength(20),
    ),
  ),
};
const path = v.pipe(v.string(), v.trim(), v.regex(/^[^\p{Cc}]{1,200}$/u, 'is no path of a device'));
/** Slower ones take half a minute for a slip, which is a picture. */
const BAUD_RATES = [57_600, 115_200, 230_400, 460_800, 921_600] as const;

/** On the network, raw bytes on a port. The form without a kind is the older one, and means this. */
const NetworkPrinter = v.strictObject({
  kind: v.optional(v.literal('tcp')),
  host: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'is no name or address of a machine')),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65535)),
  ...paper,
});

/** Behind a character device of Linux, as `/dev/usb/lp0`. */
const DevicePrinter = v.strictObject({ kind: v.literal('device'), path, ...paper });

/** On a serial line with RTS/CTS: `/dev/ttyUSB0`, or `COM3` on Windows. */
const SerialPrinter = v.strictObject({
  kind: v.literal('serial'),
  path,
  /** 115200 when it is left out. */
  baudRate: v.optional(v.picklist(BAUD_RATES, `is none of ${BAUD_RATES.join(', ')}`)),
  ...paper,
});

/** As Windows knows it, by its name there. Nothing comes back: no slip of it is ever called printed. [P8] */
const WindowsPrinter = v.strictObject({
  kind: v.literal('windows'),
  name: v.pipe(v.string(), v.trim(), v.regex(/^[^\p{Cc}]{1,220}$/u, 'is no name of a printer')),
  ...paper,
});

/** One printer, in whichever way it is reached. */
export const PrinterSetup = v.variant('kind', [NetworkPrinter, DevicePrinter, SerialPrinter, WindowsPrinter]);
export type PrinterSetup = v.InferOutput<typeof PrinterSetup>;

/** Printers that step in when those before them are out, in this order. */
export const SparePrinters = v.pipe(v.array(PrinterSetup), v.maxLength(3));

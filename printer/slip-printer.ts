import type { PrinterSetup } from '#shared/domain/printer-setup.ts';
import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import { createRaster } from './raster.ts';
import { slipPicture } from './slip-picture.ts';
import { createPrinterRow, type PrinterRowParts, type SpoolerEars } from './spare-printers.ts';
import { createSpooler, type Spooler } from './spooler.ts';
import { realTimers, type Timers } from './timers.ts';
import { transportTo } from './transport-to.ts';

export type SlipPrinterParts = Pick<PrinterRowParts, 'onState' | 'onOutcome'> & {
  /** The office's printers: the first one prints, the others step in when it is out. */
  printers: readonly PrinterSetup[];
  timers?: Timers;
};

/**
 * The printer the server builds: draws slips and prints them, from now until `close`. Rejects when the fonts cannot be read; a
 * printer that is switched off is no reason to reject.
 */
export async function createSlipPrinter({
  printers,
  timers = realTimers,
  ...ears
}: SlipPrinterParts): Promise<Spooler> {
  const raster = createRaster(await loadTypefaces());
  const spoolerFor = (printer: PrinterSetup) => (told: SpoolerEars) =>
    createSpooler({
      ...told,
      timers,
      transport: transportTo(printer, timers),
      encode: (slip) => encodeSlip(slipPicture(raster, slip, printer.widthMm ?? 80), printer.pictures),
    });
  return createPrinterRow({
    ...ears,
    timers,
    printers: printers.map(spoolerFor),
    orderFor: (kiosk) => orderFor(kiosk, printers),
  });
}

/** Those beside the kiosk, then those for all. Where the settings leave a kiosk none: any, so that there is paper at all. */
export function orderFor(kiosk: string | null, printers: readonly Pick<PrinterSetup, 'kiosks'>[]): readonly number[] {
  const all = printers.map((_, index) => index);
  const beside = all.filter((index) => kiosk !== null && printers[index]?.kiosks?.includes(kiosk));
  const order = [...beside, ...all.filter((index) => !printers[index]?.kiosks)];
  return order.length > 0 ? order : all;
}

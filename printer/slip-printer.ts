import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import type { PaperWidthMm } from './paper-layouts.ts';
import { createRaster } from './raster.ts';
import { slipPicture } from './slip-picture.ts';
import { createSpooler, type Spooler, type SpoolerParts } from './spooler.ts';
import { createTcpTransport } from './tcp-transport.ts';

export type SlipPrinterParts = Omit<SpoolerParts, 'transport' | 'encode'> & {
  host: string;
  port: number;
  /** How wide its paper is; 80 when the settings do not say. */
  widthMm?: PaperWidthMm | undefined;
};

/**
 * The printer the server builds: draws slips and prints them over the network, from now until `close`. Rejects when the
 * fonts cannot be read; a printer that is switched off is no reason to reject.
 */
export async function createSlipPrinter({ host, port, widthMm = 80, ...parts }: SlipPrinterParts): Promise<Spooler> {
  const raster = createRaster(await loadTypefaces());
  return createSpooler({
    ...parts,
    transport: createTcpTransport({ host, port }, parts.timers),
    encode: (slip) => encodeSlip(slipPicture(raster, slip, widthMm)),
  });
}

import { encodeSlip } from './escpos-bytes.ts';
import { loadTypefaces } from './fonts.ts';
import { createRaster } from './raster.ts';
import { layOutSlip, type SLIP_WIDTH_DOTS } from './slip.ts';
import { createSpooler, type Spooler, type SpoolerParts } from './spooler.ts';
import { createTcpTransport } from './tcp-transport.ts';

export type SlipPrinterParts = Omit<SpoolerParts, 'transport' | 'encode'> & {
  host: string;
  port: number;
  /** The only width with a layout so far: 80 mm paper. */
  widthDots: typeof SLIP_WIDTH_DOTS;
};

/**
 * The printer the server builds: draws slips and prints them over the network, from now until `close`. Rejects when the
 * fonts cannot be read; a printer that is switched off is no reason to reject.
 */
export async function createSlipPrinter({ host, port, widthDots, ...parts }: SlipPrinterParts): Promise<Spooler> {
  const raster = createRaster(await loadTypefaces());
  return createSpooler({
    ...parts,
    transport: createTcpTransport({ host, port }, parts.timers),
    encode: (slip) => encodeSlip(raster.paint(layOutSlip(slip, raster.measure))),
  });
}

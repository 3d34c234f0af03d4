import type { PrinterSetup } from '#shared/domain/printer-setup.ts';
import { createDeviceTransport } from './device-transport.ts';
import { createSerialTransport } from './serial-transport.ts';
import { createTcpTransport } from './tcp-transport.ts';
import type { Timers } from './timers.ts';
import type { OneWayTransport, Transport } from './transport.ts';
import { createWindowsTransport } from './windows-transport.ts';
import { loadWinspool } from './winspool.ts';

const USUAL_BAUD_RATE = 115_200;

/** The way to the printer that the office named. Nothing is opened yet. */
export function transportTo(printer: PrinterSetup, timers: Timers | undefined): Transport | OneWayTransport {
  switch (printer.kind) {
    case 'device':
      return createDeviceTransport(printer.path, timers);
    case 'serial':
      return createSerialTransport({ path: printer.path, baudRate: printer.baudRate ?? USUAL_BAUD_RATE }, timers);
    case 'windows':
      // Asked for at each use: on another system that is a printer that cannot be reached, and the hall opens all the same.
      return createWindowsTransport(printer.name, { open: async (name) => (await loadWinspool()).open(name) }, timers);
    case undefined:
    case 'tcp':
      return createTcpTransport({ host: printer.host, port: printer.port }, timers);
  }
}

import type { PrinterState } from '#shared/domain/printer.ts';
import { realTimers, type Timers } from './timers.ts';
import type { OneWayTransport } from './transport.ts';
import type { OpenPrinter, PrinterInfo, Winspool } from './winspool.ts';

/** How long a job may lie in the queue of Windows. After that it is taken out: it would come out stale. */
export const QUEUED_WITHIN_MS = 5_000;
export const LOOK_AT_QUEUE_EVERY_MS = 250;
const TITLE = 'Lượt';

/** What Windows keeps of a printer, bit by bit (PRINTER_STATUS_…, PRINTER_ATTRIBUTE_…). */
const DOOR_OPEN = 0x400000;
const PAPER_OUT = 0x10 | 0x40;
const JAMMED = 0x8;
/** Paused, in error, off, not there, wanting a person, server off. */
const AWAY = 0x1 | 0x2 | 0x80 | 0x1000 | 0x100000 | 0x2000000;
const WORKS_OFFLINE = 0x400;

/**
 * A printer that Windows has a queue for (RAW: the bytes as they are), by its name there. The last resort, because nothing comes
 * back: Windows calls a job done that still lies in the queue, and takes one for a printer that was unplugged. So every slip
 * sent this way ends as `unknown`, never as `printed`. Where it matters, use the network or a virtual COM port of the maker.
 */
export function createWindowsTransport(name: string, winspool: Winspool, timers: Timers = realTimers): OneWayTransport {
  let underWay: Promise<void> = Promise.resolve();
  return {
    isOneWay: true,
    look: () => opened(winspool, name, async (printer) => believed(await printer.info())),
    print: (bytes) => {
      const job = opened(winspool, name, (printer) => printJob(printer, bytes, timers));
      // Whoever asked for it is told of its failure.
      underWay = job.catch(() => {});
      return job;
    },
    close: () => underWay,
  };
}

/** What to tell people of what Windows believes. Jobs of others in the queue come first, and nobody knows when: `offline`. */
export function believed({ status, attributes, jobs }: PrinterInfo): PrinterState {
  if (status & DOOR_OPEN) return 'cover-open';
  if (status & PAPER_OUT) return 'paper-out';
  if (status & JAMMED) return 'cutter-jam';
  if (status & AWAY || attributes & WORKS_OFFLINE || jobs > 0) return 'offline';
  return 'ready';
}

async function opened<T>(winspool: Winspool, name: string, use: (printer: OpenPrinter) => Promise<T>): Promise<T> {
  const printer = await winspool.open(name);
  try {
    return await use(printer);
  } finally {
    await printer.close();
  }
}

async function printJob(printer: OpenPrinter, bytes: Uint8Array, timers: Timers): Promise<void> {
  const job = await printer.startDocument(TITLE);
  try {
    for (let sent = 0; sent < bytes.length; ) {
      const taken = await printer.write(bytes.subarray(sent));
      if (taken === 0) throw new Error('Windows takes no more of this job');
      sent += taken;
    }
    await printer.endDocument();
  } catch (cause) {
    // Half a slip, and the half would come out.
    await printer.deleteJob(job);
    throw cause;
  }
  for (let waited = 0; await printer.isQueued(job); waited += LOOK_AT_QUEUE_EVERY_MS) {
    if (waited >= QUEUED_WITHIN_MS) {
      await printer.deleteJob(job);
      return;
    }
    await new Promise<void>((resolve) => timers.set(resolve, LOOK_AT_QUEUE_EVERY_MS));
  }
}

import type { SerialPort } from 'serialport';
import { realTimers, type Timers } from './timers.ts';
import type { Transport } from './transport.ts';
import { CLOSE_WITHIN_MS, CONNECT_WITHIN_MS, DRAIN_WITHIN_MS, within } from './transport-times.ts';

/** A start bit, eight of the byte, a stop bit. */
const BITS_A_BYTE = 10;

/** `path` is `/dev/ttyUSB0` on Linux, `COM3` on Windows. */
export type SerialLine = { path: string; baudRate: number };

/**
 * A printer on a serial line, with RTS/CTS: a slip is all sorts of bytes, so stop and go must not be two of them (XON/XOFF).
 * Also the way to a USB printer on Windows whose maker has a driver for a virtual COM port: unlike the spooler it tells the state.
 */
export function createSerialTransport(line: SerialLine, timers: Timers = realTimers): Transport {
  let port: SerialPort | null = null;
  let listener: (chunk: Uint8Array) => void = () => {};
  let closed: (cause: Error | null) => void = () => {};

  return {
    open: async () => {
      // Fetched only now: it brings native code that a hall without such a printer need not load.
      const { SerialPort: Port } = await import('serialport');
      const opening = new Port({ ...line, rtscts: true, autoOpen: false });
      opening.on('data', (chunk: Uint8Array) => listener(chunk));
      // Silence is right: what was asked for is told of its failure, and a line that is gone closes.
      opening.on('error', () => {});
      opening.on('close', (cause?: Error | null) => {
        if (port !== opening) return;
        port = null;
        closed(cause ?? null);
      });
      const isOpen = asPromise((done) => opening.open(done));
      await within(isOpen, CONNECT_WITHIN_MS, 'opening', timers).catch((cause) => {
        // It may yet open: nobody wants it any more then. That it never does is what was just told.
        void isOpen.then(() => opening.close()).catch(() => {});
        throw cause;
      });
      port = opening;
    },
    write: async (bytes) => {
      const to = port;
      if (!to) throw new Error('The printer is not connected');
      await within(taken(to, bytes), writeWithinMs(bytes.length, line.baudRate), 'sending', timers);
    },
    onData: (next) => {
      listener = next;
    },
    onClose: (next) => {
      closed = next;
    },
    close: async () => {
      if (port) await closeGently(port, timers);
    },
  };
}

/** A slip is on the line for seconds, whatever the printer does; only what comes on top of that is too long. */
export function writeWithinMs(byteCount: number, baudRate: number): number {
  return DRAIN_WITHIN_MS + Math.ceil((byteCount * BITS_A_BYTE * 1_000) / baudRate);
}

function taken(port: SerialPort, bytes: Uint8Array): Promise<void> {
  return asPromise((done) => {
    port.write(Buffer.from(bytes), done);
  });
}

/** Lets the line run empty. Where the printer holds it, what has not gone out is thrown away: it would come out stale. */
async function closeGently(port: SerialPort, timers: Timers): Promise<void> {
  const isEmpty = asPromise((done) => port.drain(done));
  // Also what ends a drain that the printer holds up: until then the system would not let the line be closed.
  await within(isEmpty, CLOSE_WITHIN_MS, 'closing', timers).catch(() =>
    asPromise((done) => port.flush(done)).catch(() => {}),
  );
  // A line that was unplugged cannot be closed properly; it is gone all the same.
  if (port.isOpen) await asPromise((done) => port.close(done)).catch(() => {});
}

function asPromise(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}

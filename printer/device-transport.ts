import { constants, type PathLike } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { realTimers, type Timers } from './timers.ts';
import type { Transport } from './transport.ts';
import { CLOSE_WITHIN_MS, CONNECT_WITHIN_MS, DRAIN_WITHIN_MS, within } from './transport-times.ts';

/** How often the device is asked whether the printer has said something. */
export const LOOK_EVERY_MS = 40;
/** How long to wait before the device is offered again what it could not take. */
export const AGAIN_AFTER_MS = 15;
const READ_AT_ONCE = 256;

/**
 * A printer behind a character device of Linux, as `/dev/usb/lp0`. A serial line is no such device: it has a speed and ways of
 * its own to change bytes on the way (`createSerialTransport`). Nothing here ever waits inside a call to the system: a read that
 * waits would hold one of the few threads that Node has for files, and keep the device from being closed.
 */
export function createDeviceTransport(path: PathLike, timers: Timers = realTimers): Transport {
  let line: DeviceLine | null = null;
  let listener: (chunk: Uint8Array) => void = () => {};
  let closed: (cause: Error | null) => void = () => {};

  const ended = (one: DeviceLine, cause: Error | null) => {
    if (line !== one) return;
    line = null;
    closed(cause);
  };

  return {
    open: async () => {
      const opening = openDevice(path);
      const handle = await within(opening, CONNECT_WITHIN_MS, 'opening', timers).catch((cause) => {
        // It may yet open: nobody wants it any more then. That it never does is what was just told.
        void opening.then((late) => late.close()).catch(() => {});
        throw cause;
      });
      const one: DeviceLine = new DeviceLine(handle, timers, {
        heard: (chunk) => listener(chunk),
        ended: (cause) => ended(one, cause),
        isThere: () => access(path),
      });
      line = one;
      one.look();
    },
    write: async (bytes) => {
      if (!line) throw new Error('The printer is not connected');
      await line.write(bytes);
    },
    onData: (next) => {
      listener = next;
    },
    onClose: (next) => {
      closed = next;
    },
    close: async () => {
      await line?.finish(null);
    },
  };
}

/** Neither waiting nor, were it a terminal, becoming this program's own. */
function openDevice(path: PathLike): Promise<FileHandle> {
  if (constants.O_NONBLOCK === undefined) return Promise.reject(new Error('This system has no such devices'));
  return open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
}

type LineEars = {
  heard: (chunk: Uint8Array) => void;
  ended: (cause: Error | null) => void;
  /** Rejects when the device has gone. */
  isThere: () => Promise<void>;
};

/** One opened device, from its opening to its end. */
class DeviceLine {
  readonly #handle: FileHandle;
  readonly #timers: Timers;
  readonly #ears: LineEars;
  #looking: number | null = null;
  #hasEnded = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(handle: FileHandle, timers: Timers, ears: LineEars) {
    this.#handle = handle;
    this.#timers = timers;
    this.#ears = ears;
  }

  /** Reads what there is, again and again until the end. */
  look(): void {
    this.#readSome().then(
      (chunk) => {
        if (this.#hasEnded) return;
        if (chunk.length > 0) this.#ears.heard(chunk);
        this.#looking = this.#timers.set(() => this.look(), LOOK_EVERY_MS);
      },
      (cause) => this.finish(cause),
    );
  }

  /** In order: what was asked for first goes out whole first. */
  write(bytes: Uint8Array): Promise<void> {
    let isWanted = true;
    const work = this.#writing.then(() => this.#pour(bytes, () => isWanted));
    // The next one is not kept from trying by the failure of this one; whoever asked for this one is told.
    this.#writing = work.catch(() => {});
    return within(work, DRAIN_WITHIN_MS, 'sending', this.#timers).finally(() => {
      isWanted = false;
    });
  }

  async finish(cause: Error | null): Promise<void> {
    if (this.#hasEnded) return;
    if (!cause) await within(this.#writing, CLOSE_WITHIN_MS, 'closing', this.#timers).catch(() => {});
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#timers.clear(this.#looking);
    // A device that was unplugged cannot be closed properly; it is gone all the same.
    await this.#handle.close().catch(() => {});
    this.#ears.ended(cause);
  }

  async #readSome(): Promise<Uint8Array> {
    const buffer = Buffer.alloc(READ_AT_ONCE);
    try {
      const { bytesRead } = await this.#handle.read(buffer, 0, READ_AT_ONCE, null);
      // Some printers send packets of nothing; but so does, for ever, a device that was pulled out.
      if (bytesRead === 0) await this.#ears.isThere();
      return buffer.subarray(0, bytesRead);
    } catch (cause) {
      if (isBusy(cause)) return buffer.subarray(0, 0);
      throw cause;
    }
  }

  async #pour(bytes: Uint8Array, isWanted: () => boolean): Promise<void> {
    let sent = 0;
    while (sent < bytes.length) {
      if (this.#hasEnded) throw new Error('The printer is not connected');
      // Nobody waits for it any more: what has not gone out must not come out later.
      if (!isWanted()) return;
      sent += await this.#writeSome(bytes.subarray(sent));
      if (sent < bytes.length) await new Promise<void>((resolve) => this.#timers.set(resolve, AGAIN_AFTER_MS));
    }
  }

  async #writeSome(bytes: Uint8Array): Promise<number> {
    try {
      return (await this.#handle.write(bytes)).bytesWritten;
    } catch (cause) {
      if (isBusy(cause)) return 0;
      throw cause;
    }
  }
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'EAGAIN' || cause.code === 'EBUSY');
}

import { randomFillSync } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { createDeviceTransport } from './device-transport.ts';
import { createDiary } from './diary.ts';
import { encodeSlip } from './escpos-bytes.ts';
import { createHandTimers } from './hand-timers.ts';
import { loadLibc, openPseudoTerminal, type PseudoTerminal } from './pseudo-terminal.ts';
import { sampleSlip } from './sample-slip.ts';
import { createSerialTransport, writeWithinMs } from './serial-transport.ts';
import { createSpooler } from './spooler.ts';
import { realTimers, type Timers } from './timers.ts';
import { CLOSE_WITHIN_MS, DRAIN_WITHIN_MS } from './transport-times.ts';
import { startVirtualPrinter } from './virtual-printer.ts';

const libc = await loadLibc();
const BAUD = 115_200;
const TOO_MUCH = 1_000_000;

const WAYS = [
  ['a character device', (path: string, timers: Timers) => createDeviceTransport(path, timers), DRAIN_WITHIN_MS],
  [
    'a serial line',
    (path: string, timers: Timers) => createSerialTransport({ path, baudRate: BAUD }, timers),
    writeWithinMs(TOO_MUCH, BAUD),
  ],
] as const;

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** Every byte there is, many times over: a line that takes one of them for an order of its own would be seen. */
function noise(): Bitmap {
  return { width: 576, height: 200, rows: randomFillSync(new Uint8Array((576 / 8) * 200)) };
}

async function aCable(port: number | null): Promise<PseudoTerminal> {
  if (!libc) throw new Error('Skipped where there is none');
  return openPseudoTerminal(libc, port);
}

describe.skipIf(!libc)('over a pseudo-terminal (needs Linux and the package koffi)', () => {
  describe.each(WAYS)('%s', (_, createTransport, drainMs) => {
    async function aPrinter() {
      const diary = createDiary();
      const virtual = await startVirtualPrinter({ onPaper: () => diary.write('paper') });
      const cable = await aCable(virtual.port);
      const dots = noise();
      const spooler = createSpooler({
        transport: createTransport(cable.path, realTimers),
        encode: () => encodeSlip(dots),
        onState: (state) => diary.write(state),
        onOutcome: ({ id }, outcome, reason) => diary.write([id, outcome, reason ?? ''].join(' ').trim()),
      });
      toClose.push(virtual.close, cable.unplug, spooler.close);
      return { virtual, cable, dots, diary, print: (id: string) => spooler.print({ id, slip: sampleSlip() }) };
    }

    it('prints dot for dot, whatever bytes a slip is made of', async () => {
      const { virtual, dots, diary, print } = await aPrinter();
      await diary.has('ready');
      print('A001');
      await diary.has('A001 printed');
      const [paper] = virtual.papers;
      expect(paper && Buffer.compare(paper.rows.subarray(0, dots.rows.length), dots.rows)).toBe(0);
      expect(virtual.strayBytes).toEqual([]);
    });

    it('hears that the roll is used up, and that there is a new one', async () => {
      const { virtual, diary, print } = await aPrinter();
      await diary.has('ready');
      virtual.set({ paperOut: true });
      await diary.has('paper-out');
      print('A001');
      await diary.has('A001 refused paper-out');
      virtual.set({ paperOut: false });
      await diary.has('ready', 2);
      print('A002');
      await diary.has('A002 printed');
      expect(virtual.papers).toHaveLength(1);
    });

    it('does not know how a slip ended when the cable is pulled', async () => {
      const { virtual, cable, diary, print } = await aPrinter();
      await diary.has('ready');
      virtual.set({ silent: true });
      print('A001');
      await diary.has('paper');
      await cable.unplug();
      await diary.has('A001 unknown connection-lost');
      await diary.has('offline');
      print('A002');
      await diary.has('A002 refused offline');
    });

    it('gives up sending what is not taken, and lets go of it', async () => {
      const cable = await aCable(null);
      const timers = createHandTimers();
      const transport = createTransport(cable.path, timers);
      await transport.open();
      const sending = transport.write(new Uint8Array(TOO_MUCH));
      await timers.running(drainMs);
      timers.pass(drainMs);
      await expect(sending).rejects.toThrow('sending');
      const isClosed = transport.close();
      await timers.running(CLOSE_WITHIN_MS);
      timers.pass(CLOSE_WITHIN_MS);
      await isClosed;
      await cable.unplug();
    });
  });
});

describe.each(WAYS)('%s that is not there', (_, createTransport) => {
  it('is told when it is opened, and takes nothing', async () => {
    const transport = createTransport('/dev/no-such-printer', realTimers);
    await expect(transport.open()).rejects.toThrow();
    await expect(transport.write(Uint8Array.of(1))).rejects.toThrow('not connected');
    await transport.close();
  });
});

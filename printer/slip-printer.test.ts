import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bitmap } from './bitmap.ts';
import { createDiary, type Diary } from './diary.ts';
import { loadTypefaces } from './fonts.ts';
import { createHandTimers } from './hand-timers.ts';
import { CONFIRM_WITHIN_MS } from './printer-link.ts';
import { createRaster } from './raster.ts';
import { sampleSlip } from './sample-slip.ts';
import { layOutSlip } from './slip.ts';
import { createSlipPrinter } from './slip-printer.ts';
import { START_WITHIN_MS } from './spooler.ts';
import { startVirtualPrinter, type VirtualFaults } from './virtual-printer.ts';

const raster = createRaster(await loadTypefaces());
const pictureOf = (number: string) => {
  const slip = sampleSlip({ number });
  return raster.paint(layOutSlip(slip, raster.measure));
};

const toClose: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
});

async function aPrinter(faults: Partial<VirtualFaults> = {}) {
  const diary = createDiary();
  const timers = createHandTimers();
  const virtual = await startVirtualPrinter({ onPaper: () => diary.write('paper') });
  virtual.set(faults);
  const printer = await slipPrinterAt(virtual.port, diary, timers);
  toClose.push(printer.close, virtual.close);
  const print = (id: string) => printer.print({ id, slip: sampleSlip({ number: id }) });
  return { virtual, printer, timers, diary, print };
}

function slipPrinterAt(port: number, diary: Diary, timers = createHandTimers()) {
  return createSlipPrinter({
    printers: [{ host: '127.0.0.1', port }],
    timers,
    onState: (state) => diary.write(state),
    onOutcome: ({ id }, outcome, reason) => diary.write([id, outcome, reason ?? ''].join(' ').trim()),
  });
}

function sameDots(a: Bitmap | undefined, b: Bitmap): boolean {
  return a !== undefined && a.height === b.height && Buffer.compare(a.rows, b.rows) === 0;
}

describe('a slip printer and a printer on the network', () => {
  it('prints slips dot for dot, one after the other', async () => {
    const { virtual, diary, print } = await aPrinter();
    print('A001');
    print('A002');
    await diary.has('A002 printed');
    expect(diary.lines).toEqual(['ready', 'paper', 'A001 printed', 'paper', 'A002 printed']);
    expect(sameDots(virtual.papers[0], pictureOf('A001'))).toBe(true);
    expect(sameDots(virtual.papers[1], pictureOf('A002'))).toBe(true);
    expect(virtual.strayBytes).toEqual([]);
  });

  it('prints and warns when the roll is nearly used up', async () => {
    const { diary, print } = await aPrinter({ nearEnd: true });
    print('A001');
    await diary.has('A001 printed');
    expect(diary.lines).toEqual(['near-end', 'paper', 'A001 printed']);
  });

  it.each([
    ['paper-out', { paperOut: true }, { paperOut: false }],
    ['cover-open', { coverOpen: true }, { coverOpen: false }],
    ['cutter-jam', { cutterJam: true }, { cutterJam: false }],
  ] as const)('refuses at once on %s, prints nothing later, and recovers by itself', async (state, trouble, mended) => {
    const { virtual, diary, print } = await aPrinter(trouble);
    await diary.has(state);
    print('A001');
    await diary.has(`A001 refused ${state}`);
    virtual.set(mended);
    await diary.has('ready');
    print('A002');
    await diary.has('A002 printed');
    expect(virtual.papers).toHaveLength(1);
    expect(sameDots(virtual.papers[0], pictureOf('A002'))).toBe(true);
  });

  it('does not know how a slip ended when the roll ends under it; it comes out after reloading, once', async () => {
    const { virtual, diary, print } = await aPrinter();
    await diary.has('ready');
    virtual.set({ rowsLeft: 300 });
    print('A001');
    await diary.has('A001 unknown paper-out');
    expect(virtual.papers).toHaveLength(0);
    // The roll ends again under the second slip, right behind the late confirmation of the first.
    virtual.set({ rowsLeft: 600, paperOut: false });
    await diary.has('ready', 2);
    print('A002');
    await diary.has('A002 unknown paper-out');
    virtual.set({ paperOut: false });
    await diary.has('ready', 3);
    print('A003');
    await diary.has('A003 printed');
    expect(virtual.papers.map((paper, index) => sameDots(paper, pictureOf(`A00${index + 1}`)))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('does not know how a slip ended when the printer says nothing', async () => {
    const { virtual, timers, diary, print } = await aPrinter();
    await diary.has('ready');
    virtual.set({ silent: true });
    print('A001');
    await diary.has('paper');
    await timers.running(CONFIRM_WITHIN_MS);
    timers.pass(CONFIRM_WITHIN_MS);
    await diary.has('A001 unknown silent');
    virtual.set({ silent: false });
    print('A002');
    await diary.has('A002 printed');
    expect(virtual.papers).toHaveLength(2);
  });

  it('does not know how a slip ended when the line is cut, and finds the printer again', async () => {
    const { virtual, diary, print } = await aPrinter();
    await diary.has('ready');
    virtual.set({ cutLineAfterBytes: 5_000 });
    print('A001');
    await diary.has('A001 unknown connection-lost');
    print('A002');
    await diary.has('A002 printed');
    expect(diary.lines.slice(0, 4)).toEqual(['ready', 'offline', 'A001 unknown connection-lost', 'ready']);
  });

  it('[P3] refuses what waited too long, and no paper comes of it later', async () => {
    const { virtual, timers, diary, print } = await aPrinter();
    await diary.has('ready');
    virtual.set({ silent: true });
    print('A001');
    await diary.has('paper');
    print('A002');
    timers.pass(START_WITHIN_MS);
    await diary.has('A002 refused too-late');
    await timers.running(CONFIRM_WITHIN_MS);
    timers.pass(CONFIRM_WITHIN_MS);
    virtual.set({ silent: false });
    print('A003');
    await diary.has('A003 printed');
    expect(virtual.papers).toHaveLength(2);
    expect(sameDots(virtual.papers[1], pictureOf('A003'))).toBe(true);
  });

  it('refuses when nobody listens, and prints once somebody does', async () => {
    const port = await aFreePort();
    const diary = createDiary();
    const printer = await slipPrinterAt(port, diary);
    toClose.push(printer.close);
    printer.print({ id: 'A001', slip: sampleSlip() });
    await diary.has('A001 refused offline');
    const virtual = await startVirtualPrinter({ port });
    toClose.push(virtual.close);
    printer.print({ id: 'A002', slip: sampleSlip({ number: 'A002' }) });
    await diary.has('A002 printed');
    expect(diary.lines).toEqual(['offline', 'A001 refused offline', 'ready', 'A002 printed']);
    expect(virtual.papers).toHaveLength(1);
  });

  it('lets the slip under way come out when it is closed', async () => {
    const { virtual, printer, diary, print } = await aPrinter();
    await diary.has('ready');
    print('A001');
    await printer.close();
    expect(diary.lines).toContain('A001 printed');
    expect(sameDots(virtual.papers[0], pictureOf('A001'))).toBe(true);
  });

  it('refuses a slip that cannot be drawn and goes on', async () => {
    const { printer, diary, print } = await aPrinter();
    // A caller outside the type checker.
    const broken = { ...sampleSlip(), counters: null } as unknown as ReturnType<typeof sampleSlip>;
    printer.print({ id: 'A001', slip: broken });
    print('A002');
    await diary.has('A002 printed');
    expect(diary.lines).toContain('A001 refused not-drawn');
  });
});

/** A port that was free a moment ago. */
function aFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

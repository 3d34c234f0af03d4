import { describe, expect, it } from 'vitest';
import { createClockTimers } from './clock-timers.ts';
import { createPaperTransport, type PaperTransport } from './paper-transport.ts';
import { sampleSlip } from './sample-slip.ts';
import { orderFor } from './slip-printer.ts';
import { createPrinterRow } from './spare-printers.ts';
import { createSpooler, START_WITHIN_MS } from './spooler.ts';

/** A slip of one row of dots, in a job that is cut and confirmed as any other. */
const JOB = Uint8Array.from([
  ...[0x1b, 0x40, 0x1d, 0x61, 0x0e],
  ...[0x1d, 0x76, 0x30, 0, 1, 0, 1, 0, 0xff],
  ...[0x1d, 0x56, 66, 0, 0x1d, 0x72, 1],
]);

type RowOptions = {
  /** How long they have been on when the test begins. */
  startMs?: number;
  prepare?: (first: PaperTransport, spare: PaperTransport) => void;
  orderFor?: (kiosk: string | null) => number[];
};

async function aRow({ prepare = () => {}, orderFor: order, startMs = 2_000 }: RowOptions = {}) {
  const timers = createClockTimers();
  const [first, spare] = [createPaperTransport(timers), createPaperTransport(timers)];
  prepare(first, spare);
  const told: string[] = [];
  const states: string[] = [];
  const row = createPrinterRow({
    timers,
    ...(order ? { orderFor: order } : {}),
    printers: [first, spare].map(
      (transport) => (ears) => createSpooler({ ...ears, transport, timers, encode: () => JOB }),
    ),
    onState: (state, attention) => states.push(`${state}, ${attention}`),
    onOutcome: ({ id }, outcome, reason) => told.push([id, outcome, reason ?? ''].join(' ').trim()),
  });
  await timers.advance(startMs);
  const print = async (id: string, kiosk: string | null = null) => {
    row.print({ id, slip: sampleSlip({ number: id }), kiosk });
    await timers.advance(0);
  };
  return { timers, first, spare, row, told, states, print, papers: () => [first.papers.length, spare.papers.length] };
}

describe('[P11] a kiosk with a printer beside it', () => {
  const HALL = [{}, { kiosks: ['Cửa sau'] }, { kiosks: ['Cửa trước', 'Sân'] }, {}];

  it.each([
    ['Cửa sau', [1, 0, 3]],
    ['Sân', [2, 0, 3]],
    ['Cửa bên', [0, 3]],
    [null, [0, 3]],
  ] as const)('%s', (kiosk, order) => {
    expect(orderFor(kiosk, HALL)).toEqual(order);
  });

  it('that stands where no printer is named for it prints at any, so that there is paper', () => {
    expect(orderFor('Cửa bên', HALL.slice(1, 3))).toEqual([0, 1]);
  });

  it('prints there, and at the one for all when that is out', async () => {
    const { timers, first, spare, print, papers, told } = await aRow({ orderFor: (kiosk) => (kiosk ? [1, 0] : [0]) });
    await print('A001', 'Cửa sau');
    expect(papers()).toEqual([0, 1]);
    spare.paper.trouble({ paperOut: true });
    await timers.advance(0);
    await print('A002', 'Cửa sau');
    first.paper.trouble({ paperOut: true });
    spare.paper.trouble({ paperOut: false });
    await timers.advance(0);
    await print('A003');
    expect([papers(), told.at(-1)]).toEqual([[1, 1], 'A003 refused paper-out']);
  });
});

describe('[P10] two printers', () => {
  it('print at the first while it can', async () => {
    const { print, told, papers, states } = await aRow();
    await print('A001');
    expect([told, papers(), states]).toEqual([['A001 printed'], [1, 0], ['ready, ready']]);
  });

  it.each([
    ['paper-out', { paperOut: true }],
    ['cover-open', { coverOpen: true }],
    ['cutter-jam', { cutterJam: true }],
  ] as const)(
    'print at the spare on %s, tell the staff, and go back when the first is well again',
    async (state, trouble) => {
      const { timers, first, print, told, papers, states } = await aRow();
      first.paper.trouble(trouble);
      await timers.advance(0);
      await print('A001');
      expect([told, papers()]).toEqual([['A001 printed'], [0, 1]]);
      first.paper.trouble({ paperOut: false, coverOpen: false, cutterJam: false });
      await timers.advance(0);
      await print('A002');
      expect(papers()).toEqual([1, 1]);
      expect(states).toEqual(['ready, ready', `ready, ${state}`, 'ready, ready']);
    },
  );

  it('print at the spare when nobody answers at the first, at once when that is known', async () => {
    const { timers, first, print, told, papers } = await aRow({
      prepare: (one) => {
        one.line.isOff = true;
      },
    });
    await print('A001');
    first.line.isOff = false;
    await timers.advance(60_000);
    await print('A002');
    expect([told, papers()]).toEqual([
      ['A001 printed', 'A002 printed'],
      [1, 1],
    ]);
  });

  it('print at the first also right after the start, before it has told its state', async () => {
    const { first, print, told, papers } = await aRow({
      prepare: (one) => {
        one.line.isSilent = true;
      },
      startMs: 0,
    });
    first.line.isSilent = false;
    await print('A001');
    first.paper.trouble({ nearEnd: true });
    await print('A002');
    expect([told, papers()]).toEqual([
      ['A001 printed', 'A002 printed'],
      [2, 0],
    ]);
  });

  it('hand on who waits behind a slip under which the roll ended, but never that slip', async () => {
    const { timers, first, print, told, papers } = await aRow();
    first.line.after = { bytes: 9, happen: () => first.paper.trouble({ paperOut: true }) };
    await print('A001');
    await print('A002');
    await timers.advance(60_000);
    expect([told, papers()]).toEqual([
      ['A001 unknown paper-out', 'A002 printed'],
      [0, 1],
    ]);
    first.paper.trouble({ paperOut: false });
    await timers.advance(60_000);
    expect(papers()).toEqual([1, 1]);
  });

  it('never print at the spare what was lost on the line, or never confirmed', async () => {
    const { timers, first, print, told, papers } = await aRow();
    first.line.after = { bytes: 9, happen: () => first.cut() };
    await print('A001');
    await timers.advance(60_000);
    first.line.isSilent = true;
    await print('A002');
    await timers.advance(60_000);
    expect(told).toEqual(['A001 unknown connection-lost', 'A002 unknown silent']);
    expect(papers()[1]).toBe(0);
  });

  it('refuse with the reason of the last when both are out, and print nothing later', async () => {
    const { timers, first, spare, print, told, papers, states } = await aRow();
    first.paper.trouble({ paperOut: true });
    spare.line.isOff = true;
    spare.cut();
    await timers.advance(0);
    await print('A001');
    expect(told).toEqual(['A001 refused offline']);
    expect(states.at(-1)).toBe('paper-out, paper-out');
    first.paper.trouble({ paperOut: false });
    spare.line.isOff = false;
    await timers.advance(60_000);
    expect(papers()).toEqual([0, 0]);
  });

  it('[P3] keep nobody longer than one printer would, and print nothing later', async () => {
    const { timers, first, spare, print, told, papers } = await aRow();
    spare.line.isSilent = true;
    first.paper.trouble({ paperOut: true });
    await timers.advance(0);
    await print('A001');
    first.paper.trouble({ paperOut: false });
    await timers.advance(0);
    first.line.isSilent = true;
    await print('A002');
    // Behind one that the first does not confirm; handed on after a while, behind one that the spare does not.
    await print('A003');
    await timers.advance(START_WITHIN_MS - 2_000);
    first.line.isSilent = false;
    first.paper.trouble({ paperOut: true });
    await timers.advance(2_000);
    expect(told).toEqual(['A002 unknown paper-out', 'A001 unknown silent', 'A003 refused too-late']);
    await timers.advance(60_000);
    expect(papers()).toEqual([1, 1]);
  });

  it('[P3] hand nothing on that is refused only when its time is over', async () => {
    const timers = createClockTimers();
    const told: string[] = [];
    let refuse = () => {};
    const idle = { withdraw: () => {}, close: async () => {} };
    const row = createPrinterRow({
      timers,
      printers: [
        (ears) => ({
          ...idle,
          print: (job) => {
            refuse = () => ears.onOutcome(job, 'refused', 'offline');
          },
        }),
        () => ({ ...idle, print: () => told.push('printed at the spare') }),
      ],
      onState: () => {},
      onOutcome: ({ id }, outcome, reason) => told.push([id, outcome, reason].join(' ')),
    });
    row.print({ id: 'A001', slip: sampleSlip() });
    await timers.advance(START_WITHIN_MS);
    refuse();
    expect(told).toEqual(['A001 refused offline']);
  });

  it('let go in good order', async () => {
    const { row, timers, first, print, told, papers } = await aRow();
    first.line.isSilent = true;
    await print('A001');
    await print('A002');
    await row.close();
    await print('A003');
    await timers.advance(60_000);
    expect(told).toEqual(['A002 refused closing', 'A001 unknown closing', 'A003 refused closing']);
    expect(papers()).toEqual([1, 0]);
  });
});

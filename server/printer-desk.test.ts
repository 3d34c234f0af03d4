import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlipJob, Spooler } from '#printer/spooler.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#printer/virtual-printer.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { joinKiosk, joinManager, openTestHall, type TestHall } from '#tests/hall/test-hall.ts';
import { openPrinterDesk } from './printer-desk.ts';

describe('the printer’s desk in a hall', () => {
  let printer: VirtualPrinter;
  let house: TestHall;
  beforeEach(async () => {
    printer = await startVirtualPrinter();
    house = await openTestHall({ printer: { host: '127.0.0.1', port: printer.port } });
  });
  afterEach(async () => {
    await house.close();
    await printer.close();
  });

  it('[P17] a test slip is paper and nothing else: no number, no journal, no word on the kiosk', async () => {
    const [kiosk, manager] = [await joinKiosk(house.url), await joinManager(house.url)];
    await manager.until(({ printer: state }) => state === 'ready');
    const before = manager.view();
    expect(await manager.send('printer:test', {})).toEqual({ ok: true, answer: { outcome: 'printed' } });
    expect(printer.papers).toHaveLength(1);
    const taken = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    expect(taken).toMatchObject({ ok: true, answer: { number: 'A001', ahead: 0 } });
    await kiosk.until(({ slips }) => slips.length === 1 && slips[0]?.outcome === 'printed');
    // One entry for the number, one for its slip.
    const after = await manager.until(({ journal }) => journal.seq >= before.journal.seq + 2);
    expect(after.journal.seq).toBe(before.journal.seq + 2);
    for (const client of [kiosk, manager]) client.close();
  });

  it('[P17] says truly what became of it, and troubles nobody with it', async () => {
    const manager = await joinManager(house.url);
    await manager.until(({ printer: state }) => state === 'ready');
    printer.set({ paperOut: true });
    await manager.until(({ printer: state }) => state === 'paper-out');
    expect(await manager.send('printer:test', {})).toEqual({ ok: true, answer: { outcome: 'refused' } });
    expect([manager.view().slipTroubles, printer.papers]).toEqual([[], []]);
    manager.close();
  });

  it('[P17] asked again while it is printed, for the answer was lost, prints one paper', async () => {
    const manager = await joinManager(house.url);
    await manager.until(({ printer: state }) => state === 'ready');
    const replies = await Promise.all([1, 2, 3].map(() => manager.send('printer:test', {})));
    expect(replies).toEqual(Array(3).fill({ ok: true, answer: { outcome: 'printed' } }));
    expect(printer.papers).toHaveLength(1);
    manager.close();
  });

  it('[P17] shows beforehand, dot for dot, what will be printed', async () => {
    const manager = await joinManager(house.url);
    await manager.until(({ printer: state }) => state === 'ready');
    const preview = await manager.send('printer:preview', {});
    if (!preview.ok) throw new Error(preview.refusal);
    await manager.send('printer:test', {});
    const [paper] = printer.papers;
    const { width, height, data } = PNG.sync.read(Buffer.from(preview.answer.png, 'base64'));
    const shown = Buffer.alloc((width / 8) * height);
    for (let dot = 0; dot < width * height; dot += 1)
      if (data[dot * 4] === 0) shown[dot >> 3] = (shown[dot >> 3] ?? 0) | (0x80 >> (dot & 7));
    // The paper goes on a little, to the knife.
    expect(
      Buffer.from(paper?.rows ?? [])
        .subarray(0, shown.length)
        .equals(shown),
    ).toBe(true);
    manager.close();
  });
});

describe('the printer’s desk', () => {
  const desk = (find: () => Promise<string[]>) => {
    const clock = { at: 0 };
    const opened = openPrinterDesk({
      ...{ setup: sampleSetup(), spooler: () => null, find },
      ...{ now: () => 0, ticks: () => clock.at },
    });
    return { clock, opened };
  };

  it('[P17] gives the printer a slip that nobody can take for a ticket', () => {
    const jobs: SlipJob[] = [];
    const spooler: Spooler = {
      print: (job) => void jobs.push(job),
      withdraw: () => undefined,
      close: async () => undefined,
    };
    const opened = openPrinterDesk({
      ...{ setup: sampleSetup(), spooler: () => spooler },
      ...{ now: () => Date.UTC(2026, 10, 23, 1, 0), ticks: () => 0 },
    });
    void opened.ask('printer:test');
    expect(jobs.map(({ slip }) => slip)).toMatchObject([
      {
        ...{ number: '000', service: 'PHIẾU THỬ', code: 'PHIẾU THỬ', follow: null, isReprint: false },
        ...{ footer: 'Phiếu thử máy in, không phải số thứ tự.', issuedAtText: '08:00 23/11/2026' },
      },
    ]);
  });

  it('has nothing to print on where there is no printer', async () => {
    expect(await desk(async () => []).opened.ask('printer:test')).toBe('no-printer');
  });

  it('[P18] looks for printers once, however often it is asked at the same time, and again only after a while', async () => {
    let rounds = 0;
    const { clock, opened } = desk(async () => [`round ${++rounds}`]);
    const both = await Promise.all([opened.ask('printer:find'), opened.ask('printer:find')]);
    expect(both).toEqual([{ found: ['round 1'] }, { found: ['round 1'] }]);
    clock.at = 9_999;
    expect(await opened.ask('printer:find')).toEqual({ found: ['round 1'] });
    clock.at = 10_000;
    expect(await opened.ask('printer:find')).toEqual({ found: ['round 2'] });
  });

  it('[P18] tries anew after a round that failed', async () => {
    let rounds = 0;
    const { opened } = desk(async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('no network');
      return ['192.168.1.9'];
    });
    await expect(opened.ask('printer:find')).rejects.toThrow('no network');
    expect(await opened.ask('printer:find')).toEqual({ found: ['192.168.1.9'] });
  });
});

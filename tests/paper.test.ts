import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startVirtualPrinter, type VirtualPrinter } from '#printer/virtual-printer.ts';
import { kill, openAllDay, startHallProcess } from './hall/hall-process.ts';
import { joinKiosk, joinManager, openTestHall, writeOffice } from './hall/test-hall.ts';

let printer: VirtualPrinter;
beforeEach(async () => {
  printer = await startVirtualPrinter();
});
afterEach(() => printer.close());

it('[P2] what became of a slip reaches the kiosk and the manager, and the journal', async () => {
  const house = await openTestHall({ printer: { host: '127.0.0.1', port: printer.port } });
  const [kiosk, manager] = [await joinKiosk(house.url), await joinManager(house.url)];
  await kiosk.until(({ printer: state }) => state === 'ready');
  await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  await kiosk.until(({ slips }) => slips[0]?.outcome === 'printed');
  printer.set({ coverOpen: true });
  await kiosk.until(({ printer: state }) => state === 'cover-open');
  await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  await kiosk.until(({ slips }) => slips[0]?.outcome === 'refused');
  const seen = await manager.until(({ slipTroubles }) => slipTroubles.length > 0);
  expect(seen.slipTroubles.map(({ number, outcome }) => [number, outcome])).toEqual([['A002', 'refused']]);
  expect(seen.totals.waiting).toBe(2);
  expect(printer.papers).toHaveLength(1);
  for (const client of [kiosk, manager]) client.close();
  await house.close();
});

it('[P4] a slip that was under way when the house was killed is unknown afterwards, and no second paper comes', async () => {
  printer.set({ silent: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-paper-'));
  writeOffice(dataDir, { ...openAllDay(), printer: { host: '127.0.0.1', port: printer.port } });
  const first = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' });
  const before = await joinKiosk(first.url);
  await before.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  await before.until(({ slips }) => slips[0]?.outcome === 'printing');
  before.close();
  await kill(first.child);

  printer.set({ silent: false });
  const again = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' });
  const after = await joinKiosk(again.url);
  await after.until(({ printer: state, slips }) => state === 'ready' && slips[0]?.outcome === 'unknown');
  expect(printer.papers.length).toBeLessThanOrEqual(1);
  after.close();
  await kill(again.child);
  rmSync(dataDir, { recursive: true, force: true });
});

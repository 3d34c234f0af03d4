import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readCode from 'jsqr';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Bitmap } from '#printer/bitmap.ts';
import { startVirtualPrinter, type VirtualPrinter } from '#printer/virtual-printer.ts';
import { kill, openAllDay, startHallProcess } from './hall/hall-process.ts';
import { Client, joinKiosk, joinManager, openTestHall, writeOffice } from './hall/test-hall.ts';

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

it('[P7] the code on the slip leads a phone to its ticket', async () => {
  const house = await openTestHall({ printer: { host: '127.0.0.1', port: printer.port } });
  const kiosk = await joinKiosk(house.url);
  await kiosk.until(({ printer: state }) => state === 'ready');
  const reply = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'priority' });
  if (!reply.ok || reply.answer.follow === undefined) throw new Error(JSON.stringify(reply));
  await kiosk.until(({ slips }) => slips[0]?.outcome === 'printed');
  const [paper] = printer.papers;
  if (!paper) throw new Error('no paper');
  expect(readCode.default(greysOf(paper), paper.width, paper.height)?.data).toBe(reply.answer.follow);

  const { pathname } = new URL(reply.answer.follow);
  const phone = await Client.join(house.url, 'view:phone', 'phone');
  const slip = await phone.send('ticket:follow', { token: pathname.replace('/t/', '') });
  expect(slip).toMatchObject({ ok: true, answer: { number: 'A001', service: 'dat-dai' } });
  const handle = slip.ok ? slip.answer.handle : '';
  expect(phone.view().waiting.find(({ service }) => service === 'dat-dai')?.handles).toEqual([handle]);
  expect(JSON.stringify(phone.view())).not.toMatch(/A001|priority/);
  for (const client of [kiosk, phone]) client.close();
  await house.close();
});

/** A picture as a camera would give it: four bytes a dot. */
function greysOf({ width, height, rows }: Bitmap): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let dot = 0; dot < width * height; dot += 1) {
    const [x, y] = [dot % width, Math.floor(dot / width)];
    if ((rows[y * (width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) pixels.fill(0, dot * 4, dot * 4 + 3);
  }
  return pixels;
}

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

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

it('[P16] a reprint is one more paper with the same number, only at a press, and clears the trouble it was asked for', async () => {
  const house = await openTestHall({ printer: { host: '127.0.0.1', port: printer.port } });
  const [kiosk, manager] = [await joinKiosk(house.url), await joinManager(house.url)];
  await kiosk.until(({ printer: state }) => state === 'ready');
  printer.set({ coverOpen: true });
  await kiosk.until(({ printer: state }) => state === 'cover-open');
  const taken = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  const ticket = taken.ok ? taken.answer.ticket : '';
  await manager.until(({ slipTroubles }) => slipTroubles.length > 0);
  printer.set({ coverOpen: false });
  await kiosk.until(({ printer: state }) => state === 'ready');
  // Somebody else's slip: a paper of its own, and a screen that the reprint leaves alone.
  const other = await kiosk.send('ticket:take', { services: ['ho-tich'], priority: 'regular' });
  await kiosk.until(({ slips }) => slips[0]?.outcome === 'printed');
  expect(printer.papers).toHaveLength(1);

  expect(await manager.send('slip:reprint', { ticket })).toEqual({ ok: true, answer: {} });
  expect(await manager.send('slip:reprint', { ticket })).toMatchObject({ ok: false });
  const seen = await manager.until(({ slipTroubles }) => slipTroubles.length === 0);
  expect(seen.totals.waiting).toBe(2);
  await kiosk.until(({ slips }) => slips.every(({ outcome }) => outcome === 'printed'));
  const otherTicket = other.ok ? other.answer.ticket : '';
  expect(kiosk.view().slips.map((slip) => slip.ticket)).toEqual([otherTicket, ticket]);
  expect(printer.papers).toHaveLength(2);
  // The mark stands on the copy alone: its paper is longer by the badge.
  const [first, copy] = printer.papers.map(({ height }) => height);
  expect(copy).toBeGreaterThan(first ?? 0);
  for (const client of [kiosk, manager]) client.close();
  await house.close();
});

it('[P16] a reprint under way when the house was killed is unknown afterwards, counted, and not printed by itself', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-paper-'));
  writeOffice(dataDir, { ...openAllDay(), printer: { host: '127.0.0.1', port: printer.port } });
  const first = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' });
  const before = await joinKiosk(first.url);
  const door = await Client.join(first.url, 'view:door', 'manager');
  const set = await door.send('manager:set-password', { password: 'một câu thật dài' });
  const hello = { role: 'manager', counter: null, session: set.ok ? set.answer.session : null } as const;
  const desk = new Client(first.url, 'view:manager', hello);
  await desk.until(() => true);
  const taken = await before.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  const ticket = taken.ok ? taken.answer.ticket : '';
  await before.until(({ slips }) => slips[0]?.outcome === 'printed');
  printer.set({ silent: true });
  expect(await desk.send('slip:reprint', { ticket })).toEqual({ ok: true, answer: {} });
  for (const client of [before, door, desk]) client.close();
  await kill(first.child);
  const papers = printer.papers.length;

  printer.set({ silent: false });
  const again = await startHallProcess({ DATA_DIR: dataDir, PORT: '0' });
  const after = new Client(again.url, 'view:manager', hello);
  const seen = await after.until(({ slipTroubles, printer: state }) => state === 'ready' && slipTroubles.length > 0);
  expect(seen.slipTroubles).toMatchObject([{ ticket, outcome: 'unknown', noReprint: null }]);
  expect(printer.papers).toHaveLength(papers);
  expect((await after.send('slip:reprint', { ticket })).ok).toBe(true);
  await after.until(({ slipTroubles }) => slipTroubles.length === 0);
  expect(await after.send('slip:reprint', { ticket })).toEqual({ ok: false, refusal: 'reprinted-enough' });
  after.close();
  await kill(again.child);
  rmSync(dataDir, { recursive: true, force: true });
});

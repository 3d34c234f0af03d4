import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { joinDisplay, joinKiosk, openTestHall, type TestHall } from './hall/test-hall.ts';
import { type StartedShell, startShell } from './stand-in/start-shell.ts';

// A clerk's PC: the app as it ships, in the stand-in, before a real hall.
const HOME = resolve(import.meta.dirname, '..');
const PATIENT = { timeout: 60_000 };

let folder: string;
let house: TestHall;
let shell: StartedShell;
const file = () => join(folder, 'appData/Luot/machine.json');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luot-clerk-'));
  house = await openTestHall();
  mkdirSync(join(folder, 'appData/Luot'), { recursive: true });
  writeFileSync(file(), JSON.stringify({ role: 'counter', server: new URL(house.url).origin }));
  const bundle = await buildMain(HOME, join(folder, 'built'));
  shell = await startShell({ bundle, args: [], browserPath: inject('browserPath'), folder });
}, 120_000);
afterAll(async () => {
  await shell?.close();
  await house?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

it('[C1] F9 in another program calls the next; the closed window ends the app and remembers its place', async () => {
  const page = await shell.page();
  await page.locator('.counter-card').first().click(PATIENT);
  await page.locator('.at-counter').waitFor(PATIENT);
  await page.keyboard.press('m');
  const kiosk = await joinKiosk(house.url);
  await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  const display = await joinDisplay(house.url);
  // Open, and somebody waits: the one button is "next".
  await page.locator('.primary:enabled', { hasText: 'Space' }).waitFor(PATIENT);
  shell.order({ do: 'press-shortcut', accelerator: 'F9' });
  const board = await display.until(({ calls }) => calls.length === 1);
  expect(board.calls.map(({ number, counter }) => [number, counter])).toEqual([['A001', 1]]);
  for (const client of [kiosk, display]) client.close();

  const { windows } = await shell.look();
  expect(windows).toMatchObject([{ options: { alwaysOnTop: true, width: 360 }, bounds: { width: 360 } }]);
  shell.order({ do: 'close-windows' });
  expect(await shell.ended).toBe(0);
  const { counterWindow } = JSON.parse(readFileSync(file(), 'utf8'));
  expect(counterWindow).toEqual({ x: expect.any(Number), y: expect.any(Number), height: expect.any(Number) });
}, 180_000);

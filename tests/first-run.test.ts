import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { isAnswering } from '#kiosk/main/healing/is-answering.ts';
import { openAllDay } from './hall/hall-process.ts';
import { joinDisplay, writeOffice } from './hall/test-hall.ts';
import { type StartedShell, startShell } from './stand-in/start-shell.ts';

// The app as it ships, in the stand-in, on a PC that nobody has set up; the hall's server is the built one, in a process of its own.
const HOME = resolve(import.meta.dirname, '..');
const PATIENT = { timeout: 60_000 };
/** Under what address the stand-in's Chromium shows `luot-setup://app/`. */
const SETUP = '//app.luot-setup.localhost/';
const STAFF = '//staff.luot-setup.localhost/';

describe('a PC that is made all in one', () => {
  let folder: string;
  let bundle: string;
  let port: number;
  let shell: StartedShell;

  const start = async () => {
    const env = { PORT: String(port), LAN: 'off' };
    shell = await startShell({ bundle, args: [], browserPath: inject('browserPath'), env, folder });
  };
  /** The page among all windows whose address holds this. */
  const pageAt = (part: string): Promise<Page> =>
    vi.waitUntil(() => shell.pages().find((page) => page.url().includes(part)), { ...PATIENT, interval: 50 });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'luot-first-run-'));
    bundle = await buildMain(HOME, join(folder, 'app', 'dist-electron'));
    // Beside one another, as in the installed app.
    symlinkSync(join(HOME, 'dist-server'), join(folder, 'app', 'dist-server'), 'junction');
    port = await freePort();
    writeOffice(join(folder, 'appData/Luot/hall'), openAllDay());
  }, 120_000);
  afterEach(() => shell?.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  it('asks what it is, becomes it at once, and gives numbers', async () => {
    await start();
    const setup = await pageAt(SETUP);
    await setup.locator('.role[data-role="all-in-one"]').click();
    for (const digit of '280419280419') await setup.keyboard.press(digit);
    await setup.locator('.start').click();
    const kiosk = await pageAt(`localhost:${port}/kiosk/`);
    await kiosk.locator('.service').first().click(PATIENT);
    await kiosk.locator('.take').click(PATIENT);
    await kiosk.getByText('A001').first().waitFor(PATIENT);
    const { windows } = await shell.look();
    expect(windows.filter(({ is }) => is.shown).map(({ url }) => new URL(url).pathname)).toEqual(['/kiosk/']);
  }, 180_000);

  it('opens as that from then on, with all numbers; the staff’s PIN ends it, and its server with it', async () => {
    const machine = JSON.parse(readFileSync(join(folder, 'appData/Luot/machine.json'), 'utf8'));
    expect(machine).toMatchObject({ role: 'all-in-one', server: null, exit: { salt: expect.any(String) } });
    expect(JSON.stringify(machine)).not.toContain('280419');
    const entry = join(folder, 'appData/autostart/luot.desktop');
    expect(existsSync(entry)).toBe(process.platform === 'linux');
    await start();
    const kiosk = await pageAt(`localhost:${port}/kiosk/`);
    expect(shell.pages().filter((page) => page.url().includes(SETUP))).toEqual([]);
    const display = await joinDisplay(`http://localhost:${port}/`);
    await display.until(({ waiting }) => waiting.some((line) => line.waiting === 1));
    display.close();

    await kiosk.locator('.service').first().waitFor(PATIENT);
    for (let tap = 0; tap < 5; tap += 1) await kiosk.mouse.click(10, 10);
    const pad = await pageAt(STAFF);
    await pad.locator('.pad-key').first().waitFor(PATIENT);
    for (const digit of '280419') await pad.keyboard.press(digit);
    await pad.locator('[data-way="quit"]').click(PATIENT);
    expect(await shell.ended).toBe(0);
    expect(await isAnswering(new URL(`http://localhost:${port}/kiosk/`))).toBe(false);
    // Of its own, not cut off: a database that was closed has nothing beside it.
    expect(existsSync(join(folder, 'appData/Luot/hall/office.db-wal'))).toBe(false);
  }, 180_000);

  it('says in plain words what its server waits for, and is there by itself once that is mended', async () => {
    const inTheWay = createServer((_request, response) => response.writeHead(404).end()).listen(port);
    await start();
    const calm = await pageAt('data:text/html');
    await expect
      .poll(async () => decodeURIComponent((await pageAt('data:text/html')).url()), PATIENT)
      .toContain('Out of service for now');
    expect(await calm.locator('footer').innerText()).toContain(String(port));
    inTheWay.closeAllConnections();
    await new Promise((closed) => inTheWay.close(closed));
    await vi.waitUntil(() => isAnswering(new URL(`http://localhost:${port}/kiosk/`)), { ...PATIENT, interval: 100 });
    await pageAt(`localhost:${port}/kiosk/`);
  }, 180_000);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((listening) => server.once('listening', listening));
  // `address()` of a server that listens on a port is never a path.
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { openMachineFile } from '#kiosk/main/setup/machine-file.ts';
import { fingerprint } from '#server/tls/certificates.ts';
import { hallKey } from '#shared/domain/hall-link.ts';
import { ownAddresses } from '#shared/finding/cards.ts';
import { joinManager, openTestHall, type TestHall } from './hall/test-hall.ts';
import { type StartedShell, startShell } from './stand-in/start-shell.ts';

// The shell as it ships, in the stand-in: its finder, its pin, its preload. Real halls, real TLS, real multicast on this machine's card.
const HOME = resolve(import.meta.dirname, '..');
const [CARD] = ownAddresses();
/** A hall counts as lost after a while, is looked for every while, and the machine is loaded. */
const PATIENT = { timeout: 90_000 };

describe.skipIf(CARD === undefined)('[A14] the lobby’s TV, as it ships', () => {
  let folder: string;
  let shell: StartedShell;
  let house: TestHall;
  let pin: string;
  const hallFolder = mkdtempSync(join(tmpdir(), 'luot-moving-'));
  const strangers = mkdtempSync(join(tmpdir(), 'luot-stranger-'));

  const open = (data: string, httpsPort = 0) =>
    openTestHall({}, data, { at: Date.now() }, { lan: { httpsPort, where: { cards: ownAddresses } } });
  const originOf = ({ secureUrl }: TestHall) => `https://${CARD}:${new URL(secureUrl).port}`;
  const machine = () => openMachineFile(join(folder, 'appData/Luot/machine.json')).read();
  /** What stands on the screen, in a few words. A page that is just going, or was too slow and is opened anew, says nothing. */
  const stands = async () => {
    try {
      const page = await shell.page();
      const says = await page.locator('body').innerText({ timeout: 5_000 });
      const isBoard = (await page.locator('.board').count()) === 1;
      const [code = ''] = await page.locator('.pairing-code').allTextContents();
      const at = page.url().startsWith('data:') ? 'calm' : new URL(page.url()).origin;
      return { at, says, isBoard, code: code.replaceAll(/\s/g, '') };
    } catch {
      return null;
    }
  };
  /** The board is there, and nobody asks for a code. */
  const isKnownAt = (there: TestHall) =>
    expect.poll(stands, PATIENT).toMatchObject({ at: originOf(there), isBoard: true });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'luot-tv-'));
    house = await open(hallFolder);
    pin = fingerprint(readFileSync(join(hallFolder, 'tls/authority.crt'), 'utf8'));
    const bundle = await buildMain(HOME, join(folder, 'built'));
    shell = await startShell({ bundle, args: [], browserPath: inject('browserPath'), folder });
  }, 120_000);
  afterAll(async () => {
    await shell?.close();
    await house?.close();
    for (const one of [folder, hallFolder, strangers]) rmSync(one, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is set up with a hall that it hears, once the key was compared', async () => {
    const setup = await vi.waitUntil(() => shell.pages().find((page) => page.url().includes('luot-setup')), PATIENT);
    await setup.locator('.role[data-role="tv"]').click(PATIENT);
    await setup.locator('.hall', { hasText: originOf(house) }).click(PATIENT);
    expect((await setup.locator('.hall-key span').allInnerTexts()).join('-')).toBe(hallKey(pin));
    await setup.locator('.answers .primary').click();
    for (const digit of '280419280419') await setup.keyboard.press(digit);
    await setup.locator('.start').click();
    await expect.poll(() => machine()?.pin?.fingerprint, PATIENT).toBe(pin);
    expect(machine()?.server).toBe(originOf(house));
  }, 180_000);

  it('opens that hall over TLS, whatever the PC’s own roots say, and is paired there', async () => {
    const { code } = await vi.waitUntil(async () => {
      const now = await stands();
      return now?.at === originOf(house) && now.code !== '' && now;
    }, PATIENT);
    const manager = await joinManager(house.url);
    const pairing = { code, role: 'display', counter: null, name: 'TV sảnh' } as const;
    expect(await manager.send('device:pair', pairing)).toMatchObject({ ok: true });
    manager.close();
    await isKnownAt(house);
    await expect.poll(() => machine()?.paired?.fingerprint, PATIENT).toBe(pin);
  }, 180_000);

  it('refuses a server of the same name with another key at that address, and says so', async () => {
    const port = Number(new URL(house.secureUrl).port);
    const there = originOf(house);
    await house.hall.close();
    house = await open(strangers, port);
    await (await shell.page()).reload().catch(() => {});
    await expect.poll(stands, PATIENT).toMatchObject({ at: 'calm', says: expect.stringContaining('một máy khác') });
    expect(machine()?.server).toBe(there);
    await house.hall.close();
  }, 180_000);

  it('follows its hall to where it is now, and is known there', async () => {
    house = await open(hallFolder);
    await isKnownAt(house);
    expect(machine()?.server).toBe(originOf(house));
  }, 180_000);
});

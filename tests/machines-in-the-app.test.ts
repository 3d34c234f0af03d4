import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { RESTART_CODE } from '#kiosk/main/healing/restart-app.ts';
import { PROGRAM_VERSION } from '#shared/contract/program-version.ts';
import { Client, openTestHall } from './hall/test-hall.ts';
import { startShell } from './stand-in/start-shell.ts';

// The built app around a real hall's page, in the stand-in: what only the app knows goes over the bridge, and so does a restart.
const HOME = resolve(import.meta.dirname, '..');
const PATIENT_MS = 180_000;

let folder: string;
let bundle: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luot-health-'));
  bundle = await buildMain(HOME, join(folder, 'app'));
}, PATIENT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

it(
  '[M1] [M3] an app tells what only it knows, and the manager sees it go and come back',
  async () => {
    const house = await openTestHall();
    const manager = await Client.join(house.url, 'view:machines', 'manager');
    const kiosk = () => manager.view().machines.find(({ id }) => id === 'local-kiosk');
    // Under a launcher, which starts it again when it ends with that code: here the test does.
    const start = () =>
      startShell({
        ...{ bundle, folder, args: ['--room=kiosk', `--url=${house.url}`], browserPath: inject('browserPath') },
        env: { LUOT_LAUNCHED: 'yes' },
      });
    const first = await start();
    await vi.waitUntil(() => kiosk()?.health?.shell, { timeout: PATIENT_MS });
    expect(kiosk()).toMatchObject({
      ...{ isHere: true, mayRestart: ['page', 'shell'], restart: null },
      health: { shell: { version: PROGRAM_VERSION }, screen: { monitors: expect.any(Number) } },
    });
    expect(await manager.send('machine:restart', { machine: 'local-kiosk', what: 'shell' })).toEqual({
      ok: true,
      answer: {},
    });
    expect(await first.ended).toBe(RESTART_CODE);
    await vi.waitUntil(() => kiosk()?.restart, { timeout: PATIENT_MS });
    expect(kiosk()?.restart).toMatchObject({ what: 'shell', backAt: null });
    await first.close();

    const second = await start();
    await vi.waitUntil(() => kiosk()?.restart?.backAt, { timeout: PATIENT_MS });
    await second.close();
    manager.close();
    await house.close();
  },
  2 * PATIENT_MS,
);

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { usualMachine } from '#kiosk/main/setup/machine.ts';
import { createShell } from '#kiosk/main/shell.ts';
import { createFakeElectron } from '#kiosk/main/testing/fake-electron.ts';
import { fakeMachineFile, fakeParts } from '#kiosk/main/testing/fake-parts.ts';
import { createClock, settle } from '#kiosk/main/testing/hand-clock.ts';
import { MANIFEST_FILE } from './manifest.ts';
import { FIRST_LOOK_MS } from './run-updates.ts';
import { serveUpdates } from './serve-updates.ts';
import { aManifest, signed } from './testing/a-release.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-serve-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function anApp({ isPackaged = true, from = join(folder, 'stick') as string | null } = {}) {
  const electron = createFakeElectron();
  electron.app.isPackaged = isPackaged;
  electron.app.paths.userData = folder;
  const clock = createClock();
  const said: string[] = [];
  const machineFile = fakeMachineFile({ ...usualMachine('kiosk'), updates: from === null ? null : { from } });
  const outside = { later: clock.later, ticks: clock.ticks, say: (line: string) => void said.push(line) };
  const { news } = serveUpdates(createShell(fakeParts(electron, { machineFile, outside })));
  await settle();
  // The first look reads a real disk, which no clock in the hand can hurry.
  await clock.pass(FIRST_LOOK_MS);
  return { said, clock, news };
}

it('looks where machine.json says, and believes nobody whom the program does not know', async () => {
  const { said } = await anApp();
  await expect.poll(() => said).toEqual([expect.stringContaining('the source cannot be reached')]);
  rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'luot-serve-'));
  writeFileSync(join(folder, MANIFEST_FILE), signed(aManifest()));
  const there = await anApp({ from: folder });
  await expect.poll(() => there.said).toEqual([expect.stringContaining('the signature is not right')]);
  expect(there.news()).toBe('refused');
});

it('looks for nothing where nobody has said so, nor from its sources', async () => {
  for (const quiet of [{ from: null }, { isPackaged: false }]) {
    const { said, clock } = await anApp(quiet);
    await clock.pass(24 * 3_600_000);
    expect([quiet, said]).toEqual([quiet, []]);
  }
});

it('says so when it may not look there', async () => {
  const { said } = await anApp({ from: 'http://cap-nhat/' });
  expect(said).toEqual([expect.stringContaining('a folder or https:// only')]);
});

it('says that a version was given back, and remembers it', async () => {
  mkdirSync(join(folder, 'updates'));
  const file = join(folder, 'updates', 'update.json');
  writeFileSync(file, JSON.stringify({ machine: 'm', trial: { version: '0.2.0', from: '0.1.0', starts: 4 } }));
  const { said, news } = await anApp({ from: null });
  await expect.poll(() => said).toEqual([expect.stringContaining('the old one is back')]);
  expect(news()).toBe('given-back');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ machine: 'm', trial: null, failed: { '0.2.0': 1 } });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { restore } from '#server/keeping/restore.ts';
import { openDataFolder } from '#server/settings/data-folder.ts';
import { newestGoodBackup } from '#server/store/snapshot.ts';
import { HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { joinKiosk, joinManager, MONDAY_EIGHT, openTestHall } from './hall/test-hall.ts';

const LONG = 90_000;
const dataDir = mkdtempSync(join(tmpdir(), 'luot-backup-'));
const clock = { at: MONDAY_EIGHT };
const openHall = () => openTestHall({}, dataDir, clock, { isOnNetwork: false });
let close: () => unknown = () => undefined;
afterEach(async () => {
  await close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function takeOne(url: string) {
  const kiosk = await joinKiosk(url);
  const reply = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  kiosk.close();
  return reply.ok ? reply.answer.number : reply.refusal;
}

it('[R10] a morning: copied while numbers are taken, damaged, refused with the way back, restored, and on it goes', {
  timeout: LONG,
}, async () => {
  const first = await openHall();
  close = first.close;
  const manager = await joinManager(first.url);
  expect(await takeOne(first.url)).toBe('A001');
  clock.at += 6 * MINUTE;
  const copied = await manager.until(({ backup }) => backup.lastAt !== null);
  expect(copied.backup).toEqual({ lastAt: clock.at, failed: false });
  clock.at += HOUR;
  expect(await takeOne(first.url)).toBe('A002');
  await manager.until(({ backup }) => backup.lastAt === clock.at);
  expect(await takeOne(first.url)).toBe('A003');
  manager.close();
  await first.hall.close();

  const folder = openDataFolder(dataDir);
  const bytes = readFileSync(folder.databaseFile);
  writeFileSync(folder.databaseFile, bytes.fill(0xa5, 4096, bytes.length / 2));
  close = () => undefined;
  const newest = newestGoodBackup(folder.backupsFolder, folder.key ?? Buffer.alloc(0)) ?? '';
  await expect(openHall()).rejects.toThrow(`npm run restore -- "${newest}"`);

  restore(folder, newest, clock.at);
  const second = await openHall();
  close = second.close;
  // What the backup did not hold is given out again: its slip has to be asked for in the hall.
  expect(await takeOne(second.url)).toBe('A003');
});

it('[R9] a hall that cannot be backed up goes on, and its manager knows', { timeout: LONG }, async () => {
  clock.at = MONDAY_EIGHT;
  const house = await openHall();
  close = house.close;
  writeFileSync(join(dataDir, 'backups'), 'a file where the folder should be');
  clock.at += 6 * MINUTE;
  const manager = await joinManager(house.url);
  await manager.until(({ backup }) => backup.failed);
  expect(await takeOne(house.url)).toBe('A001');
  manager.close();
});

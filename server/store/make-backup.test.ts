import { copyFileSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { KeptOffice } from '#server/testing/kept-office.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { makeBackup } from './make-backup.ts';
import { checkCopy } from './snapshot.ts';

const SLOW = 60_000;
let office: KeptOffice;
beforeEach(() => {
  office = new KeptOffice().morning();
});
const job = (databaseFile = office.folder.databaseFile) => ({
  databaseFile,
  folder: office.folder.backupsFolder,
  key: office.key,
  head: office.store.upkeep.head(),
  at: office.now,
});
const inFolder = () => readdirSync(office.folder.backupsFolder);

describe('a backup', { timeout: SLOW }, () => {
  it('[R9] is one file that needs no other beside it', async () => {
    const { file } = await makeBackup(job());
    expect(inFolder()).toHaveLength(1);
    const moved = join(temporaryFolder(), 'moved.db');
    copyFileSync(file, moved);
    expect(checkCopy(moved, office.key, 'all')).toEqual(office.store.upkeep.head());
    expect(existsSync(`${moved}-wal`)).toBe(false);
  });

  it('[R9] holds what only the log beside the database holds after a power cut', async () => {
    const cut = join(temporaryFolder(), 'office.db');
    for (const ending of ['', '-wal']) copyFileSync(`${office.folder.databaseFile}${ending}`, `${cut}${ending}`);
    const { seq } = await makeBackup(job(cut));
    expect(seq).toBe(office.store.upkeep.head().seq);
  });

  it('[R9] that does not hold what was journalled is none, and leaves nothing behind', async () => {
    const { seq } = office.store.upkeep.head();
    const head = { seq, chain: Buffer.alloc(32, 9) };
    await expect(makeBackup({ ...job(), head })).rejects.toThrow(`does not hold entry ${seq}`);
    expect(inFolder()).toEqual([]);
  });

  it('[R9] of a damaged database is none; the earlier ones stay', async () => {
    const { file } = await makeBackup(job());
    const damaged = join(temporaryFolder(), 'office.db');
    writeFileSync(damaged, readFileSync(file).fill(0xa5, 8192, 24_576));
    await expect(makeBackup({ ...job(damaged), at: office.now + 1000 })).rejects.toThrow(
      /malformed|damaged|disk image/,
    );
    expect(inFolder()).toHaveLength(1);
    expect(checkCopy(file, office.key, 'all')).toEqual(office.store.upkeep.head());
  });

  it('[R9] leaves alone what another program is still writing', async () => {
    await makeBackup(job());
    const theirs = join(office.folder.backupsFolder, 'office-20261123T005900Z.db.77.partial');
    writeFileSync(theirs, 'half');
    utimesSync(theirs, office.now / 1000 - 60, office.now / 1000 - 60);
    await makeBackup({ ...job(), at: office.now + 1000 });
    expect(existsSync(theirs)).toBe(true);
  });
});

import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#server/store/open-store.ts';
import { KeptOffice } from '#server/testing/kept-office.ts';
import { NUMBERS_GIVEN } from '#server/testing/numbers-given.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { restore } from './restore.ts';

const AT = Date.UTC(2026, 10, 24, 3, 4, 5);

/** An office with one good backup, and one number more than stands in it. */
let office: KeptOffice;
let backup: string;
beforeEach(async () => {
  office = new KeptOffice().morning();
  backup = await office.backup();
  office.take();
});

const rows = (file: string) => {
  const db = new Database(file, { readonly: true });
  const numbers = db.prepare(`SELECT number FROM (${NUMBERS_GIVEN}) ORDER BY number`).pluck().all();
  db.close();
  return numbers;
};

/** As a power cut leaves it: the newest pages stand in the `-wal` alone. */
function cutPower() {
  const folder = temporaryFolder();
  for (const ending of ['', '-wal', '-shm'])
    copyFileSync(`${office.folder.databaseFile}${ending}`, join(folder, `office.db${ending}`));
  office.close();
  for (const ending of ['', '-wal', '-shm'])
    copyFileSync(join(folder, `office.db${ending}`), `${office.folder.databaseFile}${ending}`);
}

const SLOW = 60_000;

describe('a restore', { timeout: SLOW }, () => {
  it('[R10] puts back what the backup holds, and moves away what stood there, the log beside it too', () => {
    cutPower();
    const { databaseFile, path } = office.folder;
    const { seq, replaced } = restore(office.folder, backup, AT);
    expect(replaced).toBe(join(path, 'replaced-20261124T030405Z'));
    expect(readdirSync(replaced ?? '').sort()).toEqual(['office.db', 'office.db-shm', 'office.db-wal']);
    expect(rows(databaseFile)).toEqual(['A001', 'A002', 'A003']);
    const store = openStore(office.folder);
    expect([store.isIntact, store.upkeep.head().seq]).toEqual([true, seq]);
    store.close();
  });

  it('[R10] is needed: a copy over the file alone leaves the old log, which brings other pages back', () => {
    cutPower();
    const { databaseFile } = office.folder;
    copyFileSync(backup, databaseFile);
    expect(rows(databaseFile)).not.toEqual(['A001', 'A002', 'A003']);
  });

  it('[R10] works where nothing stands any more', () => {
    office.close();
    const { databaseFile } = office.folder;
    rmSync(databaseFile);
    expect(restore(office.folder, backup, AT).replaced).toBeNull();
    expect(rows(databaseFile)).toEqual(['A001', 'A002', 'A003']);
  });

  it('[R10] waits for a server that runs to be stopped', () => {
    expect(() => restore(office.folder, backup, AT)).toThrow(/in use by another running server/);
    expect(rows(office.folder.databaseFile)).toEqual(['A001', 'A002', 'A003', 'A004']);
  });

  it('[R10] takes a backup of before an update', () => {
    office.close();
    const db = new Database(backup);
    db.exec(`ALTER TABLE closed_ticket RENAME TO ticket; ALTER TABLE ticket ADD COLUMN state TEXT DEFAULT 'closed';
             PRAGMA user_version = 7`);
    db.close();
    restore(office.folder, backup, AT);
    openStore(office.folder).close();
    expect(rows(office.folder.databaseFile)).toEqual(['A001', 'A002', 'A003']);
  });
});

const change = (sql: string) => (file: string) => {
  const db = new Database(file);
  db.exec(sql);
  db.close();
};

describe('a restore refuses and leaves everything as it is', { timeout: SLOW }, () => {
  it.each<[string, (file: string) => void, RegExp]>([
    [
      'a backup with a changed entry',
      change(`UPDATE journal SET input = '{"x":1}' WHERE seq = 4`),
      /entry 4 does not fit/,
    ],
    ['one cut short', (file) => truncateSync(file, 20_000), /damaged|malformed|cannot be/],
    ['an empty file', (file) => truncateSync(file, 0), /empty/],
    ['a text', (file) => writeFileSync(file, 'notes'.repeat(1000)), /not a database/],
    ['another program’s', change('PRAGMA application_id = 77'), /not a database of this program/],
    ['one of a newer version', change('PRAGMA user_version = 9999'), /newer version/],
    [
      'one whose pages were overwritten',
      (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 8192, 16_384)),
      /damaged|malformed/,
    ],
  ])('[R10] %s', (_what, spoil, why) => {
    office.close();
    const bad = join(temporaryFolder(), 'bad.db');
    copyFileSync(backup, bad);
    spoil(bad);
    const before = readdirSync(office.folder.path).sort();
    const bytes = readFileSync(office.folder.databaseFile);
    expect(() => restore(office.folder, bad, AT)).toThrow(why);
    expect(readdirSync(office.folder.path).sort()).toEqual(before);
    expect(readFileSync(office.folder.databaseFile)).toEqual(bytes);
  });

  it('[R10] another office’s', async () => {
    const other = await new KeptOffice().morning().backup();
    office.close();
    expect(() => restore(office.folder, other, AT)).toThrow(/another office’s/);
    expect(rows(office.folder.databaseFile)).toHaveLength(4);
  });

  it('[R10] a file that is not there', () => {
    office.close();
    expect(() => restore(office.folder, join(office.folder.path, 'nothing.db'), AT)).toThrow(/missing/);
    expect(existsSync(office.folder.databaseFile)).toBe(true);
  });

  it('[R10] anything while the key is missing', () => {
    office.close();
    expect(() => restore({ ...office.folder, key: null }, backup, AT)).toThrow(/journal.key/);
  });
});

describe('a backup of which an old day was changed', { timeout: SLOW }, () => {
  beforeEach(async () => {
    office.evening();
    office.now += 14.5 * 3_600_000;
    office.morning();
    backup = await office.backup();
    office.close();
    change(`UPDATE journal SET answer = '{"number":"A999"}' WHERE seq = 3`)(backup);
  });

  it('[R10] is refused', () => {
    expect(() => restore(office.folder, backup, AT)).toThrow(/entry 3 does not fit/);
  });

  it('[R10] is taken by who says that he knows', () => {
    expect(restore(office.folder, backup, AT, true).seq).toBeGreaterThan(3);
    openStore(office.folder).close();
  });
});

describe('a server that has lost its database', { timeout: SLOW }, () => {
  it.each<[string, (file: string) => void]>([
    ['emptied', (file) => truncateSync(file, 0)],
    ['damaged', (file) => writeFileSync(file, readFileSync(file).fill(0xa5, 8192, 20_000))],
  ])('[R10] %s: names the newest good backup and the command', (_how, spoil) => {
    office.close();
    const half = join(office.folder.backupsFolder, 'office-20261123T230000Z.db');
    copyFileSync(backup, half);
    truncateSync(half, 9000);
    spoil(office.folder.databaseFile);
    expect(() => openStore(office.folder)).toThrow(`npm run restore -- "${backup}"`);
  });

  it('[R10] refuses another office’s in its place', () => {
    const other = new KeptOffice().morning();
    other.close();
    office.close();
    copyFileSync(other.folder.databaseFile, office.folder.databaseFile);
    expect(() => openStore(office.folder)).toThrow(/another office’s/);
  });

  it('[R10] says nothing of backups where there are none', () => {
    office.close();
    truncateSync(office.folder.databaseFile, 0);
    truncateSync(backup, 0);
    expect(() => openStore(office.folder)).toThrow(/use another DATA_DIR\.$/);
  });
});

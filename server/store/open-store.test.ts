import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { NO_HAND } from '#server/ports.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { StartTrouble } from '#server/trouble.ts';
import { openDatabase } from './open-database.ts';
import { openStore } from './open-store.ts';

function files(folder = temporaryFolder()) {
  const kept: { key: Buffer | null } = { key: null };
  return {
    databaseFile: join(folder, 'office.db'),
    lockFile: join(folder, 'office.lock'),
    get key() {
      return kept.key;
    },
    keepKey: (key: Buffer) => {
      kept.key = key;
    },
  };
}

describe('opening the store', () => {
  it('makes a database and a key at the first start, and uses them at the second', () => {
    const office = files();
    const first = openStore(office);
    first.journal.transaction(() =>
      first.journal.append({
        at: 1,
        day: null,
        commandId: 'one',
        command: 'day:close',
        role: 'house',
        counter: null,
        hand: NO_HAND,
        input: {},
        answer: {},
        events: [],
      }),
    );
    first.close();
    const second = openStore(office);
    expect(second.journal.answered('one')).not.toBeNull();
    expect(second.isIntact).toBe(true);
    second.close();
  });

  it('lets one process in, not two', () => {
    const office = files();
    const first = openStore(office);
    expect(() => openStore(office)).toThrow(StartTrouble);
    first.close();
    openStore(office).close();
  });

  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['emptied', (file: string) => truncateSync(file)],
  ])('refuses a database that is %s although this office has begun', (_how, spoil) => {
    const office = files();
    openStore(office).close();
    spoil(office.databaseFile);
    expect(() => openStore(office)).toThrow(/missing or empty/);
  });

  it('refuses a file that is no database, and leaves it as it is', () => {
    const office = files();
    writeFileSync(office.databaseFile, 'these are somebody’s notes, not a database at all'.repeat(50));
    const before = readFileSync(office.databaseFile);
    expect(() => openStore(office)).toThrow(StartTrouble);
    expect(readFileSync(office.databaseFile)).toEqual(before);
  });

  it('refuses another program’s database', () => {
    const office = files();
    const other = new Database(office.databaseFile);
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
    expect(() => openStore(office)).toThrow(/not a database of this program/);
  });

  it('refuses a damaged database', () => {
    const office = files();
    const store = openStore(office);
    store.journal.transaction(() => {
      for (let i = 0; i < 200; i += 1) {
        store.journal.append({
          at: i,
          day: null,
          commandId: `command-${i}`,
          command: 'day:close',
          role: 'house',
          counter: null,
          hand: NO_HAND,
          input: {},
          answer: {},
          events: [],
        });
      }
    });
    store.close();
    const bytes = readFileSync(office.databaseFile);
    bytes.fill(0xa5, 4096 * 2, 4096 * 6);
    writeFileSync(office.databaseFile, bytes);
    expect(() => openStore(office)).toThrow(StartTrouble);
  });

  it('refuses a database of a newer version', () => {
    const office = files();
    openStore(office).close();
    const db = new Database(office.databaseFile);
    db.pragma('user_version = 9999');
    db.close();
    expect(() => openStore(office)).toThrow(/newer version/);
  });

  it('refuses a journal whose key is gone', () => {
    const office = files();
    const store = openStore(office);
    store.journal.transaction(() =>
      store.journal.append({
        at: 1,
        day: null,
        commandId: 'one',
        command: 'day:close',
        role: 'house',
        counter: null,
        hand: NO_HAND,
        input: {},
        answer: {},
        events: [],
      }),
    );
    store.close();
    expect(() => openStore({ ...office, key: null })).toThrow(/journal.key/);
  });

  it('opens with rubbish behind a half-written WAL', () => {
    const office = files();
    openStore(office).close();
    appendFileSync(`${office.databaseFile}-wal`, Buffer.alloc(5000, 0x37));
    openStore(office).close();
  });
});

describe('migrations', () => {
  it('are carried out once', () => {
    const file = join(temporaryFolder(), 'office.db');
    openDatabase(file).close();
    const db = openDatabase(file);
    const steps = readdirSync(join(import.meta.dirname, 'migrations'));
    expect(db.pragma('user_version', { simple: true })).toBe(steps.length);
    db.close();
  });
});

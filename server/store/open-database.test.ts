import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { type Db, openDatabase } from './open-database.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** The version before the step that writes the journal anew. */
const BEFORE = 7;
const ROWS = 8_000;

/** The database of a busy office of that version: eight megabytes. */
function anOldOne(): string {
  const file = join(temporaryFolder(), 'office.db');
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  for (const name of readdirSync(MIGRATIONS).sort().slice(0, BEFORE))
    db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
  db.pragma('application_id = 0x4c554f54');
  db.pragma(`user_version = ${BEFORE}`);
  db.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
    INSERT INTO journal (at, day, command_id, command, role, input, answer, events, chain)
    SELECT i, '2026-11-23', 'press-' || i, 'slip:report', 'house', '{}', '{}', printf('%.*c', 900, 'x'), zeroblob(32) FROM n`);
  db.close();
  return file;
}

const pages = (db: Db) => ({
  all: Number(db.pragma('page_count', { simple: true })),
  free: Number(db.pragma('freelist_count', { simple: true })),
});
const rowsOf = (db: Db) => db.prepare('SELECT count(*), min(seq), max(seq) FROM journal').raw().get();

describe('an update that writes the journal anew', { timeout: 60_000 }, () => {
  it('leaves a file as long as what is in it, or every backup would be twice as long', () => {
    const db = openDatabase(anOldOne());
    expect(rowsOf(db)).toEqual([ROWS, 1, ROWS]);
    expect(pages(db).all).toBeGreaterThan(1_500);
    expect(pages(db).free).toBeLessThan(10);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });

  it('is done all the same where there is no room to shorten the file', () => {
    const file = anOldOne();
    const db = openDatabase(file, (name) => {
      const full = new Database(name);
      const exec = full.exec.bind(full);
      full.exec = (sql: string) => {
        if (sql === 'VACUUM') throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
        return exec(sql);
      };
      return full;
    });
    expect(rowsOf(db)).toEqual([ROWS, 1, ROWS]);
    expect(pages(db).free).toBeGreaterThan(1_500);
    db.close();
    // What is free is used up in time; it is not tried again at every start.
    const again = openDatabase(file);
    expect(pages(again).free).toBeGreaterThan(1_500);
    again.close();
  });
});

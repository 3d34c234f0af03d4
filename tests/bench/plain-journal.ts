import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Journal } from '#server/ports.ts';
import { writeOnlyJournal } from './memory-journal.ts';

/** As long as an entry of the hall's own. */
const ROW = 'x'.repeat(700);

/** One table, one plain row, durable as the hall's own database is. */
export function openPlain(folder: string) {
  const db = new Database(join(folder, 'plain.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE entry (seq INTEGER PRIMARY KEY, what TEXT)');
  const insert = db.prepare('INSERT INTO entry (what) VALUES (?)');
  return { db, insert: () => insert.run(ROW) };
}

/** Keeps one plain row for each entry and nothing that could be read back: what a hall must pay at least that tells nobody too early. */
export function plainJournal(folder: string): Journal {
  const { db, insert } = openPlain(folder);
  return writeOnlyJournal(db, insert);
}

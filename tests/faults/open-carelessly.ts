import Database from 'better-sqlite3';
import type { Opener } from '#server/store/open-database.ts';

/** Opens a file for a check on this machine, which need not be safe from power cuts: a sync for each of thousands would take minutes. */
export const openCarelessly: Opener = (file) => {
  const db = new Database(file, { timeout: 300 });
  const pragma = db.pragma.bind(db);
  db.pragma = (what, options) => pragma(what === 'synchronous = FULL' ? 'synchronous = OFF' : what, options);
  return db;
};

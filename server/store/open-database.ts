import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export type Db = Database.Database;

/** Opens a connection to a file as it is. Handed in by the tests whose disk is recorded and fails. */
export type Opener = (file: string) => Db;
const openByDefault: Opener = (file) => new Database(file, { timeout: 300 });

/** The file is not ours, is damaged, or was written by a newer version. The message is for the person at the machine. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
}

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** "LUOT" in the header of the file: tells our databases from others. */
const APPLICATION_ID = 0x4c554f54;

/**
 * Up to this size a database is looked at page by page before it is opened: a tenth of a second. A hall with years behind it would
 * keep everybody waiting for seconds at each start; there the hourly backup, which is checked whole in a thread of its own, finds
 * damage among the old pages, and today's entries are checked by their chain in any case.
 */
const CHECKED_AT_START = 32 * 2 ** 20;

/**
 * Opens the office's database, making it when there is none, and brings it to this version.
 * Every acknowledged command must survive a power cut, so `synchronous` is FULL, set anew at each opening: better-sqlite3's WAL
 * default is NORMAL, and its read-back cannot be trusted.
 * @param file path
 * @throws UnusableDatabase; nothing in the file was changed then
 */
export function openDatabase(file: string, open: Opener = openByDefault): Db {
  let db: Db | undefined;
  try {
    db = open(file);
    checkIsOurs(db, file, CHECKED_AT_START);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('journal_size_limit = 8388608');
    if (migrate(db, file)) giveRoomBack(db);
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof UnusableDatabase) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UnusableDatabase(`The database ${file} cannot be opened (${why}). Nothing was changed.`, { cause });
  }
}

/**
 * @param mostBytes a larger file is not looked at page by page
 * @throws UnusableDatabase when it is another program’s, or damaged
 */
export function checkIsOurs(db: Db, file: string, mostBytes = Number.POSITIVE_INFINITY) {
  const id = db.pragma('application_id', { simple: true });
  const isEmpty = db.prepare('SELECT count(*) AS n FROM sqlite_schema').pluck().get() === 0;
  if (isEmpty) return;
  if (id !== APPLICATION_ID)
    throw new UnusableDatabase(`${file} is not a database of this program. Nothing was changed.`);
  const bytes = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
  if (bytes > mostBytes) return;
  const verdict = db.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok')
    throw new UnusableDatabase(`The database ${file} is damaged (${verdict}). Nothing was changed.`);
}

/** @throws UnusableDatabase when a newer program wrote it */
export function checkIsKnown(db: Db, file: string): number {
  const newest = migrationFiles().length;
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version <= newest) return version;
  throw new UnusableDatabase(
    `The database ${file} was written by a newer version of this program (${version}, this one knows ${newest}). Nothing was changed.`,
  );
}

/**
 * Numbered files, each carried out once, all in one transaction: an interrupted update leaves the old version whole.
 * @returns false when there was nothing to do
 */
function migrate(db: Db, file: string): boolean {
  const steps = migrationFiles();
  const newest = steps.length;
  const version = checkIsKnown(db, file);
  if (version === newest) return false;
  const run = db.transaction(() => {
    for (const name of steps.slice(version)) db.exec(readFileSync(join(MIGRATIONS, name), 'utf8'));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${newest}`);
  });
  run.immediate();
  return true;
}

/** Four megabytes. */
const MOST_FREE_PAGES = 1_000;

/** A step that writes a table anew leaves a file twice as long, and every backup with it. */
function giveRoomBack(db: Db) {
  if (Number(db.pragma('freelist_count', { simple: true })) <= MOST_FREE_PAGES) return;
  try {
    db.exec('VACUUM');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // No room for it now: what is free in the file is used up in time.
  }
}

function migrationFiles(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
}

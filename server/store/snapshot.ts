import { createSecretKey, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { backupsIn } from './backup-files.ts';
import { brokenLink, chainAt, dayStart, headOf, isOfKey } from './chain-check.ts';
import { brokenCheckpoint, type Link } from './checkpoints.ts';
import { checkIsKnown, checkIsOurs, type Db, UnusableDatabase } from './open-database.ts';

const ALL_PAGES = 0x7fffffff;

/**
 * Copies a database that may be in use, as it is at one moment, into one file that needs no other beside it. Blocks its thread
 * while it copies.
 */
export async function copyWhole(from: string, to: string) {
  const source = new Database(from, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    // All pages in one step: pages that are written meanwhile would make the copy begin anew.
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  sync(to);
}

/** How much of a copy's chain is looked at: all takes seconds for a year. */
export type ChainToCheck = 'newest day' | 'all' | 'nothing';

/**
 * Looks whether a copy is whole, this office's, and as it was written.
 * @param mustHold a link that has to be in it
 * @throws UnusableDatabase
 */
export function checkCopy(file: string, key: Buffer, chain: ChainToCheck, mustHold: Link | null = null): Link {
  if (statSync(file).size === 0) throw new UnusableDatabase(`${file} is empty.`);
  const db = openCopy(file);
  try {
    checkIsOurs(db, file);
    checkIsKnown(db, file);
    const head = headOf(db);
    if (head.seq === 0) throw new UnusableDatabase(`${file} holds nothing.`);
    const secret = createSecretKey(key);
    if (!isOfKey(db, secret))
      throw new UnusableDatabase(`${file} is another office’s: it was not written with this key.`);
    if (chain !== 'nothing') checkChain(db, file, secret, chain === 'all' ? 0 : dayStart(db));
    if (mustHold && !chainAt(db, mustHold.seq)?.equals(mustHold.chain))
      throw new UnusableDatabase(`${file} does not hold entry ${mustHold.seq} as it was kept.`);
    return head;
  } catch (cause) {
    if (cause instanceof UnusableDatabase) throw cause;
    throw new UnusableDatabase(`${file} cannot be read (${String(cause)}).`, { cause });
  } finally {
    db.close();
  }
}

function checkChain(db: Db, file: string, key: KeyObject, after: number) {
  const broken = brokenLink(db, key, after);
  if (broken !== null) throw new UnusableDatabase(`${file} was changed: entry ${broken} does not fit its chain.`);
  const removed = brokenCheckpoint(db, key);
  if (removed === null) return;
  throw new UnusableDatabase(`${file} was changed: the checkpoint of ${removed} is not as it was signed.`);
}

/** The last link of a copy that was checked when it was written; null when it cannot be read any more. */
export function headOfCopy(file: string): Link | null {
  try {
    const db = openCopy(file);
    try {
      return headOf(db);
    } finally {
      db.close();
    }
  } catch {
    // As if there were none: a new one is made.
    return null;
  }
}

/** The newest backup that is whole and this office's; null when there is none. */
export function newestGoodBackup(folder: string, key: Buffer): string | null {
  for (const { file } of backupsIn(folder)) {
    try {
      checkCopy(file, key, 'newest day');
      return file;
    } catch {
      // Not a good one: the one before it may be.
    }
  }
  return null;
}

function openCopy(file: string): Db {
  try {
    return new Database(file, { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw new UnusableDatabase(`${file} cannot be opened (${String(cause)}).`, { cause });
  }
}

/** Waits until a file is on the disk itself. */
export function sync(file: string) {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until the names in a folder are on the disk itself, where the system can be asked for that (Windows cannot). */
export function syncFolder(folder: string) {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folders; it keeps its names in a journal of its own.
  }
}

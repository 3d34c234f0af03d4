import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { AccessStore } from '#server/access/ports.ts';
import { StartTrouble } from '#server/trouble.ts';
import { createAccessStore } from './access-store.ts';
import { SqliteJournal } from './journal.ts';
import { openDatabase, UnusableDatabase } from './open-database.ts';

type Files = { databaseFile: string; lockFile: string; key: Buffer | null; keepKey(key: Buffer): void };

export type Store = {
  journal: SqliteJournal;
  access: AccessStore;
  /** Of the links that phones follow; says nothing of the chain's. */
  phoneKey: Buffer;
  /** Whether today's entries fit their chain. */
  isIntact: boolean;
  close(): void;
};

/**
 * Opens the office's journal for this process alone.
 * @throws StartTrouble when another process has it, it is damaged, or it is gone although this office had one
 */
export function openStore(files: Files): Store {
  const lock = holdLock(files.lockFile);
  try {
    refuseLostDatabase(files);
    const db = openDatabase(files.databaseFile);
    const key = files.key ?? firstKey(db, files);
    const journal = new SqliteJournal(db, key);
    const close = () => {
      db.close();
      lock.close();
    };
    const phoneKey = createHmac('sha256', key).update('phone links').digest();
    return {
      journal,
      access: createAccessStore(db),
      phoneKey,
      isIntact: journal.brokenLink(journal.dayStart()) === null,
      close,
    };
  } catch (cause) {
    lock.close();
    if (!(cause instanceof UnusableDatabase)) throw cause;
    const sentence = 'Cơ sở dữ liệu không dùng được. Không có gì bị thay đổi.';
    throw new StartTrouble(sentence, cause.message, { cause });
  }
}

/**
 * One writer only. The lock is a SQLite file held exclusively: the system lets go of it when the process ends, however it ends,
 * on Windows and Linux alike.
 */
function holdLock(file: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(file, { timeout: 0 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock?.close();
    throw new StartTrouble(
      'Thư mục dữ liệu đang được một máy chủ Lượt khác dùng.',
      `The data folder is in use by another running server (${file}).`,
      { cause },
    );
  }
}

/** The key stands for "this office has begun": a missing or empty database beside it has been lost, and must not start as a new one. */
function refuseLostDatabase({ databaseFile, key }: Files) {
  if (!key) return;
  if (existsSync(databaseFile) && statSync(databaseFile).size > 0) return;
  throw new StartTrouble(
    `Không thấy cơ sở dữ liệu ${databaseFile} của văn phòng này. Hãy khôi phục từ bản sao lưu.`,
    `The database ${databaseFile} of this office is missing or empty: restore it from a backup, or use another DATA_DIR.`,
  );
}

function firstKey(db: Database.Database, { databaseFile, keepKey }: Files): Buffer {
  const rows = Number(db.prepare('SELECT count(*) FROM journal').pluck().get());
  if (rows > 0) {
    throw new UnusableDatabase(`The key file of ${databaseFile} is missing: put journal.key back from a backup.`);
  }
  const key = randomBytes(32);
  keepKey(key);
  return key;
}

import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { AccessStore } from '#server/access/ports.ts';
import { StartTrouble } from '#server/trouble.ts';
import { createAccessStore } from './access-store.ts';
import { headOf, isOfKey } from './chain-check.ts';
import { brokenCheckpoint } from './checkpoints.ts';
import { SqliteJournal } from './journal.ts';
import { holdLock } from './lock.ts';
import { type MadeBackup, makeBackup } from './make-backup.ts';
import { type Db, openDatabase, UnusableDatabase } from './open-database.ts';
import { createRatingStore, type RatingStore } from './rating-store.ts';
import { newestGoodBackup } from './snapshot.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';

type Files = {
  databaseFile: string;
  lockFile: string;
  /** Where backups are; without it none is named when the database is lost. */
  backupsFolder?: string;
  key: Buffer | null;
  keepKey(key: Buffer): void;
};

export type Store = {
  journal: SqliteJournal;
  access: AccessStore;
  ratings: RatingStore;
  /** Of the links that phones follow; says nothing of the chain's. */
  phoneKey: Buffer;
  /** Whether today's entries fit their chain, and what is left of removed days is as it was signed. */
  isIntact: boolean;
  upkeep: Upkeep;
  /** Copies everything into a folder while the hall goes on. @throws when there is no good copy */
  backUp(folder: string, at: number): Promise<MadeBackup>;
  close(): void;
};

/**
 * Opens the office's journal for this process alone.
 * @throws StartTrouble when another process has it, it is damaged, or it is gone although this office had one
 */
export function openStore(files: Files): Store {
  const lock = holdLock(files.lockFile);
  let db: Db | undefined;
  try {
    refuseLostDatabase(files);
    db = openDatabase(files.databaseFile);
    const opened = db;
    const key = files.key ?? firstKey(db, files);
    const journal = new SqliteJournal(db, key);
    const secret = createSecretKey(key);
    refuseOthers(isOfKey(db, secret), files);
    const { databaseFile } = files;
    const close = () => {
      opened.close();
      lock.close();
    };
    const phoneKey = createHmac('sha256', key).update('phone links').digest();
    return {
      journal,
      access: createAccessStore(db),
      ratings: createRatingStore(db),
      phoneKey,
      isIntact: journal.brokenLink(journal.dayStart()) === null && brokenCheckpoint(db, secret) === null,
      upkeep: createUpkeep(db, secret, journal),
      backUp: (folder, at) => makeBackup({ databaseFile, folder, key, head: headOf(opened), at }),
      close,
    };
  } catch (cause) {
    db?.close();
    lock.close();
    if (!(cause instanceof UnusableDatabase)) throw cause;
    const sentence = 'Cơ sở dữ liệu không dùng được. Không có gì bị thay đổi.';
    const offer = wayBack(files);
    throw new StartTrouble(`${sentence}${offer.vi}`, `${cause.message}${offer.en}`, { cause });
  }
}

function refuseOthers(isOurs: boolean, { databaseFile }: Files) {
  if (isOurs) return;
  throw new UnusableDatabase(
    `The database ${databaseFile} is another office’s: none of its newest entries was written with the key beside it.`,
  );
}

/** What to say to whoever has lost a database: the newest backup that is good, and the command. */
function wayBack({ backupsFolder, key }: Files): { vi: string; en: string } {
  const backup = backupsFolder && key ? newestGoodBackup(backupsFolder, key) : null;
  if (!backup) return { vi: '', en: '' };
  const command = `npm run restore -- "${backup}"`;
  return { vi: ` Bản sao lưu tốt mới nhất: ${command}`, en: ` The newest good backup: ${command}` };
}

/** The key stands for "this office has begun": a missing or empty database beside it has been lost, and must not start as a new one. */
function refuseLostDatabase(files: Files) {
  const { databaseFile, key } = files;
  if (!key) return;
  if (existsSync(databaseFile) && statSync(databaseFile).size > 0) return;
  const offer = wayBack(files);
  throw new StartTrouble(
    `Không thấy cơ sở dữ liệu ${databaseFile} của văn phòng này. Hãy khôi phục từ bản sao lưu.${offer.vi}`,
    `The database ${databaseFile} of this office is missing or empty: restore it from a backup, or use another DATA_DIR.${offer.en}`,
  );
}

function firstKey(db: Db, { databaseFile, keepKey }: Files): Buffer {
  const rows = Number(db.prepare('SELECT count(*) FROM journal').pluck().get());
  if (rows > 0) {
    throw new UnusableDatabase(`The key file of ${databaseFile} is missing: put journal.key back from a backup.`);
  }
  const key = randomBytes(32);
  keepKey(key);
  return key;
}

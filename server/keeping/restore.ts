import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataFolder } from '#server/settings/data-folder.ts';
import { stamp } from '#server/store/backup-files.ts';
import { holdLock } from '#server/store/lock.ts';
import { openDatabase, UnusableDatabase } from '#server/store/open-database.ts';
import { checkCopy, sync, syncFolder } from '#server/store/snapshot.ts';
import { StartTrouble } from '#server/trouble.ts';

/** What a restore did: how far the restored journal reaches, and where what stood there before is now. */
export type Restored = { seq: number; replaced: string | null };

type Office = Pick<DataFolder, 'path' | 'databaseFile' | 'lockFile' | 'key'>;

/**
 * Puts a backup in the place of the office's database. All is looked at before anything is touched, and what stood there is moved
 * away whole: a `-wal` of the old database beside the new one would bring the old pages back.
 * @param at ms UTC, names the folder for what is replaced
 * @param mayBeChanged takes one whose entries do not fit their chain: where every backup is so, it is better than none
 * @throws StartTrouble when a server runs on the folder, or the file is no good backup of this office; nothing was changed then
 */
export function restore(office: Office, backup: string, at: number, mayBeChanged = false): Restored {
  const { path, databaseFile, lockFile, key } = office;
  if (!key)
    throw new StartTrouble(
      `Thiếu tệp khóa journal.key trong ${path}. Hãy chép tệp này lại trước.`,
      `The key file journal.key is missing in ${path}: put it back first.`,
    );
  const lock = holdLock(lockFile);
  const draft = `${databaseFile}.restoring`;
  try {
    const seq = copyChecked(backup, draft, key, mayBeChanged);
    const replaced = moveAway(databaseFile, join(path, `replaced-${stamp(at)}`));
    // Last: until now there is no database, and a server would say so.
    renameSync(draft, databaseFile);
    syncFolder(path);
    return { seq, replaced };
  } finally {
    for (const ending of ENDINGS) rmSync(`${draft}${ending}`, { force: true });
    lock.close();
  }
}

const ENDINGS = ['', '-wal', '-shm', '-journal'];

/** Copied first, then checked: what is looked at is what will stand there. */
function copyChecked(backup: string, draft: string, key: Buffer, mayBeChanged: boolean): number {
  try {
    if (!existsSync(backup) || statSync(backup).size === 0)
      throw new UnusableDatabase(`${backup} is missing or empty.`);
    for (const ending of ENDINGS) rmSync(`${draft}${ending}`, { force: true });
    copyFileSync(backup, draft);
    // Brought to this version here, so that it is known to work before it counts.
    openDatabase(draft).close();
    const { seq } = checkCopy(draft, key, mayBeChanged ? 'nothing' : 'all');
    sync(draft);
    return seq;
  } catch (cause) {
    if (!(cause instanceof UnusableDatabase)) throw cause;
    throw new StartTrouble(
      `${backup} không phải là bản sao lưu tốt của văn phòng này. Không có gì bị thay đổi.`,
      `${backup} is not a good backup of this office. Nothing was changed. (${cause.message.replaceAll(draft, backup)})`,
      { cause },
    );
  }
}

/** @returns where it is now; null when there was nothing */
function moveAway(databaseFile: string, folder: string): string | null {
  const present = ENDINGS.map((ending) => `${databaseFile}${ending}`).filter((file) => existsSync(file));
  if (present.length === 0) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const file of present) renameSync(file, join(folder, basename(file)));
  syncFolder(folder);
  return folder;
}

import Database from 'better-sqlite3';
import { StartTrouble } from '#server/trouble.ts';

/**
 * One writer only. The lock is a SQLite file held exclusively: the system lets go of it when the process ends, however it ends,
 * on Windows and Linux alike.
 * @returns to be closed when the folder may be had by others
 * @throws StartTrouble when another process has it
 */
export function holdLock(file: string): { close(): void } {
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

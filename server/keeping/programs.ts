import { join, resolve } from 'node:path';
import { type DataFolder, openDataFolder } from '#server/settings/data-folder.ts';
import { StartTrouble } from '#server/trouble.ts';

/** What every program beside the server does first and last: its folder, its rights, its trouble in one sentence. */
export async function onDataFolder(work: (folder: DataFolder) => Promise<boolean> | boolean) {
  // As the server does: what the office keeps is for its own user.
  process.umask(0o077);
  const dataDir = process.env.DATA_DIR || join(resolve(import.meta.dirname, '../..'), 'data');
  try {
    process.exitCode = (await work(openDataFolder(dataDir))) ? 0 : 1;
  } catch (cause) {
    if (!(cause instanceof StartTrouble)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = 1;
  }
}

export function say(line: string) {
  process.stdout.write(`${line}\n`);
}

/** A file as it was named by whoever typed the command: npm goes to the program's folder first. */
export function fileAsTyped(name: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), name);
}

/** The key of an office that has begun. @throws StartTrouble when there is none */
export function keyOf({ key, path }: DataFolder): Buffer {
  if (key) return key;
  throw new StartTrouble(
    `Thư mục ${path} chưa có sổ nào, hoặc thiếu tệp khóa journal.key.`,
    `The folder ${path} has no journal yet, or its key file journal.key is missing.`,
  );
}

import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type LogFileParts = { folder: string; bytesAFile?: number; files?: number };

const TEN_MEGABYTES = 10 * 1024 * 1024;

/**
 * Keeps the log's lines in `luot.log` of a folder. When it is full it becomes `luot.1.log`, that one `luot.2.log`, and the oldest is
 * gone: never more than 50 MB, however long nobody looks. Written at once and to its end: the last line before a fall is the one that
 * matters, and lines are rare.
 * @returns what takes a line, its end included; it never throws
 */
export function openLogFile({ folder, bytesAFile = TEN_MEGABYTES, files = 5 }: LogFileParts): (line: string) => void {
  const fileOf = (age: number) => join(folder, age === 0 ? 'luot.log' : `luot.${age}.log`);
  let bytes: number | null = null;

  function makeRoom() {
    rmSync(fileOf(files - 1), { force: true });
    for (let age = files - 2; age >= 0; age -= 1) {
      if (sizeOf(fileOf(age)) !== null) renameSync(fileOf(age), fileOf(age + 1));
    }
    bytes = 0;
  }

  return (line) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      bytes ??= sizeOf(fileOf(0)) ?? 0;
      // One line alone never fills more than a file.
      const text = Buffer.from(line).subarray(0, bytesAFile);
      if (bytes + text.length > bytesAFile) makeRoom();
      appendFileSync(fileOf(0), text);
      bytes += text.length;
    } catch {
      // A full disk must not end the house for the sake of its log; the standard error output has the line. Looked at anew next time.
      bytes = null;
    }
  };
}

/** Null where there is no file. */
function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

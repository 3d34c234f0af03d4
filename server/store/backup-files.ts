import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A backup that was written whole and found good. */
export type BackupFile = { file: string; at: number };

const NAME = /^office-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

/** `office-20261123T010000Z.db`: by name is by time, on every system. */
export function backupName(at: number): string {
  return `office-${stamp(at)}.db`;
}

/** `20261123T010000Z` */
export function stamp(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
}

/** The backups of a folder, newest first. One that is still being written has another name and never counts. */
export function backupsIn(folder: string): BackupFile[] {
  return namesIn(folder)
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second] = (NAME.exec(name) ?? []).map(Number);
      if (year === undefined || month === undefined) return [];
      return [{ file: join(folder, name), at: Date.UTC(year, month - 1, day, hour, minute, second) }];
    })
    .sort((a, b) => b.at - a.at);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No folder, no backups: the first one makes it.
    return [];
  }
}

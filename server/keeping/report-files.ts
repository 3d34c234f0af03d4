import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '#server/settings/write-whole.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { type DayHead, headOfReport } from './day-report.ts';

/** The heads that the reports of a folder name, oldest first. */
export function readHeads(folder: string): DayHead[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => headOfReport(readFileSync(join(folder, name), 'utf8')) ?? [])
    .sort((a, b) => a.seq - b.seq);
}

/** Writes a day's report beside those that are there; a day closed a second time gets a second one. Never over another: it is a witness. */
export function writeReport(folder: string, day: BusinessDay, text: string): string {
  mkdirSync(folder, { recursive: true });
  let file = join(folder, `${day}.txt`);
  for (let again = 2; existsSync(file); again += 1) file = join(folder, `${day}-${again}.txt`);
  // With the mark that makes Windows programs of any age read it as UTF-8.
  writeWhole(file, Buffer.from(`\uFEFF${text}`));
  return file;
}

import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { StartTrouble } from '#server/trouble.ts';
import { Setup } from '#shared/domain/setup.ts';
import { writeWhole } from './write-whole.ts';

/** The office's own files. The settings are text to be edited; the rest is not to be touched. */
export type DataFolder = {
  path: string;
  setup: Setup;
  databaseFile: string;
  lockFile: string;
  backupsFolder: string;
  /** A page of text a day, with the head of the chain. */
  reportsFolder: string;
  /** What the manager has chosen on his page. */
  choicesFile: string;
  /** Pictures and films that the office puts there for its displays. */
  informationFolder: string;
  /** Clips that the office has recorded itself. */
  recordingsFolder: string;
  /** Of the journal's hash chain; null on the first start, before `keepKey`. */
  key: Buffer | null;
  keepKey(key: Buffer): void;
};

const SAMPLE = join(import.meta.dirname, 'sample-office.json');

/**
 * Opens the data folder, making it with the sample office where there is none. What is there is never overwritten.
 * @throws StartTrouble when it cannot be written, or its settings cannot be read
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  const settings = join(path, 'office.json');
  const keyFile = join(path, 'journal.key');
  try {
    mkdirSync(path, { recursive: true });
    checkWritable(path);
    if (!existsSync(settings)) writeWhole(settings, readFileSync(SAMPLE));
  } catch (cause) {
    throw new StartTrouble(
      `Không ghi được vào thư mục dữ liệu ${path}.`,
      `The data folder ${path} cannot be written (${codeOf(cause)}); set DATA_DIR to another one.`,
      { cause },
    );
  }
  return {
    path,
    setup: readSetup(settings),
    databaseFile: join(path, 'office.db'),
    lockFile: join(path, 'office.lock'),
    backupsFolder: join(path, 'backups'),
    reportsFolder: join(path, 'reports'),
    choicesFile: join(path, 'choices.json'),
    informationFolder: join(path, 'information'),
    recordingsFolder: join(path, 'voice', 'office'),
    key: existsSync(keyFile) ? readKey(keyFile) : null,
    keepKey: (key) => writeWhole(keyFile, Buffer.from(`${key.toString('hex')}\n`)),
  };
}

function readSetup(file: string): Setup {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartTrouble(
      `Tệp cài đặt ${file} bị hỏng, không đọc được. Không có gì bị ghi đè.`,
      `The settings file ${file} is damaged and cannot be read (${why}). Nothing was overwritten.`,
      { cause },
    );
  }
  const parsed = v.safeParse(Setup, raw);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? 'office.json';
  throw new StartTrouble(
    `Tệp cài đặt ${file} có chỗ sai ở "${place}". Không có gì bị ghi đè.`,
    `The settings file ${file} is wrong at "${place}": ${issue.message}. Nothing was overwritten.`,
  );
}

function readKey(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length === 32) return key;
  throw new StartTrouble(
    `Tệp khóa ${file} bị hỏng. Không có gì bị ghi đè.`,
    `The key file ${file} is damaged. Nothing was overwritten; put it back from a backup.`,
  );
}

function checkWritable(folder: string) {
  const probe = join(folder, `.probe-${process.pid}-${randomBytes(4).toString('hex')}`);
  closeSync(openSync(probe, 'wx'));
  rmSync(probe);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

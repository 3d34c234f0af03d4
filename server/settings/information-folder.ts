import { constants } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import * as v from 'valibot';
import type { InformationFile } from '#shared/contract/choices-views.ts';
import { InformationFileName } from '#shared/domain/choices.ts';

/** The pictures and films that the office has put into its data folder. */
export type InformationFolder = {
  path: string;
  /** As they were at the last look, by name. */
  files(): readonly InformationFile[];
  /** Looks again. The house does so by itself every few seconds. */
  look(): Promise<void>;
  close(): void;
};

/** Where the pages find a file; its name follows. */
export const INFORMATION_PATH = '/information/';
/** How soon a new file can be chosen. */
const LOOK_MS = 5_000;
/** Beyond these nobody would find his file in the list. */
export const MOST_FILES = 200;
const MEGABYTE = 1_048_576;
/** A TV's browser holds a picture unpacked, many times as large as the file. */
export const MOST_BYTES = { picture: 20 * MEGABYTE, film: 300 * MEGABYTE };

type Sort = { kind: 'picture' | 'film'; begins(bytes: Buffer): boolean };

const says = (at: number, text: string) => (bytes: Buffer) => bytes.toString('latin1', at, at + text.length) === text;
const picture = (begins: Sort['begins']): Sort => ({ kind: 'picture', begins });
const film = (begins: Sort['begins']): Sort => ({ kind: 'film', begins });
const JPEG = picture(says(0, '\xff\xd8\xff'));

/** By the ending of the name. No SVG: that is a program as well as a picture. */
const SORTS: Record<string, Sort> = {
  '.png': picture(says(0, '\x89PNG\r\n\x1a\n')),
  '.jpg': JPEG,
  '.jpeg': JPEG,
  '.webp': picture((bytes) => says(0, 'RIFF')(bytes) && says(8, 'WEBP')(bytes)),
  '.mp4': film(says(4, 'ftyp')),
  '.webm': film(says(0, '\x1aE\xdf\xa3')),
};

/** Opens the folder, making it so that the office finds where its files belong. */
export async function openInformationFolder(path: string): Promise<InformationFolder> {
  let files: readonly InformationFile[] = [];
  const look = async () => {
    files = await filesIn(path);
  };
  // A data folder on which nothing can be made has been told of by then; the hall goes on without pictures.
  await mkdir(path, { recursive: true }).catch(() => undefined);
  await look();
  const timer = setInterval(() => void look(), LOOK_MS).unref();
  return { path, files: () => files, look, close: () => clearInterval(timer) };
}

async function filesIn(folder: string): Promise<InformationFile[]> {
  // Nothing there, or no folder: nothing to show.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    // A link could lead anywhere; what begins with a dot is some system's own.
    .filter((entry) => entry.isFile() && v.is(InformationFileName, entry.name))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'vi'))
    .slice(0, MOST_FILES);
  const found = await Promise.all(names.map((name) => lookInto(folder, name)));
  return found.filter((file) => file !== null);
}

/** @returns null when it has just gone, or may not be read */
async function lookInto(folder: string, name: string): Promise<InformationFile | null> {
  const handle = await open(join(folder, name), constants.O_RDONLY).catch(() => null);
  if (!handle) return null;
  try {
    const { size: bytes, mtimeMs } = await handle.stat();
    const beginning = Buffer.alloc(16);
    await handle.read(beginning, 0, beginning.length, 0);
    const address = `${INFORMATION_PATH}${encodeURIComponent(name)}?v=${Math.round(mtimeMs).toString(36)}-${bytes}`;
    return { name, bytes, address, ...judge(name, bytes, beginning) };
  } catch {
    // It went while it was looked at; the next look is in some seconds.
    return null;
  } finally {
    await handle.close();
  }
}

function judge(name: string, bytes: number, beginning: Buffer): Pick<InformationFile, 'kind' | 'trouble'> {
  const sort = SORTS[extname(name).toLowerCase()];
  if (!sort) return { kind: null, trouble: 'unknown-type' };
  if (bytes > MOST_BYTES[sort.kind]) return { kind: null, trouble: 'too-large' };
  return sort.begins(beginning) ? { kind: sort.kind, trouble: null } : { kind: null, trouble: 'damaged' };
}

import { createHash } from 'node:crypto';
import { type Kind, LARGEST_FILE_BYTES, type Manifest, PRODUCT, type Release, type UpdateFile } from './manifest.ts';
import { compareVersions } from './version.ts';

/** The newest that was ever offered with a right signature. */
export type Seen = { version: string; issuedAt: number };

/** What a machine knows of itself. */
export type Present = {
  version: string;
  /** `win32-x64` */
  platform: string;
  kind: Kind;
  /** A random name of this machine, the same for ever. */
  machine: string;
  seen: Seen | null;
  /** How often a version was tried here and given back. */
  failed: Readonly<Record<string, number>>;
  now: number;
};

export type JudgeRefusal =
  | 'other-product'
  | 'not-yet'
  | 'expired'
  | 'replayed'
  | 'not-newer'
  | 'other-platform'
  | 'bad-file-name'
  | 'too-large'
  | 'failed-before'
  | 'not-our-turn';

/** Said to be of a later day than it is here, one of the two clocks is wrong: it would make all that comes until then look old. */
const CLOCKS_MAY_DIFFER_MS = 24 * 3_600_000;
/** A version that had to be given back so often is not tried again. */
export const MOST_TRIES = 2;

/** Is this update for this machine, and now? */
export function judgeUpdate(manifest: Manifest, present: Present): UpdateFile | JudgeRefusal {
  const { version, seen, failed, machine, now } = present;
  if (manifest.product !== PRODUCT) return 'other-product';
  if (manifest.issuedAt > now + CLOCKS_MAY_DIFFER_MS) return 'not-yet';
  // A clock that went back must not bring an old update to life: it is at least as late as the newest that was ever seen.
  if (Math.max(now, seen?.issuedAt ?? 0) >= manifest.expiresAt) return 'expired';
  if (seen && isBefore(manifest, seen)) return 'replayed';
  if (compareVersions(manifest.version, version) <= 0) return 'not-newer';
  const file = fileFor(manifest, present);
  if (typeof file === 'string') return file;
  if ((failed[manifest.version] ?? 0) >= MOST_TRIES) return 'failed-before';
  return turnOf(machine, manifest.version) < manifest.share ? file : 'not-our-turn';
}

/** The one file of a release for this machine. */
export function fileFor(
  { files }: Release,
  { platform, kind }: Pick<Present, 'platform' | 'kind'>,
): UpdateFile | 'other-platform' | 'bad-file-name' | 'too-large' {
  const file = files.find((one) => one.platform === platform && one.kind === kind);
  if (!file) return 'other-platform';
  if (!isPlainName(file.name)) return 'bad-file-name';
  return file.size > LARGEST_FILE_BYTES ? 'too-large' : file;
}

/** What is remembered after an update was offered: from then on nothing older counts. Only of what was signed, is ours and not over. */
export function seenAfter(manifest: Manifest, { seen, now }: Pick<Present, 'seen' | 'now'>): Seen | null {
  const isOver = now >= manifest.expiresAt || manifest.issuedAt > now + CLOCKS_MAY_DIFFER_MS;
  if (manifest.product !== PRODUCT || isOver || (seen && isBefore(manifest, seen))) return seen;
  return { version: manifest.version, issuedAt: manifest.issuedAt };
}

/** 0 to 99, always the same for one machine and version; another version begins with other machines. */
export function turnOf(machine: string, version: string): number {
  return createHash('sha256').update(`${machine}\n${version}`).digest().readUInt32BE(0) % 100;
}

/** A name of its own folder, on every system: no path, no drive, no stream, no device of Windows, no dot at either end. */
function isPlainName(name: string): boolean {
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);
  return /^[A-Za-z0-9][A-Za-z0-9._ -]{0,99}$/.test(name) && !/[. ]$/.test(name) && !isDevice;
}

function isBefore({ version, issuedAt }: Seen, seen: Seen): boolean {
  const difference = compareVersions(version, seen.version);
  return difference < 0 || (difference === 0 && issuedAt < seen.issuedAt);
}

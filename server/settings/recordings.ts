import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import {
  clipFacts,
  MOST_BYTES,
  MOST_CLIPS,
  packOf,
  RECORDINGS_PATH,
  RecordedManifest,
  RecordedPack,
  type Recording,
  RecordingName,
  type RecordingTrouble,
} from '#shared/domain/recording.ts';
import { writeWhole } from './write-whole.ts';

/** What the office has recorded itself: a folder of clips, and a list of them that is written whole. */
export type Recordings = {
  path: string;
  clips(): readonly Recording[];
  /** Where the list is read, with what changes when it does; null: nothing is recorded. */
  address(): string | null;
  /** On disk when this is fulfilled, in the place of what stood for the same words. Anything but null: nothing has changed. */
  keep(name: unknown, wav: Buffer): Promise<RecordingTrouble | null>;
  drop(id: string): Promise<RecordingTrouble | null>;
  /** All of it as one file. */
  pack(): Promise<Buffer>;
  /** Takes such a file: all of it or, where one piece is wrong, nothing. What it does not hold stays. */
  takePack(bytes: Buffer): Promise<RecordingTrouble | null>;
};

type Fresh = { recording: Recording; wav: Buffer };

/** @param tell that the list could not be read; it is kept beside, and the hall speaks with the clips that it came with */
export function openRecordings(path: string, tell: (cause: unknown) => void): Recordings {
  const list = join(path, 'manifest.json');
  let clips = readList(list, path, tell);
  let isBusy = false;

  /** One change after another; a second one is told so. */
  const alone = async (change: () => Promise<RecordingTrouble | null>): Promise<RecordingTrouble | null> => {
    if (isBusy) return 'busy';
    isBusy = true;
    try {
      return await change();
    } finally {
      isBusy = false;
    }
  };

  /** Sounds first, then the list, then away with what is in it no more: at every moment the list is true. */
  const replace = async (next: readonly Recording[], fresh: readonly Fresh[]) => {
    await mkdir(path, { recursive: true });
    for (const { recording, wav } of fresh) await writeClip(join(path, recording.file), wav);
    writeWhole(list, Buffer.from(`${JSON.stringify({ version: 1, clips: next }, null, 2)}\n`));
    const gone = clips.filter(({ file }) => next.every((one) => one.file !== file));
    clips = next;
    // A display may be reading it on a system that holds such files fast; it harms nobody.
    for (const { file } of gone) await rm(join(path, file), { force: true }).catch(() => undefined);
  };

  const take = async (fresh: readonly Fresh[]): Promise<RecordingTrouble | null> => {
    const isReplaced = (old: Recording) => fresh.some(({ recording: one }) => one.id === old.id || isSame(one, old));
    const next = [...clips.filter((old) => !isReplaced(old)), ...fresh.map(({ recording }) => recording)];
    if (next.length > MOST_CLIPS || bytesOf(next) > MOST_BYTES) return 'too-large';
    await replace(next, fresh);
    return null;
  };

  return {
    path,
    clips: () => clips,
    address: () => (clips.length === 0 ? null : `${RECORDINGS_PATH}manifest.json?v=${versionOf(clips)}`),
    keep: (name, wav) =>
      alone(async () => {
        const fresh = checked(name, wav);
        return typeof fresh === 'string' ? fresh : take([fresh]);
      }),
    drop: (id) =>
      alone(async () => {
        await replace(
          clips.filter((one) => one.id !== id),
          [],
        );
        return null;
      }),
    pack: async () => {
      const read = async ({ id, says, file }: Recording) => ({
        id,
        says,
        wav: (await readFile(join(path, file))).toString('base64'),
      });
      return Buffer.from(JSON.stringify(packOf(await Promise.all(clips.map(read)))));
    },
    takePack: (bytes) =>
      alone(async () => {
        const fresh = await unpacked(bytes);
        return typeof fresh === 'string' ? fresh : take(fresh);
      }),
  };
}

/** A list that is damaged stops no hall and is not written over; a clip that has gone is one that was never recorded. */
function readList(file: string, path: string, tell: (cause: unknown) => void): readonly Recording[] {
  if (!existsSync(file)) return [];
  try {
    const { clips } = v.parse(RecordedManifest, JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
    return clips.filter((one) => existsSync(join(path, one.file)));
  } catch (cause) {
    tell(cause);
    try {
      renameSync(file, `${file}.damaged-${Date.now()}`);
    } catch (more) {
      tell(more);
    }
    return [];
  }
}

function checked(name: unknown, wav: Buffer): Fresh | RecordingTrouble {
  const named = v.safeParse(RecordingName, name);
  if (!named.success) return 'not-a-clip';
  const facts = clipFacts(wav);
  if (typeof facts === 'string') return facts;
  const { id, says } = named.output;
  const print = createHash('sha256').update(says).update(wav).digest('hex').slice(0, 16);
  return { recording: { id, says, file: `clip-${id}-${print}.wav`, ...facts }, wav };
}

/** Every clip of a pack, each found good; or what is wrong with the first that is not. */
async function unpacked(bytes: Buffer): Promise<Fresh[] | RecordingTrouble> {
  let pack: v.SafeParseResult<typeof RecordedPack>;
  try {
    pack = v.safeParse(RecordedPack, JSON.parse(bytes.toString('utf8')));
  } catch {
    return 'not-a-pack';
  }
  if (!pack.success) return 'not-a-pack';
  const fresh: Fresh[] = [];
  for (const { wav, ...name } of pack.output.clips) {
    const one = checked(name, Buffer.from(wav, 'base64'));
    if (typeof one === 'string') return one;
    const isTwice = fresh.some(({ recording }) => recording.id === name.id || isSame(recording, one.recording));
    if (isTwice) return 'said-twice';
    fresh.push(one);
    // The queue goes on meanwhile.
    await setImmediate();
  }
  return fresh;
}

function isSame(a: RecordingName, b: RecordingName): boolean {
  return a.says.toLowerCase() === b.says.toLowerCase();
}

function bytesOf(clips: readonly Recording[]): number {
  return clips.reduce((sum, { durationMs }) => sum + durationMs * 48, 0);
}

function versionOf(clips: readonly Recording[]): string {
  return createHash('sha256')
    .update(clips.map(({ file }) => file).join())
    .digest('hex')
    .slice(0, 12);
}

async function writeClip(file: string, wav: Buffer) {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(wav);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

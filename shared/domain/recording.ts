import * as v from 'valibot';
import { levelDbfs, peak } from './samples.ts';
import { readWav, writeWav } from './wav.ts';

/** The clips that an office has recorded itself: what one is, what a pack of them is, and what is let in. */

export const RECORDING_RATE = 24_000;
export const SHORTEST_MS = 120;
export const LONGEST_MS = 8_000;
/** Enough for the sentences, the numbers to 99, all letters and every service. */
export const MOST_CLIPS = 400;
export const MOST_BYTES = 24 * 1_048_576;
export const MOST_CLIP_BYTES = 44 + ((LONGEST_MS + 200) * RECORDING_RATE * 2) / 1_000;
/** Letters of 64 for bytes of 256, and the words around them. */
export const MOST_PACK_BYTES = Math.ceil(MOST_BYTES * 1.4);

/** A name of its own that is a good piece of a file's name on every system. */
export const RecordingId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/));
const Words = v.pipe(
  v.string(),
  v.trim(),
  v.normalize('NFC'),
  v.maxLength(120),
  v.regex(/^[\p{L}\p{N} ]*[\p{L}\p{N}]$/u),
);

/** What a clip stands for in a sentence, and under which name it is kept. */
export const RecordingName = v.strictObject({ id: RecordingId, says: Words });
export type RecordingName = v.InferOutput<typeof RecordingName>;

/** One recorded clip. Another sound is another file: whoever has one may keep it for ever. */
export const Recording = v.strictObject({
  ...RecordingName.entries,
  file: v.pipe(v.string(), v.regex(/^clip-[a-z0-9-]{1,63}-[0-9a-f]{16}\.wav$/)),
  durationMs: v.pipe(v.number(), v.integer(), v.minValue(SHORTEST_MS), v.maxValue(LONGEST_MS + 200)),
  levelDbfs: v.number(),
});
export type Recording = v.InferOutput<typeof Recording>;

/** `manifest.json` beside the clips. */
export const RecordedManifest = v.strictObject({
  version: v.literal(1),
  clips: v.pipe(v.array(Recording), v.maxLength(MOST_CLIPS)),
});

const PACK_KIND = 'luot-recorded-voice';

/** All recordings in one file, to be carried to another hall or kept. */
export const RecordedPack = v.strictObject({
  kind: v.literal(PACK_KIND),
  version: v.literal(1),
  clips: v.pipe(
    v.array(
      v.strictObject({
        ...RecordingName.entries,
        wav: v.pipe(v.string(), v.base64(), v.maxLength(MOST_CLIP_BYTES * 1.4)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_CLIPS),
  ),
});
export type RecordedPack = v.InferOutput<typeof RecordedPack>;

export function packOf(clips: RecordedPack['clips']): RecordedPack {
  return { kind: PACK_KIND, version: 1, clips };
}

/** A clip as pages read it. */
export type RecordedClip = RecordingName & { readonly address: string; readonly durationMs: number };
/** What the server hands out as the list of clips. */
export type RecordedList = { readonly clips: readonly RecordedClip[] };

/** Why a clip or a pack was not taken; each has words on the manager's page. */
export const RECORDING_TROUBLES = [
  ...([
    'not-a-pack',
    'not-a-clip',
    'too-short',
    'too-long',
    'clipped',
    'wrong-level',
    'said-twice',
    'too-large',
  ] as const),
  ...(['busy', 'not-allowed', 'out-of-service'] as const),
] as const;
export type RecordingTrouble = (typeof RECORDING_TROUBLES)[number];

/** The two sides of the road by which recordings come to the server; see decision 17. */
export const RECORDINGS_PATH = '/voice/office/';
export const SESSION_HEADER = 'x-luot-session';
export const DEVICE_HEADER = 'x-luot-device';
/** Only a page that says whose it is may send: no form and no foreign page can add a header. */
export const RECORDING_ACTS = ['keep', 'drop', 'import'] as const;
export type RecordingAct = (typeof RECORDING_ACTS)[number];

/** A capped peak stands at −1 dBFS; a little more for the rounding. */
const HIGHEST_PEAK = 10 ** (-0.9 / 20);
const FAINTEST_DBFS = -35;
const LOUDEST_DBFS = -21.5;

/** How long and how loud a clip is; or why it is none that our recorder has made. */
export function clipFacts(bytes: Uint8Array): Pick<Recording, 'durationMs' | 'levelDbfs'> | RecordingTrouble {
  if (bytes.length > MOST_CLIP_BYTES) return 'too-long';
  const clip = isOurWav(bytes) ? readWav(bytes) : null;
  if (!clip) return 'not-a-clip';
  const durationMs = Math.round((clip.values.length / RECORDING_RATE) * 1_000);
  if (durationMs < SHORTEST_MS) return 'too-short';
  if (peak(clip) > HIGHEST_PEAK) return 'clipped';
  const level = Math.round(levelDbfs(clip) * 10) / 10;
  if (!(level >= FAINTEST_DBFS && level <= LOUDEST_DBFS)) return 'wrong-level';
  return { durationMs, levelDbfs: level };
}

/** To the byte the header that the recorder writes: one channel, 16 bit, this rate, as long as it says, nothing behind it. */
function isOurWav(bytes: Uint8Array): boolean {
  const samples = (bytes.length - 44) / 2;
  if (samples < 0 || !Number.isInteger(samples)) return false;
  const ours = writeWav({ rate: RECORDING_RATE, values: new Float64Array(samples) });
  return ours.subarray(0, 44).every((byte, at) => bytes[at] === byte);
}

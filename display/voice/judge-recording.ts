import { LONGEST_MS, RECORDING_RATE, SHORTEST_MS } from '#shared/domain/recording.ts';
import { levelDbfs, peak, type Samples, windowPowers, windowSize } from '#shared/domain/samples.ts';
import { finishClip } from './shape-clip.ts';

/** Why a recording is not good enough for a hall. */
export type RecordingFault = 'silent' | 'clipped' | 'noisy' | 'too-short' | 'too-long';

/** A recording cut, levelled and ready to be kept. */
export type GoodRecording = {
  readonly clip: Samples;
  readonly durationMs: number;
  /** How far the voice stands above the room. */
  readonly snrDb: number;
};

/** Below it a hall hears the room of the recording in every call. */
export const LEAST_SNR_DB = 25;

/** A microphone that begins and a key that is pressed make sounds of their own. */
const CUT_AT_START_MS = 150;
const CUT_AT_END_MS = 50;
const WINDOW_MS = 20;
/** So many of the windows are taken for the room, the quietest. */
const QUIETEST = 0.1;
/** What lies so far above the room, or less far below the loudest, is word. */
const ABOVE_ROOM_DB = 8;
const BELOW_LOUDEST_DB = 40;
/** Soft consonants before and after. */
const ROOM_BEFORE_MS = 30;
const ROOM_AFTER_MS = 60;
const SILENT_DBFS = -50;
/** A coder moves the tops of a clipped sound a little. */
const CLIPPED_AT = 0.97;
const CLIPPED_SAMPLES = 8;
/** Of a card that gives nothing at all between the words. */
const FAINTEST_POWER = 1e-9;

/** Cuts a raw recording to the word in it and brings it to the loudness of all clips; or says why it is not good enough. */
export function judgeRecording(raw: Samples): GoodRecording | RecordingFault {
  const heard = withoutEnds(raw);
  if (heard.values.length < windowSize(heard.rate, WINDOW_MS * 10)) return 'too-short';
  const powers = windowPowers(heard, WINDOW_MS, WINDOW_MS / 2);
  const loudest = Math.max(...powers);
  if (decibels(loudest) < SILENT_DBFS) return 'silent';
  if (isClipped(heard)) return 'clipped';
  const room = roomPower(powers);
  const floor = Math.max(room * power(ABOVE_ROOM_DB), loudest * power(-BELOW_LOUDEST_DB));
  const first = powers.findIndex((one) => one > floor);
  if (first < 0) return 'noisy';
  const last = powers.findLastIndex((one) => one > floor);
  const step = windowSize(heard.rate, WINDOW_MS / 2);
  const word = part(heard, first * step, (last + 2) * step);
  const snrDb = levelDbfs(word) - decibels(room);
  if (snrDb < LEAST_SNR_DB) return 'noisy';
  const durationMs = (word.values.length / heard.rate) * 1_000;
  // Windows overlap what they judge on both sides.
  if (durationMs - WINDOW_MS < SHORTEST_MS) return 'too-short';
  if (durationMs > LONGEST_MS) return 'too-long';
  const before = windowSize(heard.rate, ROOM_BEFORE_MS);
  const after = windowSize(heard.rate, ROOM_AFTER_MS);
  const clip = finishClip(part(heard, Math.max(0, first * step - before), (last + 2) * step + after));
  return { clip, durationMs: Math.round((clip.values.length / RECORDING_RATE) * 1_000), snrDb: Math.round(snrDb) };
}

/** Also without what comes before the card has begun to give anything. */
function withoutEnds(raw: Samples): Samples {
  const begun = raw.values.findIndex((value) => Math.abs(value) > 1e-5);
  if (begun < 0) return raw;
  const from = begun + windowSize(raw.rate, CUT_AT_START_MS);
  return part(raw, from, raw.values.length - windowSize(raw.rate, CUT_AT_END_MS));
}

function isClipped(heard: Samples): boolean {
  if (peak(heard) < CLIPPED_AT) return false;
  return heard.values.filter((value) => Math.abs(value) >= CLIPPED_AT).length >= CLIPPED_SAMPLES;
}

function roomPower(powers: readonly number[]): number {
  const quiet = [...powers].sort((a, b) => a - b).slice(0, Math.max(1, Math.ceil(powers.length * QUIETEST)));
  return Math.max(FAINTEST_POWER, quiet.reduce((sum, one) => sum + one, 0) / quiet.length);
}

function part({ rate, values }: Samples, from: number, to: number): Samples {
  return { rate, values: values.slice(from, to) };
}

function decibels(ratio: number): number {
  return 10 * Math.log10(ratio);
}

function power(db: number): number {
  return 10 ** (db / 10);
}

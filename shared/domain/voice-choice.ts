import * as v from 'valibot';

/** How the office's displays sound: chosen by the manager, at any time. */

const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Below a tenth nobody hears it; whoever wants silence says so by a quiet hour. */
const Volume = v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(100));

const span = { from: TimeOfDay, until: TimeOfDay };
const SAME_TIME = 'begins when it ends';

/** Louder or softer from one time of day to another; over midnight when `until` is the earlier one. */
export const VolumeSpan = v.pipe(
  v.strictObject({ ...span, volume: Volume }),
  v.check(({ from, until }) => from !== until, SAME_TIME),
);
export type VolumeSpan = v.InferOutput<typeof VolumeSpan>;

/** No voice from one time of day to another, and a soft chime or none. */
export const QuietSpan = v.pipe(
  v.strictObject({ ...span, chime: v.picklist(['soft', 'none']) }),
  v.check(({ from, until }) => from !== until, SAME_TIME),
);
export type QuietSpan = v.InferOutput<typeof QuietSpan>;

export const VoiceChoice = v.strictObject({
  /** The name of a clip pack. A display that has none of that name speaks with the first one it came with. */
  pack: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  /** How often a call is read when nobody waits behind it. */
  readings: v.picklist([1, 2]),
  volume: Volume,
  volumes: v.pipe(v.array(VolumeSpan), v.maxLength(6)),
  quiet: v.pipe(v.array(QuietSpan), v.maxLength(6)),
});
export type VoiceChoice = v.InferOutput<typeof VoiceChoice>;

/** As every hall sounded before anything could be chosen. */
export const USUAL_VOICE: VoiceChoice = { pack: 'vi-south', readings: 2, volume: 100, volumes: [], quiet: [] };

/** Factors for the loudspeaker. 0: nothing is to be heard. */
export type Gains = { readonly voice: number; readonly chime: number };

const SOFT_CHIME = 0.25;

/** How loud voice and chime are at a time of day (`07:30`). Quiet goes before loud; of two spans the first one counts. */
export function gainsAt({ volume, volumes, quiet }: VoiceChoice, time: string): Gains {
  const within = (at: { from: string; until: string }) => isWithin(at, time);
  const usual = gainOf(volumes.find(within)?.volume ?? volume);
  const hush = quiet.find(within);
  if (!hush) return { voice: usual, chime: usual };
  return { voice: 0, chime: hush.chime === 'soft' ? usual * SOFT_CHIME : 0 };
}

function isWithin({ from, until }: { from: string; until: string }, time: string): boolean {
  return from < until ? from <= time && time < until : from <= time || time < until;
}

/** What sounds half as loud has far less than half the amplitude: 50 % are 12 dB below 100 %. */
function gainOf(volume: number): number {
  return (volume / 100) ** 2;
}

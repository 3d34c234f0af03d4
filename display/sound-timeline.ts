/** What of an announcement is played: the clips of each reading, in order, and whether the chime goes before them. */
export type Reading = { readonly chimes: boolean; readonly readings: readonly (readonly string[])[] };

/** A clip in its place, in samples of the audio clock. `end` is the first sample after it. */
export type PlacedClip = { readonly clip: string; readonly start: number; readonly end: number };

export const PAUSE_AFTER_CHIME_MS = 100;
/** The clips are cut to the bone; without this breath "không, không, bảy" runs into one word. */
export const PAUSE_BETWEEN_WORDS_MS = 60;
export const PAUSE_BETWEEN_READINGS_MS = 500;

/**
 * Lays out a whole announcement from sample `start` on: the chime, then each reading, with fixed pauses between. A clip
 * without a length (it is not in the pack or would not decode) is left out; the rest closes up.
 */
export function soundTimeline(
  chime: string,
  { chimes, readings }: Reading,
  lengthOf: (clip: string) => number | undefined,
  start: number,
  samplesPerSecond: number,
): PlacedClip[] {
  const words = readings.flatMap((clips) =>
    clips.map((clip, index) => ({
      clip,
      pauseMs: index === clips.length - 1 ? PAUSE_BETWEEN_READINGS_MS : PAUSE_BETWEEN_WORDS_MS,
    })),
  );
  const order = [...(chimes ? [{ clip: chime, pauseMs: PAUSE_AFTER_CHIME_MS }] : []), ...words];
  const placed: PlacedClip[] = [];
  let at = start;
  for (const { clip, pauseMs } of order) {
    const length = lengthOf(clip);
    if (length === undefined) continue;
    placed.push({ clip, start: at, end: at + length });
    at += length + Math.round((pauseMs * samplesPerSecond) / 1000);
  }
  return placed;
}

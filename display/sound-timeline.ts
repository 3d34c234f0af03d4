/** What of an announcement is played: the clips of one reading, and how often it is read. */
export type Reading = { readonly clips: readonly string[]; readonly readings: 1 | 2 };

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
  { clips, readings }: Reading,
  lengthOf: (clip: string) => number | undefined,
  start: number,
  samplesPerSecond: number,
): PlacedClip[] {
  const reading = clips.map((clip, index) => ({
    clip,
    pauseMs: index === clips.length - 1 ? PAUSE_BETWEEN_READINGS_MS : PAUSE_BETWEEN_WORDS_MS,
  }));
  const order = [{ clip: chime, pauseMs: PAUSE_AFTER_CHIME_MS }, ...reading, ...(readings === 2 ? reading : [])];
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

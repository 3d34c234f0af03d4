/** Sound as numbers between −1 and 1, one channel. */
export type Samples = { readonly rate: number; readonly values: Float64Array };

export const LEVEL_DBFS = -23;
export const PEAK_CAP_DBFS = -1;
export const FADE_IN_MS = 4;
export const FADE_OUT_MS = 8;
export const LEVEL_WINDOW_MS = 50;
export const SHORTEST_CLIP_MS = 150;

const TRIM_WINDOW_MS = 5;
/** What lies this far below the loudest moment is room, not word. At 40 dB the release of "ch", "tr" and "t" was lost. */
const TRIM_BELOW_DB = 50;
/** Windows this far below the loudest do not count for the level, or a clip with a pause in it would come out louder. */
const GATE_DB = 10;

/**
 * A raw clip made ready to stand beside the others: silence cut at both ends, short fades against clicks, everything at
 * the same loudness, peaks capped.
 *
 * @throws Error if less than 150 ms remain: then the speech program did not understand the text
 */
export function shapeClip(raw: Samples): Samples {
  const shaped = capped(levelled(faded(trimmed(raw))));
  const durationMs = (shaped.values.length / shaped.rate) * 1000;
  if (durationMs < SHORTEST_CLIP_MS) {
    throw new Error(
      `Only ${Math.round(durationMs)} ms of sound (at least ${SHORTEST_CLIP_MS}): feed it as another word`,
    );
  }
  return shaped;
}

/** The loudness of a clip in dBFS: the mean power of its 50 ms windows, without those 10 dB below the loudest. */
export function levelDbfs(clip: Samples): number {
  const powers = windowPowers(clip, LEVEL_WINDOW_MS, LEVEL_WINDOW_MS / 5);
  const gate = Math.max(...powers) * 10 ** (-GATE_DB / 10);
  const counted = powers.filter((power) => power >= gate);
  return 10 * Math.log10(counted.reduce((sum, power) => sum + power, 0) / counted.length);
}

/** The highest sample in dBFS. */
export function peakDbfs(clip: Samples): number {
  return 20 * Math.log10(peak(clip));
}

function trimmed({ rate, values }: Samples): Samples {
  const size = windowSize(rate, TRIM_WINDOW_MS);
  const powers = windowPowers({ rate, values }, TRIM_WINDOW_MS, TRIM_WINDOW_MS);
  const floor = Math.max(...powers) * 10 ** (-TRIM_BELOW_DB / 10);
  const first = powers.findIndex((power) => power > floor);
  const last = powers.findLastIndex((power) => power > floor);
  // A window of air on either side takes the fades, so that they do not eat a consonant.
  return { rate, values: values.slice(Math.max(0, first - 1) * size, (last + 2) * size) };
}

function faded({ rate, values }: Samples): Samples {
  const fadeIn = windowSize(rate, FADE_IN_MS);
  const fadeOut = windowSize(rate, FADE_OUT_MS);
  const ramp = (index: number) => Math.min(1, index / fadeIn, (values.length - 1 - index) / fadeOut);
  return { rate, values: values.map((value, index) => value * ramp(index)) };
}

function levelled(clip: Samples): Samples {
  return scaled(clip, 10 ** ((LEVEL_DBFS - levelDbfs(clip)) / 20));
}

function capped(clip: Samples): Samples {
  return scaled(clip, Math.min(1, 10 ** (PEAK_CAP_DBFS / 20) / peak(clip)));
}

function scaled({ rate, values }: Samples, gain: number): Samples {
  return { rate, values: values.map((value) => value * gain) };
}

function peak({ values }: Samples): number {
  return values.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
}

function windowPowers({ rate, values }: Samples, windowMs: number, stepMs: number): number[] {
  const size = windowSize(rate, windowMs);
  const step = windowSize(rate, stepMs);
  const powers: number[] = [];
  for (let start = 0; start === 0 || start + size <= values.length; start += step) {
    const window = values.subarray(start, start + size);
    powers.push(window.reduce((sum, value) => sum + value * value, 0) / window.length);
  }
  return powers;
}

function windowSize(rate: number, ms: number): number {
  return Math.max(1, Math.round((rate * ms) / 1000));
}

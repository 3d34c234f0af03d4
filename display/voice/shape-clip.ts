import {
  LEVEL_DBFS,
  levelDbfs,
  PEAK_CAP_DBFS,
  peak,
  type Samples,
  windowPowers,
  windowSize,
} from '#shared/domain/samples.ts';

export const FADE_IN_MS = 4;
export const FADE_OUT_MS = 8;
export const SHORTEST_CLIP_MS = 150;

const TRIM_WINDOW_MS = 5;
/** What lies this far below the loudest moment is room, not word. At 40 dB the release of "ch", "tr" and "t" was lost. */
const TRIM_BELOW_DB = 50;

/**
 * A raw clip made ready to stand beside the others: silence cut at both ends, short fades against clicks, everything at
 * the same loudness, peaks capped.
 *
 * @throws Error if less than 150 ms remain: then the speech program did not understand the text
 */
export function shapeClip(raw: Samples): Samples {
  const shaped = finishClip(trimmed(raw));
  const durationMs = (shaped.values.length / shaped.rate) * 1000;
  if (durationMs < SHORTEST_CLIP_MS) {
    throw new Error(
      `Only ${Math.round(durationMs)} ms of sound (at least ${SHORTEST_CLIP_MS}): feed it as another word`,
    );
  }
  return shaped;
}

/** A clip that has been cut already: short fades, the loudness of all, peaks capped. */
export function finishClip(cut: Samples): Samples {
  return capped(levelled(faded(cut)));
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

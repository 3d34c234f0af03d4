import { parseArgs } from 'node:util';

/** How the day is wanted, or what was wrong with the asking. */
export type Wanted = { seed: number; scale: number; json: boolean } | { wrong: string };

/** More would use up the 999 numbers of one service. */
const MAX_SCALE = 5;
const MIN_SCALE = 0.05;

export function readArguments(args: readonly string[]): Wanted {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: '1' },
        scale: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const seed = Number(values.seed || Number.NaN);
    const scale = Number(values.scale || Number.NaN);
    if (!Number.isSafeInteger(seed) || seed < 0)
      return { wrong: `--seed must be a whole number, not "${values.seed}".` };
    if (!(scale >= MIN_SCALE && scale <= MAX_SCALE))
      return { wrong: `--scale must be a number from ${MIN_SCALE} to ${MAX_SCALE}, not "${values.scale}".` };
    return { seed, scale, json: values.json };
  } catch (cause) {
    // What parseArgs does not know it throws; the sentence says which word it was.
    const why = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    return { wrong: `${why}. Known are --seed 7, --scale 3 and --json.` };
  }
}

/** Sound as numbers between −1 and 1, one channel. */
export type Samples = { readonly rate: number; readonly values: Float64Array };

export const LEVEL_DBFS = -23;
export const PEAK_CAP_DBFS = -1;
export const LEVEL_WINDOW_MS = 50;

/** Windows this far below the loudest do not count for the level, or a clip with a pause in it would come out louder. */
const GATE_DB = 10;

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

/** The highest sample. */
export function peak({ values }: Samples): number {
  return values.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
}

/** The mean power of each window. */
export function windowPowers({ rate, values }: Samples, windowMs: number, stepMs: number): number[] {
  const size = windowSize(rate, windowMs);
  const step = windowSize(rate, stepMs);
  const powers: number[] = [];
  for (let start = 0; start === 0 || start + size <= values.length; start += step) {
    const window = values.subarray(start, start + size);
    powers.push(window.reduce((sum, value) => sum + value * value, 0) / window.length);
  }
  return powers;
}

/** So many samples are so many milliseconds; at least one. */
export function windowSize(rate: number, ms: number): number {
  return Math.max(1, Math.round((rate * ms) / 1000));
}

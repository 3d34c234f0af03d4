import type { Samples } from '#shared/domain/samples.ts';

const SLICES = 16;
const WINDOW_MS = 40;
/** Of a clip's loudest; what is fainter is the coder's business. */
const FLOOR_DB = 50;
// Close together at the bottom, where the voice's melody is (it tells "một" from "mốt"), then as the ear hears.
const LOW_HERTZ = Array.from({ length: 20 }, (_, index) => 75 + 25 * index);
const HIGH_HERTZ = Array.from({ length: 20 }, (_, index) => 600 * (7_000 / 600) ** (index / 19));
const BANDS = [...LOW_HERTZ, ...HIGH_HERTZ];

/**
 * What a clip sounds like, small enough to be kept beside it: its loudness in 40 bands at 16 moments, in decibels below
 * its loudest, a byte each. Independent of the rate, the level and the coding, so that a clip decoded from its file can
 * be held against what was spoken when the pack was built.
 */
export function soundPrint({ rate, values }: Samples): Uint8Array {
  const size = Math.min(values.length, Math.round((rate * WINDOW_MS) / 1000));
  const step = (values.length - size) / (SLICES - 1);
  const powers = Array.from({ length: SLICES }, (_, slice) => {
    const start = Math.round(slice * step);
    return bandPowers(values.subarray(start, start + size), rate);
  }).flat();
  const loudest = Math.max(...powers);
  return Uint8Array.from(powers, (power) => Math.round(Math.min(FLOOR_DB, decibels(loudest / power))));
}

/** How far two prints lie apart: decibels, on average over bands and moments. */
export function printDistance(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return FLOOR_DB;
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / a.length;
}

function bandPowers(values: Float64Array, rate: number): number[] {
  const shaped = values.map((value, index) => value * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / values.length)));
  return BANDS.map((hertz) => powerAt(shaped, (2 * Math.PI * hertz) / rate));
}

/** Goertzel's recursion: the power at one frequency, without a whole transform. */
function powerAt(values: Float64Array, step: number): number {
  const factor = 2 * Math.cos(step);
  let last = 0;
  let before = 0;
  for (const value of values) {
    const next = value + factor * last - before;
    before = last;
    last = next;
  }
  return last * last + before * before - factor * last * before;
}

function decibels(ratio: number): number {
  return 10 * Math.log10(ratio);
}

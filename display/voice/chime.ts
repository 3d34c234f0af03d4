import type { Samples } from '#shared/domain/samples.ts';

const NOTES = [
  { hertz: 659.25, startMs: 0 }, // E5
  { hertz: 523.25, startMs: 340 }, // C5: a falling major third, the doorbell's
] as const;

// A struck bar rather than a beep: weak overtones that die away sooner than the ground tone.
const PARTIALS = [
  { ratio: 1, weight: 1, decayMs: 300 },
  { ratio: 2, weight: 0.28, decayMs: 180 },
  { ratio: 3, weight: 0.1, decayMs: 100 },
] as const;

const DURATION_MS = 1200;
const ATTACK_MS = 6;

/** The two-note chime that goes before the voice, computed at `rate` samples a second. */
export function chime(rate: number): Samples {
  const values = new Float64Array(Math.round((rate * DURATION_MS) / 1000));
  for (const note of NOTES) {
    const start = Math.round((rate * note.startMs) / 1000);
    for (let index = start; index < values.length; index++) {
      values[index] = (values[index] ?? 0) + struck(note.hertz, ((index - start) / rate) * 1000);
    }
  }
  return { rate, values };
}

function struck(hertz: number, ms: number): number {
  const attack = Math.min(1, ms / ATTACK_MS);
  const tone = PARTIALS.reduce(
    (sum, { ratio, weight, decayMs }) =>
      sum + weight * Math.exp(-ms / decayMs) * Math.sin(2 * Math.PI * hertz * ratio * (ms / 1000)),
    0,
  );
  return (attack * tone) / 2;
}

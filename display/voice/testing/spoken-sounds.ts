import type { Samples } from '#shared/domain/samples.ts';

/** For tests: what a microphone may give. */

type Wanted = {
  readonly rate?: number;
  /** How long the word is, and how long the room before and after it. */
  readonly wordMs?: number;
  readonly beforeMs?: number;
  readonly afterMs?: number;
  /** The highest the word goes; above 1 it is cut off, as a card does. */
  readonly loud?: number;
  /** How loud the room is. */
  readonly room?: number;
};

/** A word as a voice speaks it: a low tone with its overtones, swelling twice, in a room that murmurs. */
export function spokenWord(wanted: Wanted = {}): Samples {
  const { rate = 48_000, wordMs = 600, beforeMs = 900, afterMs = 900, loud = 0.4, room = 0.001 } = wanted;
  const ms = rate / 1_000;
  const from = Math.round(beforeMs * ms);
  const length = Math.round(wordMs * ms);
  const values = murmur(from + length + Math.round(afterMs * ms), room);
  for (let at = 0; at < length; at++) {
    const swell = 0.3 + 0.7 * Math.abs(Math.sin((2 * Math.PI * at) / length));
    const edge = Math.min(1, at / (5 * ms), (length - at) / (5 * ms));
    const voice = overtones((2 * Math.PI * 150 * at) / rate);
    values[from + at] = Math.max(-1, Math.min(1, (values[from + at] ?? 0) + loud * swell * edge * voice));
  }
  return { rate, values };
}

/** A room in which nobody speaks. */
export function onlyRoom(room: number, ms = 2_400, rate = 48_000): Samples {
  return { rate, values: murmur(Math.round((rate * ms) / 1_000), room) };
}

function overtones(phase: number): number {
  return (Math.sin(phase) + 0.6 * Math.sin(2 * phase) + 0.4 * Math.sin(5 * phase)) / 1.6;
}

/** The same every time: a test must not be lucky. */
function murmur(length: number, room: number): Float64Array {
  let seed = 7;
  return Float64Array.from({ length }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return room * (seed / 1_073_741_823.5 - 1);
  });
}

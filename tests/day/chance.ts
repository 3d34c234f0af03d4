/** A stream of chance. Everybody has one of their own: what one person does shifts nobody else's luck. */
export type Chance = {
  /** 0 up to, not including, 1. */
  fraction(): number;
  between(min: number, max: number): number;
  happens(probability: number): boolean;
  /** One of the keys, by its weight. */
  pick(weights: Readonly<Record<string, number>>): string;
  lognormal(spread: Spread): number;
  /** A name for a press, as long as the contract wants it. */
  commandId(): string;
};

/** Of a lognormal: mean, and standard deviation over mean. */
export type Spread = { mean: number; cv: number };

/** @param keys the same keys, the same stream */
export function createChance(...keys: readonly (string | number)[]): Chance {
  const fraction = mulberry32(hash(keys.join('/')));
  const between = (min: number, max: number) => min + (max - min) * fraction();
  return {
    fraction,
    between,
    happens: (probability) => fraction() < probability,
    pick(weights) {
      const entries = Object.entries(weights);
      let left = fraction() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return entries.at(-1)?.[0] ?? '';
    },
    lognormal({ mean, cv }) {
      const variance = Math.log(1 + cv * cv);
      const normal = Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
      return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal);
    },
    commandId: () => Array.from({ length: 32 }, () => Math.floor(between(0, 16)).toString(16)).join(''),
  };
}

/** Tommy Ettinger's generator: 32 bits of state, good enough to play a day. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}

/** One comparison of one run. `ratio`: ours ÷ limit; which way it should go stands in `target`. */
export type Line = { name: string; ours: number; limit: number; ratio: number; unit: string; target: string };

/** @param target what the house promises, in words: `≥ 0.85`, `≤ 1.2` */
export function line(name: string, ours: number, limit: number, unit: string, target: string): Line {
  return { name, ours, limit, ratio: ours / limit, unit, target };
}

/** Whether the ratio keeps its promise; null where none was made. */
export function holds({ ratio, target }: Line): boolean | null {
  const found = /^(≥|≤) ([\d.]+)$/.exec(target);
  if (!found) return null;
  return found[1] === '≥' ? ratio >= Number(found[2]) : ratio <= Number(found[2]);
}

/** Of a list in any order; `share` 0.5 is the median. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Three figures a line are enough to tell two halls apart. */
export function short(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** `1.4.0`: what is released has three numbers and nothing behind them, so that there is no doubt which one is newer. */
export function isVersion(text: unknown): text is string {
  return typeof text === 'string' && /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/.test(text);
}

/** Below zero: the first is the older one. */
export function compareVersions(one: string, other: string): number {
  const [mine, theirs] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let place = 0; place < 3; place += 1) {
    const difference = (mine[place] ?? 0) - (theirs[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

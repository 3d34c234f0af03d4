/** So many crashes within this time, and the whole app is started anew: what is broken is then more than one page. */
export const CRASHES = 3;
export const WITHIN_MS = 5 * 60_000;

/**
 * Counts what breaks. Each call says that something broke now, and tells whether that is once too often; the count then begins anew.
 * @param ticks ms that only ever run forward
 */
export function createCrashCount(ticks: () => number): () => boolean {
  let recent: number[] = [];
  return () => {
    const now = ticks();
    recent = [...recent.filter((at) => now - at < WITHIN_MS), now];
    if (recent.length < CRASHES) return false;
    recent = [];
    return true;
  };
}

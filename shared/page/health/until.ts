/** How often it is looked. */
const LOOK_EVERY_MS = 250;

/** Fulfilled when it is so, or after the longest time that is worth waiting. */
export function until(isSo: () => boolean, atMostMs: number): Promise<void> {
  const begunAt = performance.now();
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo() && performance.now() - begunAt < atMostMs) return;
      clearInterval(timer);
      resolve();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    look();
  });
}

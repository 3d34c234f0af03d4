import { setServerTime } from '#shared/page/clock.ts';

let aheadMs = 0;
const usual = performance.now.bind(performance);

/** From here on the pages' own clock is in the test's hands; sockets and timers run as ever. */
export function takePageTime() {
  aheadMs = 0;
  performance.now = () => usual() + aheadMs;
}

/** Time passes for the pages. @param at what the hall's clock shows then */
export function passPageTime(ms: number, at: number) {
  aheadMs += ms;
  setServerTime(at);
}

/** What the clock of the machine shows, ms UTC. */
export function pageDate(): number {
  return Date.now() + aheadMs;
}

export function giveBackPageTime() {
  performance.now = usual;
}

/** Does something that waits for one timer, and does not wait for it. @returns lets its time be over */
export function withoutWaiting(work: () => void): () => void {
  const { setTimeout: wait } = globalThis;
  let isOver: () => void = () => undefined;
  // The page wants the timer only to clear it again.
  globalThis.setTimeout = ((done: () => void) => {
    isOver = done;
    return 0;
  }) as unknown as typeof setTimeout;
  try {
    work();
  } finally {
    globalThis.setTimeout = wait;
  }
  return () => isOver();
}

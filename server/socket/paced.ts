export type Timers = {
  /** ms that only ever run forward. */
  now(): number;
  /** @returns what takes it back */
  later(work: () => void, ms: number): () => void;
};

const REAL: Timers = {
  now: () => performance.now(),
  later(work, ms) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** Work that is asked for again and again. */
export type Paced = { ask(): void; stop(): void };

/**
 * Does the work at once when it is asked for, and then not again for a while; what is asked for meanwhile is done once, at the end of
 * it. So a single change is told without delay, and fifty in the same moment are told together.
 * @param everyMs looked at each time the work is begun
 */
export function paced(work: () => void, everyMs: () => number, timers: Timers = REAL): Paced {
  let readyAt = Number.NEGATIVE_INFINITY;
  let takeBack: (() => void) | null = null;
  const run = () => {
    takeBack = null;
    readyAt = timers.now() + everyMs();
    work();
  };
  return {
    ask() {
      if (takeBack !== null) return;
      const wait = readyAt - timers.now();
      if (wait <= 0) run();
      else takeBack = timers.later(run, wait);
    },
    stop() {
      takeBack?.();
      takeBack = null;
    },
  };
}

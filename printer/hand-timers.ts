import type { Timers } from './timers.ts';

/** For tests: timers that run when the test says that their span has passed. A span names the timer, so spans must differ. */
export type HandTimers = Timers & {
  /** Resolves when a timer of this span is running; at once if one already is. */
  running: (ms: number) => Promise<void>;
  isRunning: (ms: number) => boolean;
  /** Lets this span pass: runs every timer set for it. Throws when there is none. */
  pass: (ms: number) => void;
};

export function createHandTimers(): HandTimers {
  const timers = new Map<number, { run: () => void; ms: number }>();
  const watchers: { ms: number; resolve: () => void }[] = [];
  let last = 0;
  const isRunning = (ms: number) => [...timers.values()].some((timer) => timer.ms === ms);

  return {
    isRunning,
    set: (run, ms) => {
      last += 1;
      timers.set(last, { run, ms });
      for (const watcher of watchers.filter((one) => one.ms === ms)) watcher.resolve();
      return last;
    },
    clear: (timer) => {
      if (timer !== null) timers.delete(timer);
    },
    running: (ms) =>
      new Promise((resolve) => {
        if (isRunning(ms)) resolve();
        else watchers.push({ ms, resolve });
      }),
    pass: (ms) => {
      const due = [...timers].filter(([, timer]) => timer.ms === ms);
      if (due.length === 0) throw new Error(`No timer of ${ms} ms is running`);
      for (const [handle, timer] of due) {
        timers.delete(handle);
        timer.run();
      }
    },
  };
}

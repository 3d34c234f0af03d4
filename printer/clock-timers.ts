import type { Timers } from './timers.ts';

/** For tests: timers on a clock that the test turns. What falls due meanwhile happens in its order, each with all that follows from it. */
export type ClockTimers = Timers & {
  nowMs: () => number;
  advance: (ms: number) => Promise<void>;
};

export function createClockTimers(): ClockTimers {
  const timers = new Map<number, { run: () => void; at: number }>();
  let now = 0;
  let last = 0;
  const nextDue = (until: number) =>
    [...timers].filter(([, { at }]) => at <= until).sort(([a, one], [b, other]) => one.at - other.at || a - b)[0];

  return {
    nowMs: () => now,
    set: (run, ms) => {
      last += 1;
      timers.set(last, { run, at: now + ms });
      return last;
    },
    clear: (timer) => {
      if (timer !== null) timers.delete(timer);
    },
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let due = nextDue(until); due; due = nextDue(until)) {
        timers.delete(due[0]);
        now = due[1].at;
        due[1].run();
        await settle();
      }
      now = until;
    },
  };
}

/** Everything that is already decided happens: promises, but no time. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

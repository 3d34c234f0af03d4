/** Timers as they are handed in, so that a test lets time pass by a call. Spans are in milliseconds. */
export type Timers = {
  set: (run: () => void, ms: number) => number;
  clear: (timer: number | null) => void;
};

export const realTimers: Timers = {
  set: (run, ms) => Number(setTimeout(run, ms)),
  clear: (timer) => {
    if (timer !== null) clearTimeout(timer);
  },
};

/** The first pause after a crash; it doubles with every crash that follows soon. */
export const FIRST_PAUSE_MS = 1_000;
export const LONGEST_PAUSE_MS = 60_000;
/** Whoever ran this long had started well: the pauses begin anew. */
export const RAN_WELL_MS = 60_000;
/** Who has not ended this long after being asked is ended. */
export const GRACE_MS = 5_000;

/** The code with which the app asks to be started again at once: it has rested already. The app's own room has this number too. */
export const RESTART_CODE = 75;

/** As much of a child process as is needed. */
export type Running = {
  once(event: 'exit', listener: (code: number | null, signal: string | null) => void): unknown;
  once(event: 'error', listener: (cause: Error) => void): unknown;
  kill(signal?: 'SIGKILL'): unknown;
};

export type KeepRunning = {
  start(): Running;
  now(): number;
  later(ms: number, run: () => void): void;
  say(line: string): void;
};

/**
 * Keeps a program running until it is closed in an orderly way, or until `stop` is called. `ended` gives the code to end with.
 * After a crash it is started again, with growing pauses: a program that cannot start at all must not take the whole PC.
 */
export function keepRunning({ start, now, later, say }: KeepRunning): { ended: Promise<number>; stop(): void } {
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  let running: Running | undefined;
  let isStopping = false;
  let crashes = 0;

  const run = () => {
    if (isStopping) return;
    const startedAt = now();
    running = start();
    running.once('error', (cause) => {
      say(`Không chạy được. / It cannot be run: ${cause.message}`);
      end(1);
    });
    running.once('exit', (code, signal) => {
      running = undefined;
      if (isStopping || code === 0) return end(0);
      const ranMs = now() - startedAt;
      // An app that asks for it at once, and again and again, would take the whole PC.
      if (code === RESTART_CODE && ranMs >= FIRST_PAUSE_MS) return run();
      if (ranMs >= RAN_WELL_MS) crashes = 0;
      const ms = Math.min(FIRST_PAUSE_MS * 2 ** crashes, LONGEST_PAUSE_MS);
      crashes += 1;
      const why = signal ?? code;
      say(`Bị dừng đột ngột (${why}), mở lại sau ${ms / 1000} s. / Ended (${why}), again in ${ms / 1000} s.`);
      later(ms, run);
    });
  };

  run();
  return {
    ended,
    stop() {
      isStopping = true;
      if (!running) return end(0);
      running.kill();
      later(GRACE_MS, () => running?.kill('SIGKILL'));
    },
  };
}

import type { Timers } from './timers.ts';

export const CONNECT_WITHIN_MS = 3_000;
export const DRAIN_WITHIN_MS = 4_000;
export const CLOSE_WITHIN_MS = 2_000;

/**
 * What `work` comes to, or a rejection when it takes longer.
 * @param what named in the error
 */
export function within<T>(work: Promise<T>, ms: number, what: string, timers: Timers): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = timers.set(() => reject(tookTooLong(what, ms)), ms);
    work.then(resolve, reject).finally(() => timers.clear(timer));
  });
}

/** Says in the log which step it was. */
export function tookTooLong(what: string, ms: number): Error {
  return new Error(`The printer took longer than ${ms} ms: ${what}`);
}

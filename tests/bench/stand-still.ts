const NOBODY = new Int32Array(new SharedArrayBuffer(4));

/** Keeps the thread, as a slow disk does. */
export function standStill(ms: number): void {
  if (ms > 0) Atomics.wait(NOBODY, 0, 0, ms);
}

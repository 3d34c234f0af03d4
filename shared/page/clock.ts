import { signal } from '@preact/signals';

/** Server's clock minus this machine's, ms. A kiosk's own clock may be hours off. */
let offsetMs = 0;

/** The server's clock, ms UTC, moving once a second. Read it in a component to be drawn again each second. */
export const now = signal(Date.now());

/** Called with each picture's `at`. */
export function setServerTime(at: number) {
  offsetMs = at - Date.now();
  now.value = at;
}

/** The server's clock at this very moment, ms UTC. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

let isTicking = false;

/** Lets `now` move; the connection does it. Once is enough. */
export function startClock() {
  if (isTicking) return;
  isTicking = true;
  setInterval(() => {
    now.value = serverNow();
  }, 1_000);
}

const FREE_TRIES = 5;
const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 15 * MINUTE_MS;
/** Whoever has been quiet this long begins anew. */
const FORGET_AFTER_MS = 60 * MINUTE_MS;

/** How many tries were wrong, kept on the disk: switching the PC off and on must not give five new ones. */
export type KeptTries = { read(): number; write(wrong: number): void };

export type StaffTries = {
  /** How long no PIN is looked at; 0: one may be tried now. */
  waitMs(): number;
  /** Counts a try as wrong before it is looked at. False: it is not looked at. */
  begin(): boolean;
  /** It was right after all. */
  succeed(): void;
};

/** Wrong tries at the staff's PIN. From the fifth on the waits grow: 1, 2, 4, 8, 15 minutes. @param ticks ms that only ever run forward */
export function createStaffTries(kept: KeptTries, ticks: () => number): StaffTries {
  let wrong = kept.read();
  let lastAt = ticks();
  // After a start nobody knows how long the PC was off: the whole wait begins again.
  let waitUntil = ticks() + waitAfter(wrong);
  const count = (next: number) => {
    wrong = next;
    kept.write(next);
  };
  const waitMs = () => Math.max(0, waitUntil - ticks());
  return {
    waitMs,
    begin() {
      if (waitMs() > 0) return false;
      const before = ticks() - lastAt < FORGET_AFTER_MS ? wrong : 0;
      lastAt = ticks();
      count(before + 1);
      waitUntil = lastAt + waitAfter(wrong);
      return true;
    },
    succeed() {
      count(0);
      waitUntil = ticks();
    },
  };
}

function waitAfter(wrong: number): number {
  return wrong < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** (wrong - FREE_TRIES));
}

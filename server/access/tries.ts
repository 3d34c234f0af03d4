import { MINUTE } from '#shared/domain/business-day.ts';

const FREE_TRIES = 5;
const LONGEST_WAIT_MS = 15 * MINUTE;
/** Whoever has been quiet this long begins anew. */
const FORGET_AFTER_MS = 60 * MINUTE;
const MOST_KEPT = 10_000;

type Tries = { wrong: number; waitUntil: number; lastAt: number };

/**
 * Wrong tries at a secret, by who tries what from where. After five the waits grow: 1, 2, 4, 8, 15 minutes. Nobody else waits for
 * it: an attacker's machine locks only itself.
 */
export class TryCounter {
  private readonly tries = new Map<string, Tries>();
  private readonly ticks: () => number;

  /** @param ticks ms that only ever run forward: setting the wall clock must not open a lock */
  constructor(ticks: () => number) {
    this.ticks = ticks;
  }

  /** Counts a try as wrong before it is looked at, so that many at once are counted too. @returns whether it may be looked at */
  begin(key: string): boolean {
    const now = this.ticks();
    const known = this.tries.get(key);
    const before = known && now - known.lastAt < FORGET_AFTER_MS ? known : { wrong: 0, waitUntil: 0, lastAt: now };
    if (now < before.waitUntil) return false;
    const wrong = before.wrong + 1;
    const waitUntil = wrong < FREE_TRIES ? 0 : now + waitMs(wrong);
    this.tries.delete(key);
    this.tries.set(key, { wrong, waitUntil, lastAt: now });
    this.forgetOldest();
    return true;
  }

  /** The try was right after all. */
  succeed(key: string) {
    this.tries.delete(key);
  }

  private forgetOldest() {
    if (this.tries.size <= MOST_KEPT) return;
    const [oldest] = this.tries.keys();
    if (oldest !== undefined) this.tries.delete(oldest);
  }
}

function waitMs(wrong: number): number {
  return Math.min(LONGEST_WAIT_MS, MINUTE * 2 ** (wrong - FREE_TRIES));
}

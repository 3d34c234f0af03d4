import type { Clock } from '#server/ports.ts';

/** Beyond this many addresses the one heard longest ago is forgotten. */
export const ADDRESSES_KEPT = 10_000;

/**
 * Lets every address do something so many times a minute, after a first burst of as many. Right and wrong tries count alike: who
 * guesses does not learn which were which faster.
 */
export function createLimiter({ clock, perMinute = 30 }: { clock: Clock; perMinute?: number }) {
  const everyMs = 60_000 / perMinute;
  /** Until when what an address has done is paid off; the longest unheard first. */
  const paidOffAt = new Map<string, number>();
  return {
    /** Counts one try. A refused one costs nothing, so that waiting always helps. */
    allows(address: string): boolean {
      const now = clock.now();
      const before = Math.max(now, Math.min(paidOffAt.get(address) ?? now, now + 60_000));
      const after = before + everyMs;
      const isAllowed = after - now <= 60_000;
      paidOffAt.delete(address);
      paidOffAt.set(address, isAllowed ? after : before);
      if (paidOffAt.size > ADDRESSES_KEPT) paidOffAt.delete(paidOffAt.keys().next().value ?? '');
      return isAllowed;
    },
    /** How many addresses are remembered. */
    get size() {
      return paidOffAt.size;
    },
  };
}

export type Limiter = ReturnType<typeof createLimiter>;

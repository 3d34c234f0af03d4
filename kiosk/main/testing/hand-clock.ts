/** Lets everything happen that needs no time. */
export const settle = () => new Promise<void>((done) => setImmediate(done));

/** A clock in the test's hand, with what was put off until later. */
export function createClock() {
  let now = 0;
  let waiting: { at: number; run(): void }[] = [];
  return {
    ticks: () => now,
    later: (ms: number, run: () => void) => void waiting.push({ at: now + ms, run }),
    /** How much is still put off. */
    waiting: () => waiting.length,
    /** Lets time pass, and what falls due happen, in its order. */
    async pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((one) => one !== next);
        now = next.at;
        next.run();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

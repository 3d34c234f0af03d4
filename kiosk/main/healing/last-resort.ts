import type { RestartRecord } from './restart-record.ts';

/** How long the calm page stands before the app starts anew; it doubles with every restart that follows soon. */
export const FIRST_REST_MS = 2_000;
export const LONGEST_REST_MS = 10 * 60_000;
/** Whoever came this far since the last restart had started well: the rests begin anew. */
export const STAYED_WELL_MS = 30 * 60_000;

export type LastResort = {
  /** Starts the app anew, after a rest. Said twice it happens once. */
  begin(why: string): void;
  isUnderWay(): boolean;
};

export type LastResortNeeds = {
  record: RestartRecord;
  restart(): void;
  later(ms: number, run: () => void): void;
  /** ms UTC: the rests are counted over the life of more than one process. */
  now(): number;
  say(line: string): void;
};

/** What is done when opening the page again does not help: the whole app anew, with growing rests, so that it never spins. */
export function createLastResort({ record, restart, later, now, say }: LastResortNeeds): LastResort {
  let isUnderWay = false;
  return {
    begin(why) {
      if (isUnderWay) return;
      isUnderWay = true;
      const last = record.read();
      // A clock that was set back says nothing about how well it went.
      const before = now() - last.at >= STAYED_WELL_MS ? 0 : last.count;
      const restMs = Math.min(FIRST_REST_MS * 2 ** before, LONGEST_REST_MS);
      say(`${why}: mở lại ứng dụng sau ${restMs / 1000} s. / The app starts anew in ${restMs / 1000} s.`);
      later(restMs, () => {
        record.write({ count: before + 1, at: now() });
        restart();
      });
    },
    isUnderWay: () => isUnderWay,
  };
}

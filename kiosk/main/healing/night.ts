/** So long nobody may have minded: no lunch break is that long, so that it is evening or a day off. */
export const QUIET_MS = 3 * 3_600_000;
/** A page that was opened today is fresh enough. */
export const LEAST_AGE_MS = 20 * 3_600_000;
/** The machines of a hall do not all do it at once. */
export const SPREAD_MS = 2 * 3_600_000;

/** When a page is opened anew although nothing is wrong with it: what grows in a page that stands for years is gone every night. */
export type Night = {
  opened(): void;
  /** What the page says of itself: would nobody mind? */
  heard(isQuiet: boolean): void;
  isDue(): boolean;
};

/**
 * Once a day at most, and only when it was quiet for hours.
 * @param ticks ms that only ever run forward
 * @param share this machine's place among the others, 0 to 1
 */
export function createNight(ticks: () => number, share: number): Night {
  let openedAt = ticks();
  let quietSince: number | null = null;
  return {
    opened() {
      openedAt = ticks();
      quietSince = null;
    },
    heard(isQuiet) {
      quietSince = isQuiet ? (quietSince ?? ticks()) : null;
    },
    isDue() {
      const now = ticks();
      return quietSince !== null && now - quietSince >= QUIET_MS + share * SPREAD_MS && now - openedAt >= LEAST_AGE_MS;
    },
  };
}

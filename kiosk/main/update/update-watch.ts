/** As much of a page's beat as tells whether an update may come, and whether one has gone well. */
export type PageSign = { isShowing: boolean; isOnline: boolean; isQuiet: boolean };

/**
 * The pages know the hours, or how long nobody was called, and say "quiet" only in the evening or on a day off. So much longer, because
 * the last visitors are still in the hall; and no longer, because many an office switches its PCs off.
 */
export const QUIET_FOR_MS = 45 * 60_000;
/** A page that breaks after a few seconds is not well. */
export const WELL_FOR_MS = 30_000;
/** Pages give a sign twice a second; one that has not for so long is not there. */
const SIGN_LASTS_MS = 10_000;

/** What the pages of this app say of themselves, all of them together. */
export type UpdateWatch = {
  heard(page: object, sign: PageSign): void;
  isQuiet(): boolean;
  isWell(): boolean;
};

type Heard = { at: number; quietSince: number | null; wellSince: number | null };

/**
 * @param ticks ms that only ever run forward
 * @param pages those that are open now; without one, nothing is quiet and nothing well
 */
export function createUpdateWatch(ticks: () => number, pages: () => readonly object[]): UpdateWatch {
  const heard = new WeakMap<object, Heard>();
  const sinceLong = (since: 'quietSince' | 'wellSince', ms: number) => {
    const now = ticks();
    const open = pages();
    return (
      open.length > 0 &&
      open.every((page) => {
        const last = heard.get(page);
        const begun = last && now - last.at < SIGN_LASTS_MS ? last[since] : null;
        return begun !== null && now - begun >= ms;
      })
    );
  };
  return {
    heard(page, { isShowing, isOnline, isQuiet }) {
      const at = ticks();
      const before = heard.get(page);
      // What was not heard for a while may have been anything.
      const last = before && at - before.at < SIGN_LASTS_MS ? before : null;
      heard.set(page, {
        at,
        quietSince: isQuiet ? (last?.quietSince ?? at) : null,
        wellSince: isShowing && isOnline ? (last?.wellSince ?? at) : null,
      });
    },
    isQuiet: () => sinceLong('quietSince', QUIET_FOR_MS),
    isWell: () => sinceLong('wellSince', WELL_FOR_MS),
  };
}

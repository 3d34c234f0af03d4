import type { OnShow } from './pending-calls.ts';

/** A call in the big zone, by the server's clock, ms UTC. `until` is null while it is there. */
export type ShownCall = { readonly callSeq: number; readonly from: number; readonly until: number | null };

export type ShownLog = {
  /** To be told after every change of what is on show; being told the same again is no new entry. */
  note(onShow: OnShow | null, now: number): void;
  /** The last {@link LOGGED_SHOWS} calls in the order in which they were shown. */
  entries(): readonly ShownCall[];
};

/** An hour of a busy hall: enough to answer "my number was never there", too little to fill a TV that runs for months. */
export const LOGGED_SHOWS = 200;

/** Remembers which call had the big zone from when to when. */
export function createShownLog(): ShownLog {
  let entries: readonly ShownCall[] = [];
  return {
    note(onShow, now) {
      const last = entries.at(-1);
      const isShown = last !== undefined && last.until === null;
      if (isShown && last.callSeq === onShow?.call.callSeq) return;
      const past = isShown ? [...entries.slice(0, -1), { ...last, until: now }] : entries;
      const added = onShow ? [{ callSeq: onShow.call.callSeq, from: now, until: null }] : [];
      entries = [...past, ...added].slice(-LOGGED_SHOWS);
    },
    entries: () => entries,
  };
}

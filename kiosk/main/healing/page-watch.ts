import type { Beat } from '#kiosk/bridge.ts';

/** `hung`: no beat any more. `blank`: nothing to see. `unsure`: never a beat; look at it. `cut-off`: does not hear the server. */
export type Finding = 'well' | 'hung' | 'blank' | 'unsure' | 'cut-off';

/** How often it is looked at. */
export const TICK_MS = 1_000;
/** Six beats missed: no visitor waits longer for a page that has stopped. */
const SILENT_TICKS = 3;
/** A page may take this long until it has drawn something, and a plain one until it is looked at. */
const BLANK_TICKS = 10;
/** It comes back from a cut by itself within seconds: who has not by then never will. */
const CUT_OFF_TICKS = 30;

export type PageWatch = {
  /** Another page stands there now; null: one that is not to be watched. */
  opened(): void;
  closed(): void;
  beat(beat: Beat): void;
  /** A second has passed. Counted and not measured: after a pause of the whole machine nobody is late. */
  tick(): Finding;
};

/** Finds out that a page has stopped, by the beats that no longer come. A page that never sent one is left alone if it shows anything. */
export function createPageWatch(): PageWatch {
  let isOpen = false;
  let last: Beat | null = null;
  let ticks = { alone: 0, silent: 0, blank: 0, cutOff: 0 };
  const begin = (open: boolean) => {
    isOpen = open;
    last = null;
    ticks = { alone: 0, silent: 0, blank: 0, cutOff: 0 };
  };
  return {
    opened: () => begin(true),
    closed: () => begin(false),
    beat(beat) {
      last = beat;
      ticks.silent = 0;
    },
    tick() {
      if (!isOpen) return 'well';
      if (!last) {
        ticks.alone += 1;
        return ticks.alone === BLANK_TICKS ? 'unsure' : 'well';
      }
      ticks.silent += 1;
      ticks.blank = last.isShowing ? 0 : ticks.blank + 1;
      ticks.cutOff = last.isOnline ? 0 : ticks.cutOff + 1;
      if (ticks.silent >= SILENT_TICKS) return 'hung';
      if (ticks.blank >= BLANK_TICKS) return 'blank';
      return ticks.cutOff > 0 && ticks.cutOff % CUT_OFF_TICKS === 0 ? 'cut-off' : 'well';
    },
  };
}

/** What came over the bridge, read as a beat; null: it is none. */
export function readBeat(input: unknown): Beat | null {
  if (typeof input !== 'object' || input === null) return null;
  const { isShowing, isOnline, isQuiet } = input as Record<string, unknown>; // an object's parts, each looked at below
  const isBeat = [isShowing, isOnline, isQuiet].every((part) => typeof part === 'boolean');
  return isBeat ? { isShowing: isShowing === true, isOnline: isOnline === true, isQuiet: isQuiet === true } : null;
}

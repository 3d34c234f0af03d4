import type { Announcer, SoundState } from './announcer.ts';
import type { ScheduledClip } from './schedule-log.ts';
import type { ShownCall, ShownLog } from './shown-log.ts';

/**
 * What a display tells whoever looks into it, as `window.luotDisplay`: a technician in the browser's console, or a test
 * that proves no two announcements overlapped and every call had its time. Read only; nothing in the page depends on it.
 */
export type DisplayDiagnosis = {
  readonly sound: SoundState;
  /** Times in seconds on the audio clock. */
  readonly schedule: readonly ScheduledClip[];
  readonly missingClips: readonly string[];
  /** Who had the big zone, from when to when; the last one has it now unless its `until` is set. */
  readonly shown: readonly ShownCall[];
};

/** Lays the diagnosis object open on `page` (the `window`). Every read gives the present state. */
export function exposeDiagnosis(page: object, announcer: Announcer, shownLog: ShownLog): void {
  const diagnosis: DisplayDiagnosis = {
    get sound() {
      return announcer.sound();
    },
    get schedule() {
      return announcer.schedule();
    },
    get missingClips() {
      return announcer.missing();
    },
    get shown() {
      return shownLog.entries();
    },
  };
  Object.defineProperty(page, 'luotDisplay', { value: diagnosis, configurable: true });
}

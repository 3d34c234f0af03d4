import type { PlacedClip } from './sound-timeline.ts';

/** A clip on the audio clock, in seconds since the `AudioContext` was made. */
export type ScheduledClip = {
  readonly callSeq: number;
  readonly clip: string;
  readonly startAt: number;
  readonly endAt: number;
};

export type ScheduleLog = {
  /** Notes what was handed to the audio clock for one call. */
  add(callSeq: number, placed: readonly PlacedClip[]): void;
  /** Cuts that call's clips to what was heard when it was stopped, at `stoppedAt` seconds. */
  cut(callSeq: number, stoppedAt: number): void;
  /** The last {@link LOGGED_CLIPS} clips in the order they were scheduled. */
  entries(): readonly ScheduledClip[];
};

/** Some forty announcements: enough to see what went wrong, too little to fill a TV that runs for months. */
export const LOGGED_CLIPS = 500;

/** What was really played, for diagnosis and for tests that prove no two announcements overlapped. */
export function createScheduleLog(samplesPerSecond: number): ScheduleLog {
  let entries: readonly ScheduledClip[] = [];
  return {
    add(callSeq, placed) {
      const added = placed.map(({ clip, start, end }) => ({
        callSeq,
        clip,
        startAt: start / samplesPerSecond,
        endAt: end / samplesPerSecond,
      }));
      entries = [...entries, ...added].slice(-LOGGED_CLIPS);
    },
    cut(callSeq, stoppedAt) {
      entries = entries
        .filter((entry) => entry.callSeq !== callSeq || entry.startAt < stoppedAt)
        .map((entry) => (entry.callSeq === callSeq ? { ...entry, endAt: Math.min(entry.endAt, stoppedAt) } : entry));
    },
    entries: () => entries,
  };
}

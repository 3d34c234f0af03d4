import type { Place } from './place.ts';

/** A call is told three times, so that a phone in a pocket has a second and a third chance. */
const TIMES = 3;
const PAUSE_MS = 7_000;

type Needs = {
  /** Sounds and shakes once. */
  ring(): void;
  /** Runs the work after a while; gives a function that takes it back. */
  later(work: () => void, ms: number): () => void;
};

/**
 * Rings for every call that is newer than the last it rang for: a picture that comes twice rings once, a repeated call rings again.
 * It falls silent as soon as the ticket is called no more, or when `hush` says that it has been noticed.
 */
export function createAlarm({ ring, later }: Needs) {
  let rungFor = 0;
  let takeBack = () => {};
  const hush = () => {
    takeBack();
    takeBack = () => {};
  };
  const ringTimes = (left: number) => {
    ring();
    if (left > 1) takeBack = later(() => ringTimes(left - 1), PAUSE_MS);
  };
  return {
    hush,
    heard(place: Place | null) {
      // Without a picture nothing is known; a call that was going on may go on.
      if (place === null) return;
      if (place.state !== 'called') return hush();
      if (place.callSeq <= rungFor) return;
      rungFor = place.callSeq;
      hush();
      ringTimes(TIMES);
    },
  };
}

export type Alarm = ReturnType<typeof createAlarm>;

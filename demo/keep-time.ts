import { SECOND } from '#shared/domain/business-day.ts';
import type { Demo } from './open-demo.ts';

/** Real time between two looks of the simulated people: quick enough for a watcher, light for a small PC. */
const BEAT_MS = 250;
/** A machine that slept has not lived through the night. */
const LONGEST_BEAT_MS = SECOND;

/** Lets the office's time pass at `speed` times real time. @returns stops it */
export function keepTime(demo: Pick<Demo, 'advance'>, speed: number): () => void {
  let last = performance.now();
  let isUnderWay = false;
  const beat = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    const passed = Math.min(performance.now() - last, LONGEST_BEAT_MS);
    last += passed;
    await demo.advance(passed * speed);
    isUnderWay = false;
    // A jump to the next lively moment takes real time that the office does not have to make up for.
    if (performance.now() - last > LONGEST_BEAT_MS) last = performance.now();
  };
  const timer = setInterval(() => void beat(), BEAT_MS);
  return () => clearInterval(timer);
}

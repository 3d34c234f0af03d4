import { expect, it } from 'vitest';
import { repeatOldFrames } from './old-frames.ts';

it('[R1] [R2] [R3] what counters say again, late, in another order or under a new id gets the same answer or is refused, and calls nobody twice', {
  timeout: 120_000,
}, async () => {
  const outcome = await repeatOldFrames({ seed: 11, steps: 400 });
  expect(outcome).toMatchObject({ lost: 0, doubled: 0, otherAnswers: 0, carriedOutStale: 0 });
  expect(outcome.repeats).toBeGreaterThan(300);
  expect(outcome.stale).toBeGreaterThan(100);
  expect(outcome.acknowledged).toBeGreaterThan(100);
});

import { expect, it } from 'vitest';
import { killRounds } from './faults/kill-rounds.ts';

const KILLS = 25;
const SEED = Number(process.env.SEED ?? 20261123);

it(`[R5] ${KILLS} times kill -9 under load: same waiting list, numbers go on, nothing lost or doubled (SEED=${SEED})`, {
  timeout: 180_000,
}, async () => {
  const outcome = await killRounds({ seed: SEED, rounds: KILLS });
  expect(outcome).toMatchObject({ rounds: KILLS, lost: 0, doubled: 0 });
  // At least five answers before every kill.
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(KILLS);
});

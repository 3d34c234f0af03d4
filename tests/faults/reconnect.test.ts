import { expect, it } from 'vitest';
import { reconnectAll } from './reconnect.ts';

it('[R5] two hundred pages that come back at once after a kill have the whole picture, and their presses were carried out once', {
  timeout: 120_000,
}, async () => {
  const outcome = await reconnectAll({ seed: 3, pages: 200, rounds: 2 });
  expect(outcome).toMatchObject({ whole: 400, lost: 0, doubled: 0 });
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(2 * 28);
});

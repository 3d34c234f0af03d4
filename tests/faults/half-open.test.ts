import { expect, it } from 'vitest';
import { get } from '#tests/hall/from-outside.ts';
import { openTestHall } from '#tests/hall/test-hall.ts';
import { goSilent } from './half-open.ts';

// Takes as long as the heartbeats: a line that is silent and not cut is told from a quiet one by nothing else.
it('[R1] a line that goes silent without being cut is noticed by both sides; healed, every page has the whole picture, and every press one number', {
  timeout: 120_000,
}, async () => {
  const outcome = await goSilent({ lines: 6 });
  expect(outcome).toMatchObject({ rounds: 6, acknowledged: 7, lost: 0, doubled: 0 });
  expect(outcome.pageNoticedMs).toHaveLength(6);
  expect(outcome.serverNoticedMs).toHaveLength(6);
  expect(outcome.recoveryMs).toHaveLength(6);
});

it('every page is told at its coming in how to notice a dead line within ten seconds', async () => {
  const hall = await openTestHall({}, undefined, undefined, { isOnNetwork: false });
  const { body } = await get(`${hall.url}socket.io/?EIO=4&transport=polling`);
  const { pingInterval, pingTimeout } = JSON.parse(body.slice(1));
  // Silence is told from quiet by nothing sooner than this.
  expect(pingInterval + pingTimeout).toBeLessThan(10_000);
  await hall.close();
});

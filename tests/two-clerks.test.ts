import { expect, it } from 'vitest';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { joinCounter, joinKiosk, joinManager, openTestHall } from './hall/test-hall.ts';
import { oneLineForTwo, pressTogether } from './hall/two-clerks.ts';

/** Ten thousand are `npm run bench -- --only=clerks`. */
const ROUNDS = 500;
/** Some seconds of a quiet machine. */
const PATIENCE_MS = 120_000;

it('[R4] two clerks who press in the same instant, over real sockets, get the two who stand first, again and again', {
  timeout: PATIENCE_MS,
}, async () => {
  const { services } = sampleSetup();
  const house = await openTestHall(oneLineForTwo(services));
  const { errors, doubles, outOfTurn, answeredMs } = await pressTogether(house.url, services, ROUNDS);
  expect({ errors, doubles, outOfTurn }).toEqual({ errors: [], doubles: [], outOfTurn: [] });
  expect(answeredMs).toHaveLength(2 * ROUNDS);
  // What the manager sees is what the clerks were told: the last two are still at the counters.
  const manager = await joinManager(house.url);
  const { totals } = await manager.until(({ totals: { waiting } }) => waiting === 0);
  expect(totals).toMatchObject({ issued: 2 * ROUNDS, atCounters: 2, served: 2 * ROUNDS - 2 });
  manager.close();
  await house.close();
});

it('[R4] the only one who waits goes to one of two clerks who press in the same instant; the other is told that nobody waits', {
  timeout: PATIENCE_MS,
}, async () => {
  const { services } = sampleSetup();
  const house = await openTestHall(oneLineForTwo(services));
  const [kiosk, one, two] = [
    await joinKiosk(house.url),
    await joinCounter(house.url, 1),
    await joinCounter(house.url, 2),
  ];
  await Promise.all([one, two].map((page) => page.send('counter:open', {})));
  for (let round = 0; round < 50; round += 1) {
    const taken = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    const inOrder = round % 2 === 0 ? [one, two] : [two, one];
    const replies = await Promise.all(inOrder.map((page) => page.send('ticket:call-next', { expects: null })));
    const got = replies.findIndex(({ ok }) => ok);
    expect(replies[1 - got]).toEqual({ ok: false, refusal: 'nobody-waiting' });
    if (!taken.ok) throw new Error(taken.refusal);
    const { ticket, number } = taken.answer;
    expect(replies[got]).toEqual({ ok: true, answer: { called: { ticket, number } } });
    expect(await inOrder[got]?.send('ticket:finish', { expects: ticket })).toMatchObject({ ok: true });
  }
  for (const page of [kiosk, one, two]) page.close();
  await house.close();
});

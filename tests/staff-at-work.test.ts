import { expect, it } from 'vitest';
import type { CommandInput } from '#shared/contract/queue-commands.ts';
import { Client, joinKiosk, joinManager, openTestHall } from './hall/test-hall.ts';

const LAND: CommandInput<'ticket:take'> = { services: ['dat-dai'], priority: 'regular' };
const DONE = { ok: true, answer: {} };

it('[C11] [S11] [S12] [S13] [S14] the house calls, the manager directs, help is seen by the others, and a number is found', async () => {
  const house = await openTestHall();
  const [kiosk, manager] = [await joinKiosk(house.url), await joinManager(house.url)];
  const one = await Client.join(house.url, 'view:counter', 'counter', 1);
  const two = await Client.join(house.url, 'view:counter', 'counter', 2);

  expect(await manager.send('counter:supervise', { counter: 1, to: 'open', reason: null })).toEqual(DONE);
  expect(await one.send('counter:auto-call', { to: 'on' })).toEqual(DONE);
  await kiosk.send('ticket:take', LAND);
  await one.until(({ current, autoCall }) => current?.number === 'A001' && autoCall === 'on');

  expect(await one.send('counter:call-help', {})).toEqual(DONE);
  await two.until(({ help }) => help[0]?.counter === 1);
  await manager.until(({ counters }) => counters[0]?.helpSince !== null);
  expect(await manager.send('counter:help-came', { counter: 1 })).toEqual(DONE);
  await two.until(({ help }) => help.length === 0);

  expect(await manager.send('counter:assign', { counter: 2, services: { own: ['dat-dai'], helps: [] } })).toEqual(DONE);
  await two.until(({ isReassigned, services }) => isReassigned && services.some(({ serves }) => serves === 'own'));

  const found = await manager.send('ticket:look-up', { number: 'A001' });
  expect(found).toMatchObject({ ok: true, answer: { state: 'called', counter: 1, number: 'A001' } });
  expect(await manager.send('ticket:look-up', { number: 'A002' })).toEqual({ ok: false, refusal: 'no-such-ticket' });
  for (const client of [kiosk, manager, one, two]) client.close();
  await house.close();
});

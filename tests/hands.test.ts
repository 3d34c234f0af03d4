import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { USUAL_LIMITS } from '#server/socket/rates.ts';
import { Client, joinKiosk, joinManager, MONDAY_EIGHT, openTestHall } from './hall/test-hall.ts';

it('[A12] the journal holds with every press the clerk who was signed in and the machine, and nobody for the house', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-hands-'));
  const house = await openTestHall({}, dataDir);
  const manager = await joinManager(house.url);
  expect(await manager.send('clerk:add', { name: 'Chị Hoa', pin: '482913' })).toMatchObject({ ok: true });
  const door = await Client.join(house.url, 'view:door', 'counter', 3);
  const clerk = door.view().clerks[0]?.id ?? '';
  const signedIn = await door.send('clerk:sign-in', { clerk, pin: '482913', takeOver: false });
  if (!signedIn.ok) throw new Error(signedIn.refusal);
  const counter = new Client(house.url, 'view:counter', {
    ...{ role: 'counter', counter: 3, session: signedIn.answer.session },
  });
  await counter.until(() => true);
  await counter.send('counter:open', {});
  const kiosk = await joinKiosk(house.url);
  await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  // For somebody who stands at the desk. [S15]
  await counter.send('ticket:take', { services: ['ho-tich'], priority: 'regular' });
  expect(await counter.send('ticket:look-up', { number: 'H001' })).toMatchObject({
    ok: true,
    answer: { state: 'waiting', history: [{ what: 'ticket-issued', counter: 3 }] },
  });

  const db = new Database(join(dataDir, 'office.db'), { readonly: true });
  expect(db.prepare('SELECT command, clerk, device FROM journal ORDER BY seq').all()).toEqual([
    { command: 'day:open', clerk: null, device: null },
    { command: 'counter:open', clerk, device: 'local' },
    { command: 'ticket:take', clerk: null, device: 'local' },
    { command: 'ticket:take', clerk, device: 'local' },
  ]);
  db.close();
  for (const client of [manager, door, counter, kiosk]) client.close();
  await house.close();
});

it('[K12] a kiosk that is tapped for fun gives five numbers; the manager is told of it, and cancels them with a reason [S10]', async () => {
  const house = await openTestHall({}, undefined, undefined, { limits: USUAL_LIMITS });
  const kiosk = await joinKiosk(house.url);
  const manager = await joinManager(house.url);
  const replies = [];
  for (let tap = 0; tap < 6; tap += 1) {
    replies.push(await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' }));
  }
  expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
  expect(replies[5]).toEqual({ ok: false, refusal: 'too-many-requests' });
  house.hall.tick();
  const { cancellable } = await manager.until(({ tappedForFun }) => tappedForFun.length > 0);
  expect(manager.view().tappedForFun).toEqual([{ name: null, at: MONDAY_EIGHT }]);
  const [from = '', to = ''] = [cancellable[1], cancellable[4]];
  expect(await manager.send('ticket:cancel-range', { from, to, reason: 'trẻ em bấm nghịch' })).toEqual({
    ok: true,
    answer: { cancelled: cancellable.slice(1) },
  });
  await manager.until(({ totals }) => totals.waiting === 1 && totals.cancelled === 4);
  for (const client of [kiosk, manager]) client.close();
  await house.close();
});

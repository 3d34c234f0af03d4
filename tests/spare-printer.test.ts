import { afterEach, beforeEach, expect, it } from 'vitest';
import { startVirtualPrinter, type VirtualPrinter } from '#printer/virtual-printer.ts';
import { Client, joinKiosk, joinManager, openTestHall } from './hall/test-hall.ts';

let first: VirtualPrinter;
let spare: VirtualPrinter;
beforeEach(async () => {
  [first, spare] = [await startVirtualPrinter(), await startVirtualPrinter()];
});
afterEach(async () => {
  await first.close();
  await spare.close();
});

it('[P10] a visitor gets his slip from the spare, and the manager sees that the first is out', async () => {
  const house = await openTestHall({
    printer: { kind: 'tcp', host: '127.0.0.1', port: first.port },
    sparePrinters: [{ kind: 'tcp', host: '127.0.0.1', port: spare.port }],
  });
  const [kiosk, manager] = [await joinKiosk(house.url), await joinManager(house.url)];
  await kiosk.until(({ printer }) => printer === 'ready');
  first.set({ paperOut: true });
  await manager.until(({ printer }) => printer === 'paper-out');
  await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  const seen = await kiosk.until(({ slips }) => slips[0]?.outcome === 'printed');
  expect(seen.printer).toBe('ready');
  expect([first.papers.length, spare.papers.length]).toEqual([0, 1]);
  first.set({ paperOut: false });
  await manager.until(({ printer }) => printer === 'ready');
  await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  await kiosk.until(({ slips }) => slips.filter(({ outcome }) => outcome === 'printed').length === 2);
  expect([first.papers.length, spare.papers.length]).toEqual([1, 1]);
  for (const client of [kiosk, manager]) client.close();
  await house.close();
});

it('[P11] a visitor gets his slip from the printer beside his kiosk, and where there is none from the one for all', async () => {
  const house = await openTestHall({
    printer: { kind: 'tcp', host: '127.0.0.1', port: first.port },
    sparePrinters: [{ kind: 'tcp', host: '127.0.0.1', port: spare.port, kiosks: ['Cửa sau'] }],
  });
  const [here, manager] = [await joinKiosk(house.url), await joinManager(house.url)];
  const door = await Client.join(house.secureUrl, 'view:door', 'kiosk');
  const paired = new Promise<string>((resolve) => door.socket.once('device:paired', resolve));
  await manager.send('device:pair', { code: door.view().code ?? '', role: 'kiosk', counter: null, name: 'Cửa sau' });
  const there = new Client(house.secureUrl, 'view:kiosk', { role: 'kiosk', counter: null, device: await paired });
  await there.until(({ printer }) => printer === 'ready');
  await there.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  await here.until(({ slips }) => slips[0]?.outcome === 'printed');
  expect([first.papers.length, spare.papers.length]).toEqual([0, 1]);
  await here.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  await here.until(({ slips }) => slips.filter(({ outcome }) => outcome === 'printed').length === 2);
  expect([first.papers.length, spare.papers.length]).toEqual([1, 1]);
  for (const client of [here, manager, door, there]) client.close();
  await house.close();
});

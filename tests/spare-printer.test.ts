import { afterEach, beforeEach, expect, it } from 'vitest';
import { startVirtualPrinter, type VirtualPrinter } from '#printer/virtual-printer.ts';
import { joinKiosk, joinManager, openTestHall } from './hall/test-hall.ts';

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

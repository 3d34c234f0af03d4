import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MachinePicture } from '#shared/contract/health.ts';
import { launchBrowser, openPage } from './browser/browser.ts';
import { Client, joinCounter, joinKiosk, openTestHall, type TestHall } from './hall/test-hall.ts';

let browser: Browser;
let house: TestHall;
let manager: Client<'view:machines'>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  house = await openTestHall();
  manager = await Client.join(house.url, 'view:machines', 'manager');
});
afterEach(async () => {
  manager.close();
  await house.close();
});

/** Waits until a machine is as it should be. */
async function machine(id: string, isWanted: (one: MachinePicture) => boolean): Promise<MachinePicture> {
  const find = (machines: readonly MachinePicture[]) => machines.find((one) => one.id === id && isWanted(one));
  const { machines } = await manager.until((view) => find(view.machines) !== undefined);
  const found = find(machines);
  if (!found) throw new Error(`${id} is not as it should be`);
  return found;
}

/** Forgotten by a page that loads itself anew. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { wasHere: true }));
const isMarked = (page: Page) => page.evaluate(() => 'wasHere' in window);

it('[M1] hears from kiosk, display and counter how their machines are', async () => {
  const kiosk = await openPage(browser, `${house.url}kiosk/`, { viewport: { width: 1080, height: 1920 } });
  const display = await openPage(browser, `${house.url}display/`);
  const counter = await openPage(browser, `${house.url}counter/?counter=3`);
  // The hall's clock stands still at a Monday, the machine's goes its own way: the exchange shows how far apart they are.
  const seen = await machine('local-kiosk', ({ health }) => health?.clockOffMs != null);
  const off = Date.now() - house.clock.at;
  expect(Math.abs((seen.health?.clockOffMs ?? 0) - off)).toBeLessThan(60_000);
  expect(seen).toMatchObject({
    ...{ name: null, role: 'kiosk', isHere: true, printer: 'none', mayRestart: ['page'] },
    health: {
      shell: null,
      sound: null,
      screen: { width: 1080, height: 1920 },
      browser: /^Chrome \d+$/.exec(seen.health?.browser ?? '')?.[0],
    },
  });
  expect(seen.health?.memory.pageMb).toBeGreaterThan(0);
  expect((await machine('local-display', ({ health }) => health?.sound === 'ready')).troubles).not.toContain(
    'no-sound',
  );
  expect(await machine('local-counter-3', ({ isHere }) => isHere)).toMatchObject({ role: 'counter', counter: 3 });
  for (const { context, faults } of [kiosk, display, counter]) {
    expect(faults).toEqual([]);
    await context.close();
  }
});

it('[M3] loads a kiosk’s page anew when the manager asks, not before its visitor is done, and sees it come back', async () => {
  const { page, context } = await openPage(browser, `${house.url}kiosk/`);
  await machine('local-kiosk', ({ isHere }) => isHere);
  await page.locator('.service').first().click();
  const cancel = page.getByRole('button', { name: 'Quay lại' });
  await cancel.waitFor();
  await mark(page);
  expect(await manager.send('machine:restart', { machine: 'local-kiosk', what: 'page' })).toEqual({
    ok: true,
    answer: {},
  });
  const asked = await machine('local-kiosk', ({ restart }) => restart !== null);
  expect(asked.restart?.backAt).toBeNull();
  expect(await isMarked(page)).toBe(true);
  await cancel.click();
  await expect.poll(() => isMarked(page).catch(() => true), { timeout: 20_000 }).toBe(false);
  await machine('local-kiosk', ({ restart }) => restart?.backAt != null);
  await context.close();
});

it('[M3] does not take a counter’s page away while somebody is there, and promises nothing for a machine without a page', async () => {
  const { page, context } = await openPage(browser, `${house.url}counter/?counter=3`);
  await machine('local-counter-3', ({ isHere }) => isHere);
  const kiosk = await joinKiosk(house.url);
  const clerk = await joinCounter(house.url, 3);
  await clerk.send('counter:open', {});
  const service = clerk.view().services.find(({ serves }) => serves === 'own')?.id ?? '';
  await kiosk.send('ticket:take', { services: [service], priority: 'regular' });
  await clerk.send('ticket:call-next', { expects: null });
  const again = () => manager.send('machine:restart', { machine: 'local-counter-3', what: 'page' });
  expect(await again()).toEqual({ ok: false, refusal: 'finish-first' });
  await clerk.until(({ current }) => current !== null);
  await clerk.send('ticket:finish', { expects: clerk.view().current?.ticket ?? '' });
  // A second socket of the same place that knows nothing of restarts does not answer for the page.
  await mark(page);
  expect(await again()).toEqual({ ok: true, answer: {} });
  await expect.poll(() => isMarked(page).catch(() => true), { timeout: 20_000 }).toBe(false);
  expect(await manager.send('machine:restart', { machine: 'local-counter-3', what: 'shell' })).toEqual({
    ok: false,
    refusal: 'only-a-browser',
  });
  await context.close();
  for (const client of [kiosk, clerk]) client.close();
});

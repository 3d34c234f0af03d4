import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { HOUR } from '#shared/domain/business-day.ts';
import { launchBrowser, openPage } from './browser/browser.ts';
import { Client, joinCounter, joinKiosk, MONDAY_EIGHT, openTestHall, type TestHall } from './hall/test-hall.ts';

let browser: Browser;
let house: TestHall;
let dataDir: string;
let open: { close(): unknown }[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'luot-rating-'));
  house = await openTestHall({}, dataDir);
});
afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
  await house.close();
});

const keep = <T extends { close(): unknown }>(one: T): T => {
  open.push(one);
  return one;
};

/** A hall that asks, with a clerk at counter 3, the display above him, and a manager. */
async function anAskingHall() {
  const manager = keep(await Client.join(house.url, 'view:ratings', 'manager'));
  await manager.send('rating:choose', { isAsked: true, notAt: [] });
  const sign = keep(await Client.join(house.url, 'view:sign', 'display', 3));
  const kiosk = keep(await joinKiosk(house.url));
  const clerk = keep(await joinCounter(house.url, 3));
  await clerk.send('counter:open', {});
  const service = clerk.view().services.find(({ serves }) => serves === 'own')?.id ?? '';
  const visit = async () => {
    const taken = await kiosk.send('ticket:take', { services: [service], priority: 'regular' });
    await clerk.send('ticket:call-next', { expects: null });
    const ticket = taken.ok ? taken.answer.ticket : '';
    await clerk.send('ticket:start-service', { expects: ticket });
    return { ticket, number: taken.ok ? taken.answer.number : '' };
  };
  const finish = async (ticket: string) => {
    await clerk.send('ticket:finish', { expects: ticket });
    return (await sign.until(({ rating }) => rating !== null)).rating?.token ?? '';
  };
  return { manager, sign, clerk, service, visit, finish };
}

const rows = () => {
  const db = new Database(join(dataDir, 'office.db'), { readonly: true });
  const [ratings, journal] = ['rating', 'journal'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  db.close();
  return { ratings, journal: JSON.stringify(journal) };
};

it('[V1] [V3] [V4] from the clerk’s press to the manager’s figure: touched, ticked by keys, and nothing of who it was', async () => {
  const { manager, visit, finish, service } = await anAskingHall();
  const { page, context, faults } = await openPage(browser, 'about:blank', {
    viewport: { width: 800, height: 480 },
    hasTouch: true,
  });
  keep(context);
  await page.clock.install({ time: MONDAY_EIGHT });
  await page.goto(`${house.url}display/?counter=3`);
  await page.locator('.sign').waitFor();
  expect(await page.locator('.rating').count()).toBe(0);

  const first = await visit();
  await page.locator('.sign.is-serving').waitFor();
  await finish(first.ticket);
  await page.locator('.face-5').tap();
  await page.locator('.rating.is-thanks').waitFor();
  await manager.until(({ all }) => all.count === 1);

  const second = await visit();
  await page.locator('.sign.is-serving').waitFor();
  await finish(second.ticket);
  await page.locator('.rating-faces').waitFor();
  await page.keyboard.press('2');
  await page.locator('.rating-reasons').waitFor();
  await page.clock.runFor(1_000);
  await page.keyboard.press('5');
  await page.locator('.rating-reason[aria-pressed=true]', { hasText: 'Bị gây phiền hà' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.rating.is-thanks').waitFor();

  const { all, byCounter, complaints } = await manager.until(({ all }) => all.count === 2);
  expect(all).toEqual({ faces: [0, 1, 0, 0, 1], count: 2, mean: 3.5 });
  expect(byCounter).toEqual([{ counter: 3, ...all }]);
  expect(complaints).toMatchObject([{ day: '2026-11-23', hour: 8, counter: 3, count: 1 }]);
  const { ratings, journal } = rows();
  const told = { day: '2026-11-23', hour: 8, counter: 3, service, count: 1 };
  expect(ratings).toEqual([
    { ...told, face: 2, reasons: '["phien-ha"]', complaint: 1 },
    { ...told, face: 5, reasons: '[]', complaint: 0 },
  ]);
  expect(journal).not.toContain('phien-ha');

  const manage = await openPage(browser, `${house.url}manager/#ratings`);
  keep(manage.context);
  await manage.page.getByText('23/11/2026, 8 giờ · Quầy 3').waitFor();
  expect(await manage.page.locator('.rating-table b').first().textContent()).toBe('3,5');
  expect([...faults, ...manage.faults]).toEqual([]);
}, 120_000);

it('[V2] [V4] an answer is the display’s of that counter, once; complaints reach nobody but the manager', async () => {
  const { manager, sign, clerk, visit, finish } = await anAskingHall();
  const other = keep(await Client.join(house.url, 'view:sign', 'display', 4));
  const token = await finish((await visit()).ticket);
  const answer = { token, face: 1, reasons: ['phien-ha'] } as const;
  const says = [
    await clerk.send('rating:give', { ...answer, reasons: [...answer.reasons] }),
    await other.send('rating:give', { ...answer, reasons: [...answer.reasons] }),
    await sign.send('rating:give', { ...answer, token: 'made-up-question-of-22', reasons: [] }),
    await sign.send('rating:give', { ...answer, reasons: [...answer.reasons] }),
    await sign.send('rating:give', { ...answer, reasons: [] }),
  ];
  expect(says.map((reply) => (reply.ok ? 'yes' : reply.refusal))).toEqual([
    ...['not-allowed', 'no-such-question', 'no-such-question', 'yes', 'no-such-question'],
  ]);
  await manager.until(({ complaints }) => complaints.length === 1);
  expect(other.view().rating).toBeNull();
  expect(JSON.stringify([clerk.view(), sign.view(), other.view()])).not.toContain(token);

  // The day's report has the mean, and no reason.
  house.clock.at += 12 * HOUR;
  const folder = join(dataDir, 'reports');
  const reports = () => {
    house.hall.tick();
    const files = existsSync(folder) ? readdirSync(folder) : [];
    return files.map((file) => readFileSync(join(folder, file), 'utf8')).join();
  };
  await expect
    .poll(reports, { timeout: 30_000 })
    .toContain('Quầy / Counter 3: 1.00   (1)   1: 1   2: 0   3: 0   4: 0   5: 0');
  expect(reports()).not.toMatch(/phien-ha|phiền hà/);
}, 60_000);

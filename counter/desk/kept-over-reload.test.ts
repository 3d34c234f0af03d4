import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOwnKeys } from '#counter/keys/own-keys.ts';
import type { Connection } from '#shared/page/connection.ts';
import { createKeptPresses, TAKE_UP_WITHIN_MS } from '#shared/page/kept-presses.ts';
import { keptStorage } from '#tests/browser/kept-storage.ts';
import { type NodePage, openPage } from '#tests/faults/page-in-node.ts';
import { joinKiosk, openTestHall, type TestHall } from '#tests/hall/test-hall.ts';
import { createDesk } from './desk.ts';

type CounterLine = Connection<'view:counter'>;

let house: TestHall;
const pages: NodePage<'view:counter'>[] = [];
beforeEach(async () => {
  house = await openTestHall();
  const kiosk = await joinKiosk(house.url);
  for (let tickets = 0; tickets < 3; tickets += 1) {
    await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  }
  kiosk.close();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await house.close();
});

/**
 * The page of counter 1 in one browser.
 * @param line how its presses leave it
 */
async function openDesk(browser: ReturnType<typeof keptStorage>, line: (page: CounterLine) => CounterLine, at = 0) {
  const page = openPage(house.url, 'view:counter', { role: 'counter', counter: 1 });
  pages.push(page);
  const { storage, locks } = browser;
  const presses = createKeptPresses({ place: '1', storage, locks, clerk: () => null, now: () => at });
  const desk = createDesk(line(page), { ownKeys: createOwnKeys(storage), presses });
  await page.until(({ view }) => view.value !== null);
  return { page, desk };
}

const straight = (page: CounterLine) => page;
/** Presses reach the hall, but their answers never come back. */
const answersLost = (page: CounterLine): CounterLine => ({
  ...page,
  send: (...press) => page.send(...press).then(() => new Promise<never>(() => {})),
});
/** The line is cut before the press has left. */
const pressesLost = (page: CounterLine): CounterLine => ({ ...page, send: () => new Promise<never>(() => {}) });

async function openCounter(browser: ReturnType<typeof keptStorage>) {
  const { page } = await openDesk(browser, straight);
  await page.send('counter:open', {});
  await page.until(({ view }) => view.value?.counter.state === 'open');
}

const isAnswered = (desk: ReturnType<typeof createDesk>) => expect.poll(() => desk.cameBack.value?.outcome ?? null);

it('[R1] asks for the answer of a press from before the reload, and nobody is called twice', async () => {
  const browser = keptStorage();
  await openCounter(browser);
  const before = await openDesk(browser, answersLost);
  before.desk.act('ticket:call-next');
  await before.page.until(({ view }) => view.value?.current?.number === 'A001');
  browser.closeTabs();
  before.page.close();

  const { page, desk } = await openDesk(browser, straight);
  await isAnswered(desk).toBe('done');
  expect(desk.notice.value).toBeNull();
  expect(desk.cameBack.value?.name).toBe('ticket:call-next');
  expect([page.picture().current?.number, page.picture().waitingCount]).toEqual(['A001', 2]);
  expect(browser.kept.size).toBe(0);
});

it('makes up for a press that had not left the page, once', async () => {
  const browser = keptStorage();
  await openCounter(browser);
  const before = await openDesk(browser, pressesLost);
  before.desk.act('ticket:call-next');
  browser.closeTabs();
  before.page.close();

  const { page, desk } = await openDesk(browser, straight);
  await isAnswered(desk).toBe('done');
  await page.until(({ view }) => view.value?.current?.number === 'A001');
  expect(page.picture().waitingCount).toBe(2);
  const later = await openDesk(browser, straight);
  expect([later.desk.underWay.value, later.page.picture().waitingCount]).toEqual([null, 2]);
});

it('leaves a press that is too old alone, and says that it may not have arrived', async () => {
  const browser = keptStorage();
  await openCounter(browser);
  const before = await openDesk(browser, pressesLost);
  before.desk.act('ticket:call-next');
  browser.closeTabs();

  const { page, desk } = await openDesk(browser, straight, TAKE_UP_WITHIN_MS + 1);
  await isAnswered(desk).toBe('unsure');
  expect([page.picture().current, page.picture().waitingCount]).toEqual([null, 3]);
});

it('lets a press fail that the house refuses by now', async () => {
  const browser = keptStorage();
  await openCounter(browser);
  const before = await openDesk(browser, pressesLost);
  before.desk.act('ticket:call-next');
  browser.closeTabs();
  // Meanwhile somebody has called from another page of this counter.
  await before.page.send('ticket:call-next', { expects: null });

  const { page, desk } = await openDesk(browser, straight);
  await expect.poll(() => desk.notice.value).toBe('stale-picture');
  expect([page.picture().current?.number, page.picture().waitingCount]).toEqual(['A001', 2]);
});

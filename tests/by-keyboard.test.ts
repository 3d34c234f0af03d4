import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOLD_MS } from '#counter/desk/hold.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { launchBrowser, openPage } from './browser/browser.ts';
import { Keyboard } from './by-keyboard/keyboard.ts';
import { joinKiosk, joinManager, openTestHall } from './hall/test-hall.ts';
import { CoreBeside } from './honest-pages/core-beside.ts';

const CLERK = 'Trần Thị Hoa';
const PIN = '482913';
/** A second of a quiet machine a dozen steps. */
const PATIENCE_MS = 180_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The sample office, in which nobody has to wait between two calls, and whose clerks may think long about an undo. */
async function openOffice() {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-keyboard-'));
  const rules = { ...sampleSetup().rules, recallPauseSeconds: 0, undoSeconds: 120 };
  const house = await openTestHall({ rules }, dataDir);
  const [kiosk, manager] = [await joinKiosk(house.url), await joinManager(house.url)];
  await manager.send('clerk:add', { name: CLERK, pin: PIN });
  for (let number = 1; number <= 8; number += 1) {
    await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  }
  for (const hand of [kiosk, manager]) hand.close();
  return { house, core: new CoreBeside(dataDir) };
}

/** The line from the hall to this page, to be cut without a word until the page is loaded anew. */
async function tapLine(page: Page) {
  const deaf: (() => void)[] = [];
  await page.routeWebSocket('**/socket.io/**', (end) => {
    let isDeaf = false;
    deaf.push(() => {
      isDeaf = true;
    });
    const hall = end.connectToServer();
    hall.onMessage((message) => {
      if (!isDeaf) end.send(message);
    });
  });
  return { fallSilent: () => deaf.at(-1)?.() };
}

it('[A8] [A12] [C1] [R1] a clerk does a whole morning by keyboard alone, and every press stands on the page and in the journal', {
  timeout: PATIENCE_MS,
}, async () => {
  const { house, core } = await openOffice();
  const { page, context, faults } = await openPage(browser, 'about:blank', { viewport: { width: 1280, height: 900 } });
  await page.clock.install();
  const line = await tapLine(page);
  const clerk = new Keyboard(page, core);
  const { press, reads } = bound(clerk);
  const ids = new Map<string, string>();
  core.read();
  for (const { events } of core.rows)
    for (const one of events) if (one.type === 'ticket-issued') ids.set(one.ticket.number, one.ticket.id);
  const [A1, A2, A3, A4, A5, A6, A7] = ['A001', 'A002', 'A003', 'A004', 'A005', 'A006', 'A007'].map(
    (one) => ids.get(one) ?? '',
  );
  const here = { number: '.at-counter .number', state: '.at-counter' };
  const stateIs = async (state: string) =>
    await expect.poll(() => page.getAttribute(here.state, 'data-state')).toBe(state);

  // In: counter, name, PIN.
  await page.goto(`${house.url}counter/`);
  await page.waitForSelector('.counter-card');
  await clerk.tabTo(/Quầy 1:/);
  await press('Enter');
  await page.waitForSelector('.clerk-name');
  await clerk.tabTo(CLERK);
  await press('Enter');
  await page.waitForSelector('.pin-card');
  await page.keyboard.type(PIN);
  await reads('.empty', 'Quầy đang đóng');

  // Open, call, recall, start, and finish with a dozen dossiers by post that came in online.
  await press('m');
  await reads('.whom', /A001/);
  await clerk.kept(['counter:open', {}]);
  await press('Space');
  await reads(here.number, 'A001');
  await clerk.kept(['ticket:call-next', { expects: null }]);
  await press('r');
  await reads('.facts', /Gọi lần 2/);
  await clerk.kept(['ticket:recall', { expects: A1 }]);
  await press('s');
  await stateIs('serving');
  await clerk.kept(['ticket:start-service', { expects: A1 }]);
  await press('1', '2', 'o', 'y');
  await reads('[data-action="ticket:finish"]', /Hoàn tất · 12 hồ sơ/);
  await press('f');
  await reads('.empty', 'Chưa gọi ai');
  const dossiers = { count: 12, handedOver: 'post', channel: 'online' };
  await clerk.kept(['ticket:finish', { expects: A1, dossiers }]);

  // Park, serve another one, queue the first again, and send the other one on with a word.
  await press('Space');
  await reads(here.number, 'A002');
  await press('h');
  await reads('[aria-labelledby="parked-heading"] .row-number', 'A002');
  await press('Space');
  await reads(here.number, 'A003');
  await press('s');
  await stateIs('serving');
  await press('l');
  await page.waitForSelector('dialog[open]');
  await press('Enter');
  await clerk.readsNo('dialog');
  await clerk.readsNo('[aria-labelledby="parked-heading"]');
  await clerk.kept(
    ['ticket:call-next', { expects: null }],
    ['ticket:park', { expects: A2 }],
    ['ticket:call-next', { expects: null }],
    ['ticket:start-service', { expects: A3 }],
    ['ticket:resume', { ticket: A2 }],
  );
  await press('t');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('ho tich');
  await clerk.tabTo(/^Lời nhắn/);
  await page.keyboard.type('thieu ban sao');
  await press('Enter');
  await reads('.empty', 'Chưa gọi ai');
  await clerk.kept(['ticket:transfer', { expects: A3, to: 'ho-tich', counter: null, note: 'thieu ban sao' }]);

  // Three calls for somebody who does not come, and who comes back.
  await press('Space');
  await reads(here.number, 'A002');
  await press('r');
  await reads('.facts', /Gọi lần 2/);
  await clerk.pressAgain('r');
  await reads('.facts', /Gọi lần 3/);
  await press('n');
  await reads('[aria-labelledby="absent-heading"] .row-number', 'A002');
  await press('k');
  await page.waitForSelector('dialog[open]');
  await press('Enter');
  await clerk.readsNo('[aria-labelledby="absent-heading"]');
  await clerk.kept(
    ['ticket:call-next', { expects: null }],
    ['ticket:recall', { expects: A2 }],
    ['ticket:recall', { expects: A2 }],
    ['ticket:no-show', { expects: A2 }],
    ['ticket:return', { ticket: A2 }],
  );

  // Somebody out of turn, with a reason; taken back; and somebody who leaves.
  const { outOfOrderReasons, pauseReasons } = sampleSetup().wording;
  await press('c');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('06');
  await press('Enter');
  await page.waitForSelector('.reason');
  await press('1');
  await reads(here.number, 'A006');
  await press('z');
  await reads('.empty', 'Chưa gọi ai');
  await press('x');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.type('07');
  await press('Enter');
  await page.waitForSelector('.reason');
  await press('2');
  await clerk.readsNo('dialog');
  await clerk.kept(
    ['ticket:call-this', { expects: null, ticket: A6, reason: outOfOrderReasons[0] }],
    ['ticket:undo-call', { expects: A6 }],
    ['ticket:cancel', { ticket: A7, reason: 'Lấy nhầm lĩnh vực' }],
  );

  // The house calls by itself, until it shall no more.
  await press('g');
  await reads(here.number, 'A002');
  await press('f');
  await reads(here.number, 'A004');
  await press('g');
  await reads('[data-action="counter:auto-call"]', /đang tắt/);
  await clerk.kept(
    ['counter:auto-call', { to: 'on' }],
    ['ticket:auto-call', {}],
    ['ticket:finish', { expects: A2 }],
    ['ticket:auto-call', {}],
    ['counter:auto-call', { to: 'off' }],
  );

  // Help: in passing nothing, held for a second yes, and then it has come.
  await press('e');
  await page.keyboard.down('e');
  await page.clock.runFor(HOLD_MS);
  await page.keyboard.up('e');
  await reads('.help-call.is-own', /Đã gọi hỗ trợ/);
  await press('w');
  await clerk.readsNo('.help-call');
  await clerk.kept(['counter:call-help', {}], ['counter:help-came', { counter: null }]);

  // In English, and with another key for the recall.
  await clerk.tabTo('English');
  await press('Enter');
  await reads('.top-bar h1', 'Counter 1');
  await press('b');
  await page.waitForSelector('.own-keys');
  await clerk.tabTo(/^Recall R/);
  await press('Enter');
  await page.waitForSelector('.own-key.is-waiting');
  await press('j');
  await reads('.own-keys-say', /Recall.*J/);
  await press('Escape');
  await clerk.readsNo('dialog');
  await press('r', 'j');
  await reads('.facts', /Call 2/);
  await clerk.kept(['ticket:recall', { expects: A4 }]);

  // The page is loaded anew before it has heard that the press was carried out.
  await line.fallSilent();
  await press('f');
  await clerk.kept(['ticket:finish', { expects: A4 }]);
  await page.reload();
  await reads('.came-back', /“Finish”.*has been done/);
  await reads('.empty', 'Nobody called');

  // A pause, one more visitor, close, out.
  await press('p');
  await page.waitForSelector('.reason');
  await press('1');
  await reads('.empty', 'The counter is paused');
  await press('m');
  await reads('.empty', 'Nobody called');
  await press('Space');
  await reads(here.number, 'A005');
  await press('f');
  await reads('.empty', 'Nobody called');
  await press('d');
  await page.waitForSelector('dialog[open]');
  await press('Enter');
  await reads('.empty', 'The counter is closed');
  const rows = await clerk.kept(
    ['counter:pause', { reason: pauseReasons[0] }],
    ['counter:open', {}],
    ['ticket:call-next', { expects: null }],
    ['ticket:finish', { expects: A5 }],
    ['counter:close', {}],
  );
  expect(new Set(rows.map(({ clerk: hand }) => hand))).toEqual(new Set([expect.any(String)]));
  await clerk.tabTo('Sign out');
  await press('Enter');
  await page.waitForSelector('.clerk-name');

  expect(faults).toEqual([]);
  await context.close();
  core.close();
  await house.close();
});

function bound(clerk: Keyboard) {
  return { press: clerk.press.bind(clerk), reads: clerk.reads.bind(clerk) };
}

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterView } from '#shared/contract/views.ts';
import { cutOff, launchBrowser, openPage } from '#tests/browser/browser.ts';
import { complaintsOfSight } from '#tests/pictures/complaints.ts';
import { createStage } from '#tests/stage/stage.ts';
import { MOMENTS } from './example-moments.ts';
import { EXAMPLE_CHOICE, EXAMPLE_VIEWS } from './example-views.ts';
import { COUNTER_SCENES } from './scenes.ts';

// Every scene on the glasses that stand on desks is looked at in tests/pictures; here are the edges where the page is laid out anew,
// and what must be in sight and stay in its place.

const EDGES = [
  { width: 640, height: 700 },
  { width: 1100, height: 700 },
  { width: 1500, height: 800 },
];
const DESKS = [
  { width: 360, height: 640 },
  { width: 800, height: 900 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** Of the rarer actions a strip shows the call for help. */
const NEEDED = '.at-counter, .primary, .dossiers, .action, .help-button';

const STATES = Object.entries<CounterView>({ ...EXAMPLE_VIEWS, ...MOMENTS });

let browser: Browser;
let stage: Awaited<ReturnType<typeof createStage>>;
let opened: Awaited<ReturnType<typeof openPage>>;
let page: Page;
let answer: unknown;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await createStage(() => answer);
  stage.show('view:counter', EXAMPLE_VIEWS.idle);
  stage.show('view:counters', EXAMPLE_CHOICE);
  opened = await openPage(browser, `${stage.url}/counter/?counter=3`, { reducedMotion: 'reduce' });
  page = opened.page;
  await page.waitForSelector('.at-counter');
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

let shown = 0;
/** One page for all of them: the next picture stands there when its mark does. */
async function show(view: CounterView, size: { width: number; height: number }) {
  shown += 1;
  const { vi, en } = view.office;
  stage.show('view:counter', { ...view, office: { vi: `${vi} ${shown}`, en: `${en} ${shown}` } });
  await page.setViewportSize(size);
  await page.locator('.office', { hasText: new RegExp(` ${shown}$`) }).waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => document.body.getBoundingClientRect().height));
}

it.each(EDGES)('has room for everything at $width × $height', async (size) => {
  const found: Record<string, string[]> = {};
  for (const [state, view] of STATES) {
    await show(view, size);
    const complaints = await complaintsOfSight(page, COUNTER_SCENES);
    if (complaints.length > 0) found[state] = complaints;
  }
  expect(found).toEqual({});
  expect(opened.faults).toEqual([]);
});

it.each(DESKS)(
  'shows who is here, whom the next press calls, and all that a visit needs, without scrolling at $width × $height',
  async (size) => {
    const found: Record<string, string[]> = {};
    for (const state of ['idle', 'called', 'calledOften', 'closed'] as const) {
      await show(EXAMPLE_VIEWS[state], size);
      await page.evaluate(() => scrollTo(0, 0));
      const cut = await cutOff(page, `${NEEDED}${size.width > 360 ? ', .more-action' : ''}`);
      if (cut.length > 0) found[state] = cut;
    }
    expect(found).toEqual({});
  },
);

it.each(DESKS.slice(2))(
  'is as high as the glass, whatever scrolls in its columns, at $width × $height',
  async (size) => {
    for (const view of [EXAMPLE_VIEWS.called, MOMENTS.longLine, MOMENTS.helpOfMany]) {
      await show(view, size);
      expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    }
  },
);

it('keeps the next press in sight on a strip, however much there is to be read about who is here', async () => {
  await show(MOMENTS.longNames, { width: 360, height: 400 });
  await page.evaluate(() => scrollTo(0, 0));
  expect(await cutOff(page, '.primary')).toEqual([]);
});

it('shows a no and a lost connection within a question that is longer than the glass', async () => {
  await show(EXAMPLE_VIEWS.serving, { width: 360, height: 500 });
  answer = { ok: false, refusal: 'counter-cannot-serve' };
  await page.keyboard.press('t');
  await page.keyboard.type('the chap');
  await page.keyboard.press('Enter');
  await page.locator('.dialog .notice p').waitFor();
  await expect.poll(() => cutOff(page, '.dialog .notice p')).toEqual([]);
  await page.locator('dialog').evaluate((dialog) => dialog.scrollTo(0, 0));
  stage.drop();
  await page.locator('.dialog-offline').waitFor();
  expect(await cutOff(page, '.dialog-offline, .confirm > *')).toEqual([]);
  stage.raise();
  await page.locator('.dialog-offline').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
});

it('keeps every button in its place from ticket to ticket on a wide screen', async () => {
  const places = [];
  for (const view of [EXAMPLE_VIEWS.idle, EXAMPLE_VIEWS.called, EXAMPLE_VIEWS.serving, EXAMPLE_VIEWS.closed]) {
    await show(view, { width: 1920, height: 1080 });
    places.push(
      await page.$$eval('.primary, .action', (nodes) =>
        nodes.map((node) => Math.round(node.getBoundingClientRect().top)),
      ),
    );
  }
  expect(places.slice(1)).toEqual([places[0], places[0], places[0]]);
});

it('shows the lines and the counters of the hall without scrolling on a wide screen', async () => {
  await show(EXAMPLE_VIEWS.called, { width: 1920, height: 1080 });
  expect(await page.locator('.desk-hall :is(.lines tr, .place)').count()).toBeGreaterThan(28);
  expect(await cutOff(page, '.lines tr, .place')).toEqual([]);
});

it('speaks English when asked, and remembers it', async () => {
  await show(EXAMPLE_VIEWS.called, { width: 800, height: 900 });
  await page.getByRole('button', { name: 'English' }).click();
  expect(await page.textContent('.primary .label')).toContain('Call next');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.reload();
  await page.waitForSelector('.at-counter');
  expect(await page.textContent('h1')).toBe('Counter 3');
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
});

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '#shared/contract/views.ts';
import { cutOff, intersecting, launchBrowser, openPage, tooFaint } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { EXAMPLE_CHOICE, EXAMPLE_VIEWS } from './example-views.ts';

const SIZES = [
  { width: 360, height: 720 },
  { width: 800, height: 900 },
  { width: 1920, height: 1080 },
];
/** All that stands beside something else. */
const PIECES =
  '.top-bar > *, .day-nav > *, .at-counter > :not(.sr-only), .facts > li, .primary, .primary > *, .consequence, .action,' +
  '.action > *, .list > *, .row, .row > *, .counter-card, .counter-card > :not(.sr-only), .dialog form > *, .choice, .choice > :not(input),' +
  '.reason, .confirm > *, .choose header > *';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function lookAt(view: CounterView | null, viewport: { width: number; height: number }, dark = false) {
  const stage = await createStage();
  if (view) stage.show('view:counter', view);
  else stage.show('view:counters', EXAMPLE_CHOICE);
  const opened = await openPage(browser, `${stage.url}/counter/${view ? '?counter=3' : ''}`, {
    viewport,
    colorScheme: dark ? 'dark' : 'light',
  });
  await opened.page.waitForSelector(view ? '.at-counter' : '.counter-card');
  await opened.page.evaluate(() => document.fonts.ready);
  const leave = async () => {
    await opened.context.close();
    await stage.close();
    expect(opened.faults).toEqual([]);
  };
  return { page: opened.page, leave };
}

/** Texts that do not fit their boxes, boxes that stick out to a side, a page that scrolls sideways. */
async function tooWide(page: Page): Promise<string[]> {
  const found = await page.evaluate((pieces) => {
    const root = document.documentElement;
    const boxes = [...document.querySelectorAll<HTMLElement>(`${pieces}, main, aside, section, .dialog`)];
    return boxes
      .filter((node) => node.checkVisibility() && !node.matches('.sr-only'))
      .filter((node) => {
        const { left, right } = node.getBoundingClientRect();
        return left < -0.5 || right > innerWidth + 0.5 || node.scrollWidth > node.clientWidth + 1;
      })
      .filter((node) => getComputedStyle(node).display !== 'inline')
      .map((node) => `${node.className || node.tagName}: ${node.textContent?.slice(0, 40)}`)
      .concat(root.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []);
  }, PIECES);
  return found;
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // axe puts itself on the window when its source is run there.
    const { axe: onPage } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await onPage.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const STATES = [...Object.entries<CounterView | null>(EXAMPLE_VIEWS), ['choice of a counter', null] as const];

describe.each(SIZES)('the clerk’s page at $width × $height', (size) => {
  it.each(STATES)('has room for everything: %s', async (_state, view) => {
    const { page, leave } = await lookAt(view, size);
    expect(await tooWide(page)).toEqual([]);
    expect(await intersecting(page, PIECES)).toEqual([]);
    expect(await tooFaint(page, 7)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    await leave();
  });

  it.each(['t', 'a', 'p'])('has room for the question of the key %s', async (key) => {
    const { page, leave } = await lookAt(key === 'p' ? EXAMPLE_VIEWS.idle : EXAMPLE_VIEWS.serving, size);
    await page.keyboard.press(key);
    await page.waitForSelector('.dialog');
    if (key === 't') await page.keyboard.type('thue');
    expect(await tooWide(page)).toEqual([]);
    expect(await intersecting(page, '.dialog form > *, .reason, .confirm > *')).toEqual([]);
    // Apart from the rest: the list scrolls, so what is out of its sight lies behind what follows.
    expect(await intersecting(page, '.choice, .choice > :not(input)')).toEqual([]);
    expect(await cutOff(page, '.dialog, .confirm > *, .reason, .field')).toEqual([]);
    expect(await tooFaint(page, 7)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    await leave();
  });

  it.each(['idle', 'called', 'calledOften', 'closed'] as const)(
    'shows the ticket and all actions without scrolling: %s',
    async (state) => {
      const { page, leave } = await lookAt(EXAMPLE_VIEWS[state], size);
      expect(await cutOff(page, '.at-counter, .primary, .action')).toEqual([]);
      await leave();
    },
  );
});

it('can be read in the dark', async () => {
  for (const view of [EXAMPLE_VIEWS.serving, EXAMPLE_VIEWS.paused, null]) {
    const { page, leave } = await lookAt(view, { width: 800, height: 900 }, true);
    expect(await tooFaint(page, 7)).toEqual([]);
    await leave();
  }
});

it('keeps every button in its place from ticket to ticket on a wide screen', async () => {
  const places = [];
  for (const view of [EXAMPLE_VIEWS.idle, EXAMPLE_VIEWS.called, EXAMPLE_VIEWS.serving, EXAMPLE_VIEWS.closed]) {
    const { page, leave } = await lookAt(view, { width: 1920, height: 1080 });
    places.push(
      await page.$$eval('.primary, .action', (nodes) =>
        nodes.map((node) => Math.round(node.getBoundingClientRect().top)),
      ),
    );
    await leave();
  }
  expect(places.slice(1)).toEqual([places[0], places[0], places[0]]);
});

it('speaks English when asked, and remembers it', async () => {
  const { page, leave } = await lookAt(EXAMPLE_VIEWS.called, { width: 800, height: 900 });
  await page.getByRole('button', { name: 'English' }).click();
  expect(await page.textContent('.primary .label')).toContain('Call next');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.reload();
  await page.waitForSelector('.at-counter');
  expect(await page.textContent('h1')).toBe('Counter 3');
  expect(await tooWide(page)).toEqual([]);
  await leave();
});

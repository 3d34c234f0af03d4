import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser, SCREENS } from '#tests/browser/browser.ts';
import { PROBE, SEEN } from './look.ts';
import { missing } from './screen.ts';
import { openStage, STATES } from './states.ts';
import { type Way, waysOut } from './ways.ts';

// What of `npm run breakout` needs no screen and no hands: fingers and drags, at the kiosk's page and at a page that holds nobody.

const PLAIN = `<!doctype html><p>Some text to mark</p><a href="/two">a link</a>
<img width="90" height="90" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E">
<style>html{touch-action:auto}</style><p style="margin-top:1200px">More of it`;

let browser: Browser;
let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  browser = await launchBrowser(inject('browserPath'));
  stage = await openStage();
});
afterAll(async () => {
  await browser?.close();
  await stage?.close();
});

it('the kiosk’s page holds against every gesture that works on a page that holds nobody, in every state', async () => {
  // Pinches are held by the shell and by the launcher's switch, not by the page in a browser with tabs.
  const isThePages = ({ by, name }: Way) => (by === 'touch' && !/^pinch/.test(name)) || /^drag/.test(name);
  const ways = waysOut('http://127.0.0.1:1').filter(isThePages);
  const plain = await openAt('about:blank');
  await plain.setContent(PLAIN);
  const counted = await thatWork(plain, ways);
  // A headless shell draws no menus and pinches nothing; on a real screen `npm run breakout` counts the others too.
  expect(counted.map(({ name }) => name)).toContain('drag a picture');

  for (const state of STATES) {
    const kiosk = await openAt(`${stage.url}/kiosk/`);
    await state.enter(await lineOf(kiosk), stage);
    expect([state.name, (await thatWork(kiosk, counted)).map(({ name }) => name)]).toEqual([state.name, []]);
  }
});

it('names what is missing on a machine', () => {
  expect(missing(['a-program-of-no-machine'])).toEqual(['a-program-of-no-machine']);
  expect(missing([])).toEqual([]);
});

async function openAt(address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREENS.kioskPortrait, hasTouch: true });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function lineOf(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  // Chromium's own names, as the harness sends them.
  return {
    send: (method: string, params?: object) => cdp.send(method as 'Page.enable', params as never) as never,
    close: () => {},
  };
}

/** Those that change something about this page that nobody prevented. */
async function thatWork(page: Page, ways: readonly Way[]): Promise<Way[]> {
  const line = await lineOf(page);
  const work: Way[] = [];
  for (const way of ways) {
    await page.evaluate(PROBE);
    const before = await page.evaluate(SEEN);
    // Nothing of these needs a screen.
    await way.go({ line, screen: undefined as never });
    if ((await page.evaluate(SEEN)) !== before) work.push(way);
    await line.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await page.evaluate('getSelection().empty()');
  }
  return work;
}

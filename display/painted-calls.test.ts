import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { sampleBoard, sampleCall, sampleCalls } from './sample-board.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A display, and which calls it has said to stand on its glass. */
async function aDisplay() {
  const stage = await createStage();
  const context = await browser.newContext();
  const page = await context.newPage();
  const now = Date.now();
  const shown = () => stage.heard.flatMap(({ name, input }) => (name === 'call:shown' ? [(input as Call).call] : []));
  const sees = (...calls: ReturnType<typeof sampleCalls>) => stage.show('view:board', sampleBoard(now, calls));
  const close = async () => {
    await context.close();
    await stage.close();
  };
  return { stage, page, now, shown, sees, close, open: () => page.goto(`${stage.url}/display/`) };
}
type Call = { call: number };

it('[B18] a display says of each row once that it stands on the glass, and of no call that has none', async () => {
  const { page, now, shown, sees, open, close } = await aDisplay();
  const calls = sampleCalls(20, now - 600_000);
  sees(...calls);
  await open();
  await page.locator('.call-row').first().waitFor();
  const rows = await page.locator('.call-row').count();
  const standing = calls.slice(0, rows).map(({ callSeq }) => callSeq);
  await expect.poll(() => shown().toSorted()).toEqual(standing.toSorted());
  sees(sampleCall(500, 'A007', 3, now), ...calls);
  await expect.poll(shown).toContain(500);
  expect(shown().length).toBe(rows + 1);
  await close();
});

it('[B18] a display that nobody can see says nothing until it can be seen', async () => {
  const { page, now, shown, sees, open, close } = await aDisplay();
  await page.addInitScript(() => {
    const eye = { isOpen: false };
    Object.defineProperty(document, 'visibilityState', { get: () => (eye.isOpen ? 'visible' : 'hidden') });
    addEventListener('eye-opens', () => {
      eye.isOpen = true;
      document.dispatchEvent(new Event('visibilitychange'));
    });
  });
  sees(sampleCall(11, 'A001', 3, now));
  await open();
  await page.locator('.call-row').waitFor();
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  expect(shown()).toEqual([]);
  await page.evaluate(() => dispatchEvent(new Event('eye-opens')));
  await expect.poll(shown).toEqual([11]);
  await close();
});

it('[B18] a display tells a server that has been started anew what it still shows', async () => {
  const { stage, page, now, shown, sees, open, close } = await aDisplay();
  sees(sampleCall(11, 'A001', 3, now));
  await open();
  await expect.poll(shown).toEqual([11]);
  stage.drop();
  await page.locator('.reconnecting').waitFor();
  stage.raise();
  await expect.poll(shown, { timeout: 20_000 }).toEqual([11, 11]);
  await close();
});

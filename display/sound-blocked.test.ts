import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

import { createStage } from '#tests/stage/stage.ts';
import { sampleBoard, sampleCall } from './sample-board.ts';

let browser: Browser;
beforeAll(async () => {
  const executablePath = inject('browserPath');
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--autoplay-policy=document-user-activation-required',
    ],
  });
});
afterAll(() => browser.close());

/**
 * A display in a browser that wants to be touched first. Whatever the driver asks the page counts as a touch, locators
 * too, so the page's own script reports what the notice at the bottom says.
 */
async function aMutedDisplay() {
  const stage = await createStage();
  const now = Date.now();
  stage.show('view:board', sampleBoard(now, [sampleCall(11, 'A001', 3, now)]));
  const context = await browser.newContext();
  await context.addInitScript(() => {
    let told: string | undefined;
    const tell = () => {
      const text = document.querySelector('.sound-bar, .info-line')?.textContent ?? undefined;
      if (text === told) return;
      told = text;
      // biome-ignore lint/suspicious/noConsole: the only way out that is no question to the page
      console.info(`notice: ${text}`);
    };
    new MutationObserver(tell).observe(document, { childList: true, subtree: true });
  });
  const page = await context.newPage();
  const says = (text: string) =>
    page.waitForEvent('console', (message) => message.text().startsWith(`notice: ${text}`));
  const blocked = says('Âm thanh đang tắt – chạm vào màn hình (hoặc bấm phím bất kỳ) để bật');
  await page.goto(`${stage.url}/display/`);
  await blocked;
  const close = async () => {
    await context.close();
    await stage.close();
  };
  return { stage, page, says, close };
}

it.each([
  ['touch', (page: Page) => page.mouse.click(300, 300)],
  ['key', (page: Page) => page.keyboard.press('a')],
])('[B6] blocked sound is told in a bar that goes with a %s; only calls after it are spoken', async (_, touch) => {
  const { stage, page, says, close } = await aMutedDisplay();
  const unblocked = says('Ai đến trước');
  await touch(page);
  await unblocked;
  const now = Date.now();
  stage.show('view:board', sampleBoard(now, [sampleCall(12, 'A002', 3, now), sampleCall(11, 'A001', 3, now)]));
  await page.waitForFunction(() => window.luotDisplay.schedule.length > 0);
  const spoken = await page.evaluate(() => window.luotDisplay.schedule.map(({ callSeq }) => callSeq));
  expect(new Set(spoken)).toEqual(new Set([12]));
  expect(await page.evaluate(() => window.luotDisplay.sound)).toBe('ready');
  await close();
});

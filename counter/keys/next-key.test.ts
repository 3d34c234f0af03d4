import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_VIEWS } from '#counter/example-views.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('[C1] takes the key that the app hands on as the Space bar, but not over a question', async () => {
  const stage = await createStage(() => ({ ok: true, answer: {} }));
  stage.show('view:counter', EXAMPLE_VIEWS.serving);
  const { page, context, faults } = await openPage(browser, 'about:blank', { viewport: { width: 360, height: 640 } });
  await page.addInitScript(() => {
    window.luot = {
      // Whoever presses the key in another program: here the test.
      onNextKey: (hear) => void Object.assign(window, { pressNextKey: hear }),
      health: async () => ({ version: '0.1.0', upMs: 0, appMb: null, freeMb: null, monitors: 1, update: null }),
      restart: async () => {},
      beat: async () => {},
      deviceToken: async () => null,
      keepDeviceToken: async () => {},
    };
  });
  await page.goto(`${stage.url}/counter/?counter=3`);
  await page.waitForSelector('.at-counter');
  const pressNextKey = () => page.evaluate(() => (window as unknown as { pressNextKey(): void }).pressNextKey());
  const calls = () => stage.heard.filter(({ name }) => name === 'ticket:call-next').length;

  await page.keyboard.press('t');
  await page.locator('dialog[open]').waitFor();
  await pressNextKey();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect(calls()).toBe(0);
  await pressNextKey();
  await expect.poll(calls).toBe(1);

  await context.close();
  await stage.close();
  expect(faults).toEqual([]);
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { EXAMPLE_VIEWS } from './example-views.ts';

const DAY = 'rgb(247, 245, 240)';
const NIGHT = 'rgb(16, 25, 31)';

let browser: Browser;
let stage: Awaited<ReturnType<typeof createStage>>;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await createStage();
  stage.show('view:counter', EXAMPLE_VIEWS.idle);
  stage.show('view:manager', EXAMPLE_HALLS.busy);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

it('is as bright as the system, until the staff choose; their other pages go with it, and it is kept', async () => {
  const { page, context } = await openPage(browser, `${stage.url}/counter/?counter=3`, { colorScheme: 'dark' });
  const manager = await context.newPage();
  await manager.goto(`${stage.url}/manager/`);
  const choice = page.getByRole('button', { name: 'Nền: theo máy' });
  await choice.waitFor();
  expect(await ground(page)).toBe(NIGHT);
  await choice.click();
  expect(await ground(page)).toBe(DAY);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  await expect.poll(() => ground(manager)).toBe(DAY);
  await page.getByRole('button', { name: 'Nền: sáng' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await page.getByRole('button', { name: 'Nền: tối' }).waitFor();
  expect(await ground(page)).toBe(NIGHT);
  await page.getByRole('button', { name: 'Nền: tối' }).click();
  expect(await ground(page)).toBe(DAY);
  await context.close();
});

it.each(['/counter/?counter=3', '/manager/'])('paints no bright frame before a dark page: %s', async (path) => {
  const { page, context } = await openPage(browser, 'about:blank', { colorScheme: 'light' });
  await page.addInitScript(() => {
    localStorage.setItem('luot-staff-light', 'night');
    // The browser asks for a frame only when it is about to paint one.
    requestAnimationFrame(() => {
      Object.assign(window, { firstFrame: getComputedStyle(document.body).backgroundColor });
    });
  });
  // The page's script comes late: time enough for a frame without it.
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await page.goto(stage.url + path);
  await page.waitForFunction(() => 'firstFrame' in window);
  expect(await page.evaluate(() => (window as unknown as { firstFrame: string }).firstFrame)).toBe(NIGHT);
  await context.close();
});

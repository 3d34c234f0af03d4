import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_VIEWS } from '#counter/example-views.ts';
import { EXAMPLE_DOORS } from '#shared/page/door/example-doors.ts';
import { intersecting, launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('lets a clerk in by the door and out again', async () => {
  const stage = await createStage(() => ({ ok: true, answer: { session: 'of-today' } }));
  stage.show('view:door', EXAMPLE_DOORS.fewClerks);
  const { page, context, faults } = await openPage(browser, 'about:blank', { viewport: { width: 360, height: 720 } });
  await page.goto(`${stage.url}/counter/?counter=3`);
  await page.getByRole('button', { name: 'Trần Văn Đức' }).click();
  await page.keyboard.type('123456');
  await expect.poll(() => stage.heard.length).toBe(1);
  stage.show('view:counter', EXAMPLE_VIEWS.serving);
  await page.locator('.at-counter').waitFor();
  expect(await intersecting(page, '.day-nav > *')).toEqual([]);
  // By this a press without an answer is known as his after a reload.
  const clerk = () => page.evaluate(() => sessionStorage.getItem('luot-clerk'));
  expect(await clerk()).toBe(EXAMPLE_DOORS.fewClerks.clerks.find(({ name }) => name === 'Trần Văn Đức')?.id);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect.poll(() => stage.heard.at(-1)).toMatchObject({ name: 'session:end', input: {} });
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('luot-session-counter'))).toBe(null);
  expect(await clerk()).toBeNull();
  expect(faults).toEqual([]);
  await context.close();
  await stage.close();
});

it('leaves no question of one clerk to the next, and signs out only who is in', async () => {
  const stage = await createStage();
  stage.show('view:counter', EXAMPLE_VIEWS.serving);
  const { page, context, faults } = await openPage(browser, `${stage.url}/counter/?counter=3`);
  await page.locator('.at-counter').waitFor();
  expect(await page.getByRole('button', { name: 'Đăng xuất' }).count()).toBe(0);
  await page.keyboard.press('t');
  await page.locator('dialog').waitFor();
  stage.show('view:door', EXAMPLE_DOORS.fewClerks);
  await page.locator('.door').waitFor();
  stage.show('view:counter', EXAMPLE_VIEWS.serving);
  await page.locator('.at-counter').waitFor();
  expect(await page.locator('dialog').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
  await stage.close();
});

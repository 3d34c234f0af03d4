import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('[S10] cancels a range by keyboard alone: says who is meant, wants a reason, then says who was cancelled', async () => {
  const stage = await createStage(() => ({ ok: true, answer: { cancelled: ['A014', 'A015', 'A016'] } }));
  stage.show('view:manager', EXAMPLE_HALLS.busy);
  const { page, context, faults } = await openPage(browser, `${stage.url}/manager/`);
  const dialog = page.locator('dialog');
  await page.getByRole('button', { name: 'Hủy một hoặc nhiều số' }).press('Enter');
  await page.keyboard.type('a14');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a 20');
  await dialog.getByText('Sẽ hủy 3 số: A014, A015, A016.').waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText('Ghi lý do. Lý do được lưu trong sổ ngày.').waitFor();
  expect(stage.heard).toEqual([]);

  await page.getByLabel('Lý do').first().fill('Bấm nghịch');
  await page.keyboard.press('Enter');
  await page.getByText('Đã hủy: A014, A015, A016.').waitFor();
  expect(stage.heard.map(({ name, input }) => ({ name, input }))).toEqual([
    { name: 'ticket:cancel-range', input: { from: 'A014', to: 'A020', reason: 'Bấm nghịch' } },
  ]);
  expect(await dialog.count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
  await stage.close();
});

it('[S10] refuses what is no range before it asks, and keeps what was typed when the house says no', async () => {
  const stage = await createStage(() => ({ ok: false, refusal: 'nobody-in-range' }));
  stage.show('view:manager', EXAMPLE_HALLS.busy);
  const { page, context } = await openPage(browser, `${stage.url}/manager/`);
  await page.getByRole('button', { name: 'Hủy một hoặc nhiều số' }).click();
  await page.getByLabel('Từ số').fill('A9');
  await page.getByLabel('Đến số').fill('C2');
  await page.getByRole('button', { name: 'Bấm nghịch' }).click();
  await page.getByRole('button', { name: 'Hủy số' }).click();
  await page.getByText('Ghi hai số cùng chữ cái').waitFor();
  expect(stage.heard).toEqual([]);
  await page.getByLabel('Đến số').fill('A10');
  await page.getByRole('button', { name: 'Hủy số' }).click();
  await page.locator('dialog .notice p').waitFor();
  expect(await page.getByLabel('Từ số').inputValue()).toBe('A9');
  await context.close();
  await stage.close();
});

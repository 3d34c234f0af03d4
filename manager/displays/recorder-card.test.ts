import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_CHOICES } from '#manager/example-choices.ts';
import { EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { intersecting, launchBrowser, openPage, tooFaint } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';

const PIECES = '.recorder h2, .recorder summary, .recorder button, .recorder p, .recorder label, .recorder input';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function lookAt(width = 1366) {
  const stage = await createStage();
  stage.show('view:manager', EXAMPLE_HALLS.busy);
  stage.show('view:access', EXAMPLE_ACCESS.quiet);
  stage.show('view:choices', EXAMPLE_CHOICES.none);
  const { page, context, faults } = await openPage(browser, `${stage.url}/manager/#displays`, {
    viewport: { width, height: 800 },
  });
  const card = page.locator('.recorder');
  await card.waitFor();
  onTestFinished(async () => {
    await context.close();
    await stage.close();
    expect(faults).toEqual([]);
  });
  return { page, stage, card };
}

describe('the card of the recorder', () => {
  it('names everything that there is to record, and how much of it is missing', async () => {
    const { card } = await lookAt();
    const services = EXAMPLE_HALLS.busy.services.length;
    const letters = new Set(EXAMPLE_HALLS.busy.services.map(({ prefix }) => prefix)).size;
    const all = 2 + letters + 18 + 89 + services;
    await expect.poll(() => card.locator('strong').first().textContent()).toBe(`Đã thu 0/${all}`);
    expect(await card.locator('summary').allTextContents()).toEqual([
      'Câu gọi 0/2',
      `Chữ cái của lĩnh vực 0/${letters}`,
      'Chữ số và từ đếm 0/18',
      'Số từ 11 đến 99, đọc liền 0/89',
      `Tên lĩnh vực 0/${services}`,
    ]);
    expect(await card.locator('details').first().getByRole('button').allTextContents()).toEqual([
      'xin mời công dân có số ',
      'đến quầy số ',
    ]);
  });

  it('[B8] shows what is recorded, and leads to what is not', async () => {
    const { page, stage, card } = await lookAt();
    const clips = [
      { id: 'wording-1', says: 'Xin mời công dân có số', durationMs: 900, address: '/voice/office/a.wav' },
    ];
    await page.route('**/voice/office/manifest.json*', (route) => route.fulfill({ json: { clips } }));
    stage.show('view:choices', { ...EXAMPLE_CHOICES.none, recorded: '/voice/office/manifest.json?v=1' });
    await card.getByRole('button', { name: 'xin mời công dân có số ✓ đã thu' }).press('Enter');
    await card.getByRole('button', { name: 'Nghe bản đang dùng' }).waitFor();
    await card.getByRole('button', { name: 'Câu chưa thu tiếp theo' }).press('Enter');
    await expect.poll(() => card.locator('.recorder-text strong').textContent()).toBe('đến quầy số');
    expect(await card.getByRole('button', { name: 'Nghe bản đang dùng' }).count()).toBe(0);
    stage.show('view:choices', EXAMPLE_CHOICES.none);
    await expect.poll(() => card.locator('.recorder-done').count()).toBe(0);
  });

  it('says why nothing was recorded where the browser gives no microphone', async () => {
    const { card } = await lookAt();
    await card.getByRole('button', { name: 'đến quầy số' }).press('Enter');
    await card.getByRole('button', { name: 'Thu', exact: true }).press('Enter');
    await expect.poll(() => card.locator('.recorder-says').textContent()).toMatch(/micro/);
    await expect.poll(() => card.locator('.recorder-says.is-missing').count()).toBe(1);
  });

  it.each([390, 1366, 1920])('stands whole and legible at a width of %i', async (width) => {
    const { page, card } = await lookAt(width);
    for (const group of [1, 2, 3, 4]) await card.locator('summary').nth(group).click();
    await card.locator('details button').last().click();
    await page.evaluate(() => document.fonts.ready);
    expect(await intersecting(page, PIECES)).toEqual([]);
    expect(await tooFaint(page, 4.5)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

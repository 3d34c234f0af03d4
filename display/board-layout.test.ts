import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { sampleBoard, sampleCalls } from './sample-board.ts';

// That nothing overlaps, is cut off or faint is looked at scene by scene in tests/pictures.

const FULL_HD = { width: 1920, height: 1080 };
const SIZES = {
  '720p': { width: 1280, height: 720 },
  '1080p': FULL_HD,
  '4K': { width: 3840, height: 2160 },
  portrait: { width: 1080, height: 1920 },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function aBoard(viewport: { width: number; height: number }, calls: number, lit: number) {
  const stage = await createStage();
  const now = Date.now();
  const all = sampleCalls(calls, now - 3_600_000);
  stage.show('view:board', sampleBoard(now, all.slice(lit)));
  const { page, context, faults } = await openPage(browser, `${stage.url}/display/`, { viewport });
  await page.locator('.board').waitFor();
  const young = all.slice(0, lit).map((call) => ({ ...call, calledAt: now }));
  stage.show('view:board', sampleBoard(now, [...young, ...all.slice(lit)]));
  await page.waitForFunction((wanted) => document.querySelectorAll('.call-row.lit').length === wanted, lit);
  await page.evaluate(() =>
    Promise.all([400, 600, 800].map((weight) => document.fonts.load(`${weight} 9px 'Noto Sans'`, 'A1ầ'))),
  );
  const close = async () => {
    await context.close();
    await stage.close();
  };
  return { stage, page, faults, close };
}

/** Services whose name does not fit beside its count: sixteen of them must leave the calls their room. */
function inTwoLines(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.strip-name')]
      .filter((node) => node.clientHeight > 2 * Number.parseFloat(getComputedStyle(node).fontSize))
      .map((node) => node.textContent ?? ''),
  );
}

it('leaves the calls their room: sixteen services, each name in one line, at any size', async () => {
  const { page, close } = await aBoard(FULL_HD, 20, 3);
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    expect(await page.locator('.strip-cell').count()).toBe(16);
    expect(await inTwoLines(page), size).toEqual([]);
  }
  await close();
});

it('[B1] is large enough for the last row at any size: ticket, counter, rows, strip', async () => {
  const { page, close } = await aBoard(FULL_HD, 20, 3);
  // In hundredths of the long side of a 16:9 screen.
  const smallest = { '.big-number': 12, '.big-counter': 8, '.call-row': 3, '.strip-cell': 1.6 };
  for (const viewport of Object.values(SIZES)) {
    await page.setViewportSize(viewport);
    for (const [selector, least] of Object.entries(smallest)) {
      const size = await page
        .locator(selector)
        .first()
        .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
      expect(size / Math.max(viewport.width, viewport.height), selector).toBeGreaterThanOrEqual(least / 100);
    }
  }
  await close();
});

it('looks the same at 720p and at 4K, three times as large', async () => {
  const boxes = async (viewport: { width: number; height: number }) => {
    const { page, close } = await aBoard(viewport, 20, 3);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('.big-zone, .big-call > *, .call-row, .strip-cell, .info-line')].map((node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        // The board itself stands now here, now there, so that the glass does not wear.
        const board = node.closest('.board')?.getBoundingClientRect();
        const place = [left - (board?.left ?? 0), top - (board?.top ?? 0), width, height];
        return place.map((value) => value / innerWidth);
      }),
    );
    await close();
    return found.flat();
  };
  const [small, large] = [await boxes({ width: 1280, height: 720 }), await boxes({ width: 3840, height: 2160 })];
  const differences = small.map((value, index) => Math.abs(value - (large[index] ?? Number.NaN)));
  expect(Math.max(...differences)).toBeLessThan(0.002);
});

it.each([
  ['the board', 6, '.office-name', '.clock', '.today-date'],
  ['the welcome', 0, '.welcome-office', '.welcome-clock', '.welcome-date'],
])('%s shows the office, its wall clock in its own time zone, and the day', async (_, count, office, clock, date) => {
  const stage = await createStage();
  stage.show('view:board', sampleBoard(Date.UTC(2026, 10, 23, 1, 15), sampleCalls(count, 0)));
  const { page, context } = await openPage(browser, `${stage.url}/display/`, { timezoneId: 'America/New_York' });
  await page.locator(clock, { hasText: '08:15' }).waitFor();
  expect(await page.locator(date).textContent()).toBe('Thứ\u00a0Hai\u00a023/11/2026');
  expect(await page.locator(office).textContent()).toBe('Trung tâm Phục vụ hành chính công phường Tân Châu');
  await context.close();
  await stage.close();
});

it('welcomes before the first call, and tells who waits already', async () => {
  const { page, close } = await aBoard(FULL_HD, 0, 0);
  expect(await page.locator('.welcome').textContent()).toContain('Mời lấy số tại máy lấy số');
  expect(await page.locator('.big-zone').count()).toBe(0);
  expect(await page.locator('.strip-cell').first().textContent()).toBe('AĐất đai27');
  await close();
});

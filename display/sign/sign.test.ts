import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '#tests/browser/browser.ts';
import { openStaged, type StagedScene } from '#tests/pictures/open-staged.ts';
import { SIGNS } from './scenes.ts';

// That nothing overlaps, is cut off or faint is looked at scene by scene in tests/pictures.

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const LOOK = { viewport: { width: 800, height: 480 }, colorScheme: 'dark', speech: 'vi' } as const;

async function aSign(): Promise<StagedScene> {
  const [view] = Object.values(SIGNS);
  if (!view) throw new Error('There is no sign.');
  const play = { path: '/display/?counter=3', at: view.at, views: { 'view:sign': view }, until: '.sign' };
  return openStaged(browser, LOOK, play);
}

it('[B26] says above its counter whom it calls or serves and for what, and what it is when nobody is there', async () => {
  const { page, stage, faults, close } = await aSign();
  const said: Record<string, string[]> = {};
  for (const [name, view] of Object.entries(SIGNS)) {
    stage.show('view:sign', view);
    await page.locator('.sign-counter-number', { hasText: new RegExp(`^${view.counter}$`) }).waitFor();
    await page.locator(`.sign.is-${view.state}`).waitFor();
    said[name] = await page.locator('.sign-state, .sign-number').allTextContents();
  }
  expect(said).toEqual({
    'sign-calling': ['Đang gọi', 'A024'],
    'sign-serving': ['Đang phục vụ', 'W888'],
    'sign-longest-name': ['Đang gọi', 'A024'],
    'sign-free': ['Quầy đang mở'],
    'sign-free-for-much': ['Quầy đang mở'],
    'sign-paused': ['Tạm nghỉ'],
    'sign-closed': ['Quầy đóng'],
  });
  expect(await page.locator('.sign-text').textContent()).toBe('Đất đai · Đăng ký thế chấp');
  expect(faults).toEqual([]);
  await close();
});

it('[B26] is as large as the glass allows: the number fills half of its height, or its width', async () => {
  const { page, close } = await aSign();
  for (const viewport of [
    { width: 800, height: 480 },
    { width: 1024, height: 600 },
    { width: 1920, height: 540 },
  ]) {
    await page.setViewportSize(viewport);
    const share = await page.locator('.sign-number').evaluate((node) => {
      const text = document.createRange();
      text.selectNodeContents(node);
      const box = node.parentElement?.getBoundingClientRect();
      const font = Number.parseFloat(getComputedStyle(node).fontSize);
      return Math.max(text.getBoundingClientRect().width / (box?.width ?? 1), font / (box?.height ?? 1));
    });
    expect(share, `${viewport.width} × ${viewport.height}`).toBeGreaterThan(0.53);
  }
  await close();
});

it('[B9] [B26] shows no number that may be untrue', async () => {
  const { page, stage, close } = await aSign();
  stage.drop();
  await expect
    .poll(async () => [await page.clock.runFor(1_000), await page.locator('.stale-banner').allTextContents()][1], {
      timeout: 60_000,
    })
    .toEqual(['Mất kết nối từ 08:42 – vui lòng hỏi nhân viên']);
  expect(await page.locator('.sign').count()).toBe(0);
  await close();
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { EXAMPLE_VIEWS } from './example-views.ts';

const { idle, called, serving } = EXAMPLE_VIEWS;
const LONG_MS = 20_000;

let browser: Browser;
let stage: Awaited<ReturnType<typeof createStage>>;
let page: Page;
let answer: unknown;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await createStage(() => answer);
  ({ page } = await openPage(browser, 'about:blank', { reducedMotion: 'reduce' }));
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});
beforeEach(async () => {
  answer = { ok: true, answer: {} };
  stage.show('view:counter', idle);
  await page.goto(`${stage.url}/counter/?counter=3`);
  await page.locator('.at-counter').waitFor();
});

/** Every line that the calm voice of the page gets to read, in its order. */
async function listen() {
  await page.evaluate(() => {
    const heard: string[] = [];
    const region = document.querySelector('.sr-only[role=status]');
    if (!region) throw new Error('The page says nothing.');
    new MutationObserver((changes) => {
      for (const { target } of changes) if (target.textContent) heard.push(target.textContent);
    }).observe(region, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

const focused = () => page.evaluate(() => document.activeElement?.className ?? '');

describe('who cannot see the page', () => {
  it('hears whom this counter calls and what was done, each once, and not the seconds', async () => {
    const heard = await listen();
    stage.show('view:counter', called);
    await expect.poll(heard).toEqual(['Đang gọi A020, Đất đai. Gọi lần 1.']);
    const { seen } = EXAMPLE_VIEWS.calledOften;
    stage.show('view:counter', { ...called, current: { ...called.current, calls: 2 }, undo: null, seen });
    await expect.poll(async () => (await heard()).length).toBe(2);
    stage.show('view:counter', {
      ...idle,
      undo: { command: 'ticket:park', number: 'A020', until: idle.at + 10_000 },
    });
    await expect.poll(async () => (await heard()).length).toBe(4);
    // The undo runs out, the picture comes again: nothing new to say.
    stage.show('view:counter', { ...idle, undo: null });
    stage.show('view:counter', serving);
    await expect.poll(async () => (await heard()).length).toBe(5);
    expect((await heard()).slice(1)).toEqual([
      'Đang gọi A020, Đất đai. Gọi lần 2. Không màn hình nào hiện số này. Hãy gọi trực tiếp.',
      'Đã ghi: tạm gác\u00a0A020.',
      'Chưa gọi ai',
      'Đang phục vụ A020, Đất đai.',
    ]);
  });

  it('hears what happened behind a question when the question has gone', async () => {
    stage.show('view:counter', serving);
    await page.locator('.at-counter[data-state=serving]').waitFor();
    const heard = await listen();
    await page.keyboard.press('t');
    await page.locator('dialog').waitFor();
    stage.show('view:counter', called);
    await page.locator('.at-counter[data-state=called]').waitFor({ state: 'attached' });
    expect(await heard()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(heard).toEqual(['Đang gọi A020, Đất đai. Gọi lần 1.']);
  });

  it('hears that a neighbour needs help, also over a question; his own call nobody reads from the glass', async () => {
    stage.show('view:counter', serving);
    await page.locator('.at-counter[data-state=serving]').waitFor();
    await page.keyboard.press('t');
    await page.locator('dialog').waitFor();
    const help = [3, 7].map((counter) => ({ counter, since: idle.at }));
    stage.show('view:counter', { ...serving, help });
    await page.locator('.dialog-alarm[aria-live=assertive]', { hasText: /^Quầy 7 cần hỗ trợ$/ }).waitFor();
    expect(await page.title()).toBe('⚠ Quầy 7 cần hỗ trợ · Quầy 3 · A020');
    expect(await page.locator('.place[data-help=true]').allTextContents()).toHaveLength(1);
    stage.show('view:counter', { ...serving, help: [] });
    await expect.poll(() => page.title()).toBe('Quầy 3 · A020');
  });

  it('hears a no at once', async () => {
    answer = { ok: false, refusal: 'nobody-waiting' };
    await page.keyboard.press('Space');
    await page.getByRole('alert').filter({ hasText: 'Không có ai đang chờ.' }).waitFor();
  });

  it('hears at once that the connection is lost, and calmly that it is back', async () => {
    const heard = await listen();
    stage.drop();
    await page.getByRole('alert').filter({ hasText: 'Mất kết nối với máy chủ' }).waitFor();
    expect(await heard()).toEqual([]);
    stage.raise();
    await expect.poll(heard, { timeout: LONG_MS }).toEqual(['Đã kết nối lại.']);
  });
});

describe('who works by keys alone is never nowhere', () => {
  it('when the button that he stands on is switched off', async () => {
    stage.show('view:counter', called);
    await page.locator('[data-action="ticket:start-service"]:enabled').focus();
    stage.show('view:counter', serving);
    await expect.poll(focused).toBe('at-counter');
  });

  it('when the button that he stands on is taken away', async () => {
    await page.locator('.waiting .row-button').last().focus();
    stage.show('view:counter', { ...idle, waiting: idle.waiting.slice(0, 3), waitingCount: 3 });
    await expect.poll(focused).toBe('at-counter');
  });

  it('when he leaves a question: back where he was, or on if that has gone', async () => {
    const last = page.locator('.waiting .row-button').last();
    await last.focus();
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('row-button');
    await page.keyboard.press('Enter');
    await page.locator('dialog').waitFor();
    stage.show('view:counter', { ...idle, waiting: idle.waiting.slice(0, 3), waitingCount: 3 });
    await page.locator('.waiting .row').nth(3).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('at-counter');
  });

  it('and whoever stands nowhere by his own wish is left alone', async () => {
    stage.show('view:counter', called);
    await page.locator('.at-counter[data-state=called]').waitFor();
    stage.show('view:counter', serving);
    await page.locator('.at-counter[data-state=serving]').waitFor();
    expect(await focused()).toBe('');
  });
});

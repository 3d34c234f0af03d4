import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { ViewName, Views } from '#shared/contract/views.ts';
import { EXAMPLE_DOORS } from '#shared/page/door/example-doors.ts';
import { NOTICE_FOR_MS } from '#shared/page/presses.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { turnStaffTo } from '#tests/pictures/open-staged.ts';
import { createStage, type Heard } from './stage.ts';

/** How one test wants to find the page. */
export type Wanted = {
  views: Partial<Views>;
  /** Stands on the page once it is drawn. */
  until: string;
  /** What follows the `#` of its address. */
  hash?: string;
  viewport?: { width: number; height: number };
  isDark?: boolean;
  answerWith?: ((heard: Heard) => unknown) | undefined;
};

type Stage = Awaited<ReturnType<typeof createStage>>;
export type OnePage = {
  page: Page;
  stage: Stage;
  faults: string[];
  /** Sets the page back to its beginning by sending it to the door and letting it in again, then shows it what this test wants. */
  begin(wanted: Wanted): Promise<void>;
  close(): Promise<void>;
};

const DESK = { width: 1920, height: 1080 };
const yes = () => ({ ok: true, answer: {} });

/** Opens one; see `useOnePage`, which most tests want. Theirs to close. */
export async function openOnePage(browser: Browser, path: string, at: number): Promise<OnePage> {
  let answer: (heard: Heard) => unknown = yes;
  const stage = await createStage((heard) => answer(heard));
  stage.show('view:door', EXAMPLE_DOORS.password);
  // The office's wall counts, wherever the manager's laptop believes to be.
  const options = { viewport: DESK, timezoneId: 'America/New_York' };
  const { page, context, faults } = await openPage(browser, 'about:blank', options);
  await page.clock.install({ time: at });
  await page.goto(`${stage.url}${path}`);
  return {
    page,
    stage,
    faults,
    async begin({ views, until, hash = '', viewport = DESK, isDark = false, answerWith = yes }) {
      answer = answerWith;
      if ((await page.locator('dialog').count()) > 0) await page.keyboard.press('Escape');
      stage.show('view:door', EXAMPLE_DOORS.password);
      await page.locator('.door').waitFor();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' });
      await turnStaffTo(page, 'vi');
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      // Later than any notice of the test before, and than any double press.
      await page.clock.fastForward(NOTICE_FOR_MS);
      stage.heard.length = 0;
      // The keys of an object of views are their names. The one that lets the page in stands last: then the others are there.
      for (const [name, view] of Object.entries(views)) stage.show(name as ViewName, view);
      await page.locator(until).first().waitFor();
      await page.evaluate(() => document.fonts.ready);
    },
    async close() {
      await context.close();
      await stage.close();
    },
  };
}

/**
 * A page of the staff that many tests use one after another: to open one takes longer than most of them. Tests that stop its clock or
 * cut its line open one for themselves. No test may leave a fault of its script behind.
 * @returns the page; asked for within a test
 */
export function useOnePage(path: string, at: number): () => OnePage {
  let browser: Browser;
  let one: OnePage;
  beforeAll(async () => {
    browser = await launchBrowser();
    one = await openOnePage(browser, path, at);
  });
  afterAll(async () => {
    await one.close();
    await browser.close();
  });
  afterEach(() => expect(one.faults).toEqual([]));
  return () => one;
}

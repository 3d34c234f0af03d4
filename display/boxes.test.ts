import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOff, intersecting, launchBrowser, openPage, tooFaint } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { longNames, sampleBoard, sampleCalls } from './sample-board.ts';
import { quickAudio } from './testing/quick-audio.ts';

// What a reader would say of text is asked scene by scene in tests/pictures; here the boxes themselves: once a row was cut while all of
// its text was still to be seen.

const MORNING = Date.UTC(2026, 10, 23, 1, 15);
const SIZES = {
  '720p': { width: 1280, height: 720 },
  '768p': { width: 1366, height: 768 },
  '1080p': { width: 1920, height: 1080 },
  '4K': { width: 3840, height: 2160 },
  portrait: { width: 1080, height: 1920 },
};
const BOXES =
  '.board-header > *, .big-zone, .call-column, .call-row, .call-heads, .info-line, .board:not(.strip-gives) :is(.strip-head, .strip-cell)';
const LIDS = '.office-name, .today, .board:not(.strip-gives) :is(.strip, .strip-cell), .info-line';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A board on which so many counters have just called, each its own number. */
async function aBoard(counters: number, query: string, isLong: boolean) {
  const stage = await createStage();
  const board = (calledAt: number) => ({
    ...sampleBoard(MORNING, sampleCalls(Math.min(counters, 20), calledAt)),
    ...(isLong ? longNames() : {}),
  });
  stage.show('view:board', board(MORNING));
  const { page, context } = await openPage(browser, 'about:blank', { reducedMotion: 'reduce' });
  await page.addInitScript(quickAudio);
  await page.clock.install({ time: MORNING - 60_000 });
  await page.clock.pauseAt(MORNING);
  await page.goto(`${stage.url}/display/${query}`);
  await page.locator('.call-row.lit').first().waitFor();
  await page.evaluate(() =>
    Promise.all([400, 600, 800].map((weight) => document.fonts.load(`${weight} 9px 'Noto Sans'`, 'A1ầ'))),
  );
  const close = async () => {
    await context.close();
    await stage.close();
  };
  return { page, close };
}

/** Rows that do not stand whole within their column, or columns not within the room for calls. */
function outOfPlace(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isWithin = (node: Element, home: Element | null) => {
      const [a, b] = [node.getBoundingClientRect(), home?.getBoundingClientRect()];
      return (
        b && a.left >= b.left - 0.5 && a.right <= b.right + 0.5 && a.top >= b.top - 0.5 && a.bottom <= b.bottom + 0.5
      );
    };
    const homes: [string, string][] = [
      ['.call-row', '.call-column'],
      ['.call-column, .big-zone', '.calls'],
      ['.strip-cell', '.strip'],
      ['.calls, .strip, .info-line, .board-header', '.board'],
    ];
    return homes.flatMap(([inner, outer]) =>
      [...document.querySelectorAll(inner)]
        .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !isWithin(node, node.closest(outer)))
        .map((node) => `${node.className}: ${node.textContent?.slice(0, 20)} out of ${outer}`),
    );
  });
}

describe.each([1, 6, 14, 40])('[B24] with %i counters that call at once', (counters) => {
  it.each([
    ['as usual', '', false],
    ['with the longest names', '', true],
    ['for seats far away', '?inches=55&seat=9', false],
    ['for seats too far away, with the longest names', '?inches=32&seat=15', true],
  ])('no box lies on another, sticks out of its place, or is faint: %s', async (_how, query, isLong) => {
    const { page, close } = await aBoard(counters, query, isLong);
    const found: Record<string, string[]> = {};
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      // The rows are planned anew when the glass has another size.
      await page.clock.runFor(100);
      const said = [
        ...(await intersecting(page, BOXES)),
        ...(await outOfPlace(page)),
        ...(await cutOff(page, LIDS)),
        ...(await tooFaint(page, 7)),
      ];
      if (said.length > 0) found[size] = said;
    }
    // Colours move no box.
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'light';
    });
    expect(await tooFaint(page, 7)).toEqual([]);
    expect(found).toEqual({});
    const rows = await page.locator('.call-row').count();
    expect(rows).toBe(Math.min(counters, 20));
    await close();
  });
});

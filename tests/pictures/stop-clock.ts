import type { Page } from 'playwright-core';

/** Holds a page as it is: nothing times out while it is looked at. The page's clock must be in the test's hand already. */
export async function stopClock(page: Page): Promise<void> {
  // Some way ahead: a moment that has gone by when the order arrives cannot be gone back to.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 2_000));
}

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { sampleView } from './page/sample-view.ts';

type Stage = Awaited<ReturnType<typeof createStage>>;

/** For tests: the kiosk in a real browser before a stage. */
export type OpenedKiosk = { page: Page; stage: Stage; faults: string[]; close(): Promise<void> };

/** What the house says to a press when a test does not care. */
export const GIVEN = { ok: true, answer: { ticket: 'ticket-0001', number: 'A024', ahead: 23 } };

/**
 * Opens the kiosk with its clock in the test's hand, past the moment in which a new screen takes no touches.
 * @param answerWith what the house says to each command
 */
export async function openKiosk(
  browser: Browser,
  options: BrowserContextOptions,
  answerWith: Parameters<typeof createStage>[0] = () => GIVEN,
): Promise<OpenedKiosk> {
  const stage = await createStage(answerWith);
  stage.show('view:kiosk', sampleView());
  const { page, context, faults } = await openPage(browser, 'about:blank', options);
  await page.clock.install();
  await page.goto(`${stage.url}/kiosk/`);
  await page.locator('.service').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await settle(page);
  return {
    page,
    stage,
    faults,
    async close() {
      await context.close();
      await stage.close();
    },
  };
}

/** Lets a new screen stand long enough to take touches. */
export async function settle(page: Page) {
  await page.clock.runFor(600);
}

/** Touches a service and lets the confirmation settle. */
export async function chooseService(page: Page, service: string) {
  await page.locator(`[data-service="${service}"]`).click();
  await page.locator('.take').waitFor();
  await settle(page);
}

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PhoneView } from '#shared/contract/phone-views.ts';
import { openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { examplePicture, OWN, TOKEN } from './example-view.ts';

type Stage = Awaited<ReturnType<typeof createStage>>;

/** For tests: the phone in a real browser before a stage. */
export type OpenedPhone = { page: Page; stage: Stage; faults: string[]; close(): Promise<void> };

/** What the house says of the token when a test does not care. */
export const KNOWN = { ok: true, answer: { number: 'A012', service: 'dat-dai', handle: OWN } };

/** Opens the page of a slip, with its clock in the test's hand and its sounds and shakes counted in `window.rung`. */
export async function openPhone(
  browser: Browser,
  options: BrowserContextOptions & { token?: string; picture?: PhoneView | null } = {},
  answerWith: Parameters<typeof createStage>[0] = () => KNOWN,
): Promise<OpenedPhone> {
  const { token = TOKEN, picture = examplePicture(4), ...context } = options;
  const stage = await createStage(answerWith);
  if (picture) stage.show('view:phone', picture);
  const opened = await openPage(browser, 'about:blank', { ...context, isMobile: true, hasTouch: true });
  await opened.page.addInitScript(() => {
    const rung = { notes: 0, shakes: 0 };
    Object.assign(window, { rung });
    navigator.vibrate = (pattern) => {
      if (Array.isArray(pattern)) rung.shakes += 1;
      return true;
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      rung.notes += 1;
      start.call(this, when);
    };
  });
  await opened.page.clock.install();
  await opened.page.goto(`${stage.url}/t/${token}`);
  await opened.page.locator('.phone').waitFor();
  await opened.page.evaluate(() => document.fonts.ready);
  return {
    page: opened.page,
    stage,
    faults: opened.faults,
    async close() {
      await opened.context.close();
      await stage.close();
    },
  };
}

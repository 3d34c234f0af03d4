import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_VIEWS } from '#counter/example-views.ts';
import type { CallSeen } from '#shared/contract/display-views.ts';
import { intersecting, launchBrowser, openPage, tooFaint } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function aClerkSees(seen: CallSeen | null, viewport = { width: 800, height: 900 }) {
  const stage = await createStage();
  stage.show('view:counter', { ...EXAMPLE_VIEWS.called, seen });
  const { page, context } = await openPage(browser, `${stage.url}/counter/?counter=3`, { viewport });
  await page.waitForSelector('.at-counter');
  const close = async () => {
    await context.close();
    await stage.close();
  };
  return { stage, page, close };
}

it('[B18] a clerk sees that his call stands on a display, and that it was spoken', async () => {
  const { stage, page, close } = await aClerkSees({ shown: false, spoken: false, trouble: null });
  const marks = () => page.locator('.call-mark').allTextContents();
  expect(await marks()).toEqual([]);
  stage.show('view:counter', { ...EXAMPLE_VIEWS.called, seen: { shown: true, spoken: false, trouble: null } });
  await expect.poll(marks).toEqual(['Đã hiện']);
  stage.show('view:counter', { ...EXAMPLE_VIEWS.called, seen: { shown: true, spoken: true, trouble: null } });
  await expect.poll(marks).toEqual(['Đã hiện', 'Đã đọc']);
  expect(await page.locator('.call-trouble').count()).toBe(0);
  await close();
});

it.each([
  ['not-shown', 'Không màn hình nào hiện số này. Hãy gọi trực tiếp.'],
  ['not-spoken', 'Loa không đọc được số này. Hãy gọi trực tiếp.'],
] as const)('[B19] a clerk reads what went wrong with his call: %s', async (trouble, words) => {
  for (const viewport of [
    { width: 360, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    const { page, close } = await aClerkSees({ shown: trouble === 'not-spoken', spoken: false, trouble }, viewport);
    expect(await page.getByRole('status').filter({ hasText: words }).count()).toBe(1);
    expect(await intersecting(page, '.at-counter > :not(.sr-only), .facts > *, .phase > *')).toEqual([]);
    expect(await tooFaint(page, 7)).toEqual([]);
    await close();
  }
});

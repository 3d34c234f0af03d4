import type { Browser, Page } from 'playwright-core';
import type { ViewName, Views } from '#shared/contract/views.ts';
import { openPage } from '#tests/browser/browser.ts';
import { createStage, type Heard } from '#tests/stage/stage.ts';
import type { OpenedScene, SceneOptions } from './scene.ts';

type Stage = Awaited<ReturnType<typeof createStage>>;
export type StagedScene = OpenedScene & { stage: Stage };

type Play = {
  path: string;
  /** The moment on the page's clock, which the test has in its hand. */
  at: number;
  views: Partial<Views>;
  /** Stands on the page once the picture is drawn. */
  until: string;
  answerWith?: ((heard: Heard) => unknown) | undefined;
};

/** Any page of the staff before a stage, in the language wanted, with its clock in the test's hand. */
export async function openStaged(
  browser: Browser,
  { speech, ...look }: SceneOptions,
  { path, at, views, until, answerWith }: Play,
): Promise<StagedScene> {
  const stage = await createStage(answerWith);
  // The keys of an object of views are their names.
  for (const [name, view] of Object.entries(views)) stage.show(name as ViewName, view);
  const { page, context, faults } = await openPage(browser, 'about:blank', { ...look, reducedMotion: 'reduce' });
  await page.clock.install({ time: at });
  if (speech === 'en') await page.addInitScript(() => localStorage.setItem('luot-staff-language', 'en'));
  await page.goto(stage.url + path);
  await page.locator(until).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
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

/** What the other windows of this machine do when the staff change the language in one. */
export function turnStaffTo(page: Page, speech: SceneOptions['speech']): Promise<void> {
  return page.evaluate((newValue) => {
    dispatchEvent(new StorageEvent('storage', { key: 'luot-staff-language', newValue }));
  }, speech);
}

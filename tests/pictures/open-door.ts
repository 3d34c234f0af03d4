import type { Browser } from 'playwright-core';
import type { DoorView } from '#shared/contract/access-views.ts';
import { EXAMPLE_DOORS } from '#shared/page/door/example-doors.ts';
import { openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import type { OpenedScene, SceneOptions } from './scene.ts';

/** Any page before it is let in. */
export async function openDoor(
  browser: Browser,
  { speech, ...look }: SceneOptions,
  path: string,
  door: DoorView = EXAMPLE_DOORS.pairing,
): Promise<OpenedScene> {
  const stage = await createStage();
  stage.show('view:door', door);
  const { page, context, faults } = await openPage(browser, 'about:blank', { ...look, reducedMotion: 'reduce' });
  if (speech === 'en') await page.addInitScript(() => localStorage.setItem('luot-staff-language', 'en'));
  await page.goto(stage.url + path);
  await page.locator('.door').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return {
    page,
    faults,
    async close() {
      await context.close();
      await stage.close();
    },
  };
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openStaged, type StagedScene } from '#tests/pictures/open-staged.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import { EXAMPLE_AT, EXAMPLE_STARTS } from './example-starts.ts';

/** What the last slip of the scenes looks like. */
const SLIP = readFileSync(resolve(import.meta.dirname, '../printer/golden/slip-80.png'));

type Opens = (browser: Browser, options: SceneOptions) => Promise<OpenedScene>;

function starts(
  name: keyof typeof EXAMPLE_STARTS | null,
  play?: (scene: StagedScene) => Promise<unknown>,
  answerWith?: () => unknown,
): Opens {
  return async (browser, options) => {
    const scene = await openStaged(browser, options, {
      path: '/',
      at: EXAMPLE_AT,
      views: name ? { 'view:start': EXAMPLE_STARTS[name] } : {},
      until: '.note',
      answerWith,
    });
    await play?.(scene);
    await stopClock(scene.page);
    return scene;
  };
}

const SCENES: Record<string, Opens> = {
  'first-run': starts('closed'),
  'closed-with-manager': starts('closedWithManager'),
  running: starts('open'),
  'held-open': starts('extended'),
  demo: starts('open', async ({ page, stage }) => {
    await page.route('**/latest-paper.png?*', (route) => route.fulfill({ contentType: 'image/png', body: SLIP }));
    stage.show('view:start', EXAMPLE_STARTS.demo);
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.latest-paper img')?.complete);
  }),
  opening: starts(
    'closed',
    async ({ page }) => {
      await page.locator('.extend').click();
      await page.locator('.extend[aria-disabled=true]').waitFor();
    },
    () => undefined,
  ),
  refused: starts(
    'closed',
    async ({ page }) => {
      await page.locator('.extend').click();
      await page.locator('.refusal').waitFor();
    },
    () => ({ ok: false, refusal: 'day-closed' }),
  ),
  connecting: starts(null),
  'no-connection': starts('open', async ({ page, stage }) => {
    stage.drop();
    await page.locator('.note.alarm').waitFor();
  }),
};

/** Every state in which the start page can be found. It speaks both languages at once. */
export const START_SCENES: RoomScenes = {
  room: 'start',
  sizes: { '1366x768': { width: 1366, height: 768 }, phone: { width: 390, height: 844 } },
  schemes: ['light', 'dark'],
  speeches: ['vi'],
  contrast: 4.5,
  mayScroll: true,
  scenes: SCENES,
};

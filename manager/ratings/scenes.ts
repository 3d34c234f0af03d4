import type { Browser } from 'playwright-core';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { EXAMPLE_RATINGS } from '#manager/example-ratings.ts';
import type { RatingsView } from '#shared/contract/rating-views.ts';
import { openStaged } from '#tests/pictures/open-staged.ts';
import type { OpenedScene, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';

type Opens = (browser: Browser, options: SceneOptions) => Promise<OpenedScene>;

const ratingsSheet =
  (ratings: RatingsView): Opens =>
  async (browser, options) => {
    const views = { 'view:manager': EXAMPLE_HALLS.busy, 'view:access': EXAMPLE_ACCESS.quiet, 'view:ratings': ratings };
    const scene = await openStaged(browser, options, {
      ...{ path: '/manager/#ratings', at: EXAMPLE_AT, views, until: '.ratings' },
    });
    await stopClock(scene.page);
    return scene;
  };

/** How content visitors were. */
export const RATINGS: Record<string, Opens> = {
  'ratings-none': ratingsSheet(EXAMPLE_RATINGS.none),
  'ratings-some': ratingsSheet(EXAMPLE_RATINGS.some),
};

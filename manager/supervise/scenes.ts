import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { EXAMPLE_MACHINES } from '#manager/example-machines.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { openStaged, type StagedScene } from '#tests/pictures/open-staged.ts';
import type { RoomScenes } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';

const { busy, helpless } = EXAMPLE_HALLS;

/** The manager's page, after what is played on it. */
function hall(view: ManagerView, play?: (scene: StagedScene) => Promise<unknown>, path = '/manager/', no?: string) {
  const open: RoomScenes['scenes'][string] = async (browser, options) => {
    const scene = await openStaged(browser, options, {
      path,
      at: EXAMPLE_AT,
      views: {
        'view:manager': view,
        'view:access': EXAMPLE_ACCESS.quiet,
        'view:machines': EXAMPLE_MACHINES.well,
      },
      until: '.hall',
      ...(no ? { answerWith: () => ({ ok: false, refusal: no }) } : {}),
    });
    await play?.(scene);
    await stopClock(scene.page);
    return scene;
  };
  return open;
}

/** Opens one counter, and presses what is named in it. */
function counter(id: number, ...presses: string[]) {
  return async ({ page }: StagedScene) => {
    await page
      .locator('.counters .sign')
      .nth(id - 1)
      .click();
    for (const press of presses) await page.locator(`.dialog ${press}`).first().click();
    await page.locator('.dialog .confirm').waitFor();
  };
}

/** One counter looked at and directed; counters that call for help. */
export const SUPERVISE: RoomScenes['scenes'] = {
  'counter-serving': hall(busy, counter(1)),
  'counter-called': hall(busy, counter(11)),
  'counter-free': hall(busy, counter(13)),
  'counter-paused': hall(busy, counter(2)),
  'counter-reassigned': hall(helpless, counter(8)),
  'counter-ask-pause': hall(busy, counter(13, '[data-step=pause]')),
  'counter-ask-close': hall(busy, counter(11, '[data-step=close]')),
  'counter-assign': hall(helpless, counter(8, '[data-step=assign]')),
  'counter-assign-left': hall(busy, counter(11, '[data-step=assign]', '.assign-row >> nth=8 >> [data-way=no]')),
  'counter-assign-refused': hall(
    helpless,
    async (scene) => {
      await counter(8, '[data-step=assign]')(scene);
      await scene.page.locator('.dialog .primary').click();
      await scene.page.locator('.dialog .notice p').waitFor();
    },
    '/manager/',
    'nobody-would-serve',
  ),
  'help-called': hall(helpless),
  'help-called-access': hall(helpless, undefined, '/manager/#access'),
  'help-called-offline': hall(helpless, async ({ page, stage }) => {
    stage.drop();
    await page.locator('.banner').waitFor();
  }),
};

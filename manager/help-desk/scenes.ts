import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { EXAMPLE_MACHINES } from '#manager/example-machines.ts';
import { exampleFound } from '#shared/page/help-desk/example-help-desk.ts';
import { openStaged, type StagedScene } from '#tests/pictures/open-staged.ts';
import type { RoomScenes } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import type { Heard } from '#tests/stage/stage.ts';

const FOUND = exampleFound(EXAMPLE_AT);
const yes = (answer: object) => ({ ok: true, answer });
const issued = (heard: Heard) =>
  heard.name === 'ticket:take'
    ? yes({ ticket: 'ticket-A012', number: 'A012', ahead: 4 })
    : yes({ ...FOUND.waiting, history: [...FOUND.waiting.history.slice(0, 1), { ...SLIP, what: 'slip-refused' }] });
const SLIP = { at: EXAMPLE_AT, counter: null, reason: null };

/** The manager's sheet of the help desk, after what is played on it. */
function helpDesk(answerWith: (heard: Heard) => unknown, play?: (scene: StagedScene) => Promise<unknown>) {
  const open: RoomScenes['scenes'][string] = async (browser, options) => {
    const scene = await openStaged(browser, options, {
      path: '/manager/#help-desk',
      at: EXAMPLE_AT,
      views: {
        'view:manager': EXAMPLE_HALLS.busy,
        'view:access': EXAMPLE_ACCESS.quiet,
        'view:machines': EXAMPLE_MACHINES.well,
      },
      until: '.help-desk',
      answerWith,
    });
    await play?.(scene);
    await stopClock(scene.page);
    return scene;
  };
  return open;
}

function lookUp(number: string) {
  return async ({ page }: StagedScene) => {
    await page.locator('.desk-input').first().fill(number);
    await page.keyboard.press('Enter');
    await page.locator('.desk-found, .notice p').first().waitFor();
  };
}

/** Every state of the help desk. */
export const HELP_DESK: RoomScenes['scenes'] = {
  'help-desk': helpDesk(() => yes({})),
  'help-desk-choosing': helpDesk(
    () => yes({}),
    async ({ page }) => {
      const field = page.locator('.desk-input').nth(1);
      for (const typed of ['can', 'dat']) {
        await field.fill(typed);
        await field.press('Enter');
      }
      await page.locator('.desk-tick input').first().check();
      await field.fill('h');
    },
  ),
  'help-desk-issued': helpDesk(issued, async ({ page }) => {
    await page.locator('.desk-service').first().click();
    await page.locator('.desk-part .primary').nth(1).click();
    await page.locator('[data-slip=refused]').first().waitFor();
  }),
  'help-desk-waiting': helpDesk(() => yes(FOUND.waiting), lookUp('a12')),
  'help-desk-serving': helpDesk(() => yes(FOUND.serving), lookUp('c5')),
  'help-desk-closed': helpDesk(() => yes(FOUND.cancelled), lookUp('A 012')),
  'help-desk-not-found': helpDesk(() => ({ ok: false, refusal: 'no-such-ticket' }), lookUp('A099')),
  'help-desk-cancelling': helpDesk(
    () => yes(FOUND.waiting),
    async (scene) => {
      await lookUp('A12')(scene);
      await scene.page.locator('.desk-found .secondary').last().click();
      await scene.page.locator('.desk-cancel .danger').click();
    },
  ),
};

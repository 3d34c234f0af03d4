import type { Browser } from 'playwright-core';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_CHOICES } from '#manager/example-choices.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import type { ChoicesView } from '#shared/contract/choices-views.ts';
import { openStaged, type StagedScene } from '#tests/pictures/open-staged.ts';
import type { OpenedScene, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';

type Opens = (browser: Browser, options: SceneOptions) => Promise<OpenedScene>;
type Play = (scene: StagedScene) => Promise<unknown>;
type Answer = () => unknown;
const no = (refusal: string) => () => ({ ok: false, refusal });

/** What the hall sees and hears. */
function displaysSheet(choices: ChoicesView, play?: Play, answer?: Answer): Opens {
  return async (browser, options) => {
    const scene = await openStaged(browser, options, {
      path: '/manager/#displays',
      at: EXAMPLE_AT,
      views: { 'view:manager': EXAMPLE_HALLS.busy, 'view:access': EXAMPLE_ACCESS.quiet, 'view:choices': choices },
      until: '.voice',
      answerWith: answer,
    });
    await play?.(scene);
    await stopClock(scene.page);
    return scene;
  };
}

const VOICE: Record<string, Opens> = {
  'voice-usual': displaysSheet(EXAMPLE_CHOICES.none),
  'voice-chosen': displaysSheet(EXAMPLE_CHOICES.voice),
  'voice-not-whole': displaysSheet(EXAMPLE_CHOICES.voice, async ({ page }) => {
    await page.locator('.voice .voice-time').first().fill('08:30');
    await page.locator('.voice-says.is-missing').waitFor();
  }),
  'voice-refused': displaysSheet(
    EXAMPLE_CHOICES.voice,
    async ({ page }) => {
      await page.locator('.voice select').first().selectOption('vi-south');
      await page.locator('.voice .primary').click();
      await page.locator('.notice p').waitFor();
    },
    no('out-of-service'),
  ),
};

/** What an office has recorded so far, as the page reads it. */
async function hasRecorded({ page, stage }: StagedScene) {
  const clips = [['wording-1', 'xin mời công dân có số'] as const, ['wording-2', 'đến quầy số'] as const];
  const list = clips.map(([id, says]) => ({ id, says, durationMs: 900, address: `/voice/office/clip-${id}.wav` }));
  await page.route('**/voice/office/manifest.json*', (route) => route.fulfill({ json: { clips: list } }));
  stage.show('view:choices', { ...EXAMPLE_CHOICES.voice, recorded: '/voice/office/manifest.json?v=1' });
  await page.locator('.recorder-done').first().waitFor();
}

const RECORDER: Record<string, Opens> = {
  'recorder-begun': displaysSheet(EXAMPLE_CHOICES.voice, async (scene) => {
    await hasRecorded(scene);
    for (const group of [1, 2, 3, 4]) await scene.page.locator('.recorder summary').nth(group).click();
    await scene.page.locator('.recorder-group .small').first().click();
    await scene.page.locator('.recorder-text').waitFor();
  }),
  'recorder-refused': displaysSheet(EXAMPLE_CHOICES.voice, async ({ page }) => {
    await page.evaluate(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await page.locator('.recorder-group .small').last().dispatchEvent('click');
    await page.locator('.recorder-desk .primary').click();
    await page.locator('.recorder-says.is-missing').waitFor();
  }),
};

const INFORMATION: Record<string, Opens> = {
  'information-chosen': displaysSheet(EXAMPLE_CHOICES.information),
  'information-looked-at': displaysSheet(EXAMPLE_CHOICES.information, async ({ page }) => {
    await page.locator('.information-acts button').nth(2).click();
    await page.locator('.information-title').waitFor();
  }),
  'information-not-whole': displaysSheet({ ...EXAMPLE_CHOICES.information, isDamaged: true }, async ({ page }) => {
    await page.locator('.information .add').click();
    await page.locator('.information-says.is-missing').waitFor();
  }),
};

/** What the hall sees and hears, in every state of its sheet. */
export const DISPLAYS: Record<string, Opens> = { ...VOICE, ...RECORDER, ...INFORMATION };

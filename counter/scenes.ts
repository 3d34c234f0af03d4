import type { Browser } from 'playwright-core';
import type { CounterView } from '#shared/contract/views.ts';
import { EXAMPLE_DOORS, EXAMPLE_AT as MORNING } from '#shared/page/door/example-doors.ts';
import { exampleFound } from '#shared/page/help-desk/example-help-desk.ts';
import { openStaged, type StagedScene, turnStaffTo } from '#tests/pictures/open-staged.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import { MOMENTS } from './example-moments.ts';
import { EXAMPLE_AT, EXAMPLE_CHOICE, EXAMPLE_VIEWS } from './example-views.ts';

const { idle, called, calledOften, serving, nobody, paused, closed } = EXAMPLE_VIEWS;
type Opens = (browser: Browser, options: SceneOptions) => Promise<OpenedScene>;
type Answer = () => unknown;
const no = (refusal: string) => () => ({ ok: false, refusal });
const silence = () => undefined;

/** Counter 3 in a state, and what is done with it before it is looked at. */
function atDesk(view: CounterView, play: (scene: StagedScene) => Promise<unknown> = async () => {}, answer?: Answer) {
  return async (browser: Browser, options: SceneOptions) => {
    const scene = await openStaged(browser, options, {
      path: '/counter/?counter=3',
      at: EXAMPLE_AT,
      views: { 'view:counter': view },
      until: '.at-counter',
      answerWith: answer,
    });
    await play(scene);
    await stopClock(scene.page);
    return scene;
  };
}

/** A key, and what stands on the page after it. */
function key(name: string, until: string) {
  return async ({ page }: StagedScene) => {
    await page.keyboard.press(name);
    await page.locator(until).first().waitFor();
  };
}

/** The door of counter 3, and what is done there. */
function atDoor(
  name: keyof typeof EXAMPLE_DOORS,
  play: (scene: StagedScene) => Promise<unknown>,
  answer?: Answer,
): Opens {
  return async (browser, options) => {
    const scene = await openStaged(browser, options, {
      path: '/counter/?counter=3',
      at: MORNING,
      views: { 'view:door': EXAMPLE_DOORS[name] },
      until: '.door',
      answerWith: answer,
    });
    await play(scene);
    await stopClock(scene.page);
    return scene;
  };
}

const NAME = '.clerk-name >> nth=1';
async function typePin({ page }: StagedScene, digits: string, until: string) {
  await page.locator(NAME).click();
  await page.locator('.pin-dots').waitFor();
  await page.keyboard.type(digits);
  await page.locator(until).first().waitFor();
}

const STATES: Record<string, Opens> = {
  closed: atDesk(closed),
  'nobody-waiting': atDesk(nobody),
  idle: atDesk(idle),
  called: atDesk(called),
  'called-often': atDesk(calledOften),
  serving: atDesk(serving),
  paused: atDesk(paused),
  'auto-call': atDesk(MOMENTS.autoCall),
  'auto-call-held': atDesk(MOMENTS.autoCallHeld),
  'help-called': atDesk(MOMENTS.helpCalled),
  'help-of-many': atDesk(MOMENTS.helpOfMany),
  'help-held': atDesk(called, async ({ page }) => {
    await page.keyboard.down('e');
    await page.locator('.help-button.is-held').waitFor();
  }),
  dossiers: atDesk(serving, async ({ page }) => {
    await page.keyboard.type('12oy');
    await page.locator('[data-action="dossiers:online"][aria-pressed=true]').waitFor();
  }),
  reassigned: atDesk(MOMENTS.reassigned),
  'long-line': atDesk(MOMENTS.longLine),
  'long-names': atDesk(MOMENTS.longNames),
};

const DIALOGS: Record<string, Opens> = {
  'ask-transfer': atDesk(serving, key('t', '.dialog .choice')),
  'ask-transfer-chosen': atDesk(serving, async (scene) => {
    await key('t', '.dialog .choice')(scene);
    await scene.page.locator('.dialog .choice', { hasText: 'Đăng ký thế chấp' }).click();
    await scene.page.locator('.choices.counters').waitFor();
    await scene.page.locator('.field input').last().fill('Đã đủ bản sao, nhờ anh chị xem lại trích lục.');
  }),
  'ask-transfer-not-found': atDesk(serving, async (scene) => {
    await key('t', '.dialog .choice')(scene);
    await scene.page.keyboard.type('xyz');
    await scene.page.locator('.dialog .choice').first().waitFor({ state: 'detached' });
  }),
  'ask-add-service': atDesk(serving, key('a', '.dialog .choice')),
  'ask-keys': atDesk(idle, key('b', '.dialog .own-key')),
  'ask-keys-taken': atDesk(idle, async (scene) => {
    await key('b', '.dialog .own-key')(scene);
    await scene.page.locator('.own-key').nth(3).click();
    await scene.page.locator('.own-key.is-waiting').waitFor();
    await scene.page.keyboard.press('f');
    await scene.page.locator('.own-keys-say', { hasText: '“' }).waitFor();
  }),
  'ask-which': atDesk(called, key('x', '.dialog .choice')),
  'ask-cancel': atDesk(called, async (scene) => {
    await key('x', '.dialog .choice')(scene);
    await scene.page.keyboard.press('Enter');
    await scene.page.locator('.dialog .reason').first().waitFor();
  }),
  'ask-resume': atDesk(idle, key('l', '.dialog .choice')),
  'help-desk': atDesk(called, key('q', '.dialog .help-desk')),
  'help-desk-found': atDesk(
    called,
    async (scene) => {
      await key('q', '.dialog .help-desk')(scene);
      await scene.page.keyboard.type('a12');
      await scene.page.keyboard.press('Enter');
      await scene.page.locator('.dialog', { hasText: 'A012' }).waitFor();
    },
    () => ({ ok: true, answer: exampleFound(EXAMPLE_AT).waiting }),
  ),
  'ask-pause': atDesk(idle, key('p', '.dialog .reason')),
  'ask-call-this': atDesk(idle, async ({ page }) => {
    await page.locator('.row-button').nth(2).click();
    await page.locator('.dialog .reason').first().waitFor();
  }),
  'ask-close': atDesk(called, async ({ page }) => {
    await page.locator('.day-nav button').first().click();
    await page.locator('.dialog .confirm').waitFor();
  }),
  'ask-pause-refused': atDesk(
    idle,
    async (scene) => {
      await key('p', '.dialog .reason')(scene);
      await scene.page.locator('.reason').first().click();
      await scene.page.locator('.dialog .notice p').waitFor();
    },
    no('finish-first'),
  ),
};

const TROUBLES: Record<string, Opens> = {
  refused: atDesk(called, key('f', '.notice p'), no('stale-picture')),
  'nobody-came': atDesk(nobody, key('Space', '.notice p'), () => ({ ok: true, answer: { called: null } })),
  sending: atDesk(called, key('Space', '.primary.is-under-way'), silence),
  'no-connection': atDesk(called, async ({ page, stage }) => {
    stage.drop();
    await page.locator('.banner').waitFor();
  }),
  'no-connection-in-question': atDesk(serving, async (scene) => {
    await key('t', '.dialog .choice')(scene);
    scene.stage.drop();
    await scene.page.locator('.dialog-offline').waitFor();
  }),
};

const DOORS: Record<string, Opens> = {
  'pairing-code': atDoor('pairingCounter', async () => {}),
  'door-names': atDoor('fewClerks', async () => {}),
  'door-many-names': atDoor('manyClerks', async () => {}),
  'door-no-names': atDoor('noClerks', async () => {}),
  'door-pin': atDoor('fewClerks', (scene) => typePin(scene, '246', '.pin-dot.is-set >> nth=2')),
  'door-wrong-pin': atDoor('fewClerks', (scene) => typePin(scene, '246810', '.door-says.is-no'), no('wrong-pin')),
  'door-wait': atDoor('fewClerks', (scene) => typePin(scene, '246810', '.door-says.is-no'), no('wait-before-trying')),
  'door-take-over': atDoor('fewClerks', (scene) => typePin(scene, '246810', '.dialog'), no('in-use-elsewhere')),
  'door-no-connection': atDoor('fewClerks', async ({ page, stage }) => {
    stage.drop();
    await page.locator('.door-trouble').waitFor();
  }),
};

/** Every state in which a clerk can find the counter's page. */
export const COUNTER_SCENES: RoomScenes = {
  room: 'counter',
  sizes: {
    '1920x1080': { width: 1920, height: 1080 },
    '1366x768': { width: 1366, height: 768 },
    '800x600': { width: 800, height: 600 },
    '360x640': { width: 360, height: 640 },
  },
  schemes: ['light', 'dark'],
  speeches: ['vi', 'en'],
  turnTo: turnStaffTo,
  contrast: 7,
  mayScroll: true,
  scenes: {
    'choose-counter': async (browser, options) => {
      const scene = await openStaged(browser, options, {
        path: '/counter/',
        at: EXAMPLE_AT,
        views: { 'view:counters': EXAMPLE_CHOICE },
        until: '.counter-card',
      });
      await stopClock(scene.page);
      return scene;
    },
    ...STATES,
    ...DIALOGS,
    ...TROUBLES,
    ...DOORS,
  },
};

import type { Browser } from 'playwright-core';
import { SCREENS } from '#tests/browser/browser.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import type { FoundHall } from './bridge.ts';
import { NEW_PC, type OpenedSetup, openSetupPage, type PlayedApp } from './open-setup-page.ts';

const FINGERPRINT = '3C:0F:9A:71:5E:D2:44:B8:06:1F:EA:97:C3:58:20:7D:B1:6E:84:F9:12:AB:CD:35:70:E6:4B:98:0D:57:A2:FE';

export const HALL: FoundHall = {
  name: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
  server: 'https://192.168.100.100:8443',
  fingerprint: FINGERPRINT,
  isProved: false,
};
const OTHER: FoundHall = {
  ...HALL,
  name: 'Trung tâm Phục vụ hành chính công xã Vĩnh Hòa',
  server: 'https://192.168.100.120:8443',
};

/** A PC in a network with two halls, and what answers at typed addresses. */
export const IN_THE_HALL: PlayedApp = {
  ...NEW_PC,
  halls: [HALL, OTHER],
  at: {
    '192.168.100.100': HALL,
    'luot:192.168.100.100': { ...HALL, isProved: true },
    localhost: { name: 'Lượt', server: 'http://localhost:8080', fingerprint: null, isProved: true },
    'fax-machine': 'not-a-hall',
  },
};

const SET_UP: PlayedApp = {
  ...IN_THE_HALL,
  picture: {
    ...NEW_PC.picture,
    role: 'kiosk',
    server: HALL.server,
    fingerprint: FINGERPRINT,
    hasExitPin: true,
  },
};

const role = (name: string) => `.role[data-role="${name}"]`;

/** Taps a PIN on the page's own pad. */
export async function tapPin({ page }: OpenedSetup, pin: string) {
  for (const digit of pin) await page.locator('.number-pad').getByRole('button', { name: digit, exact: true }).click();
}

/** As far as the question for the hall. */
async function toHall({ page }: OpenedSetup, as = 'kiosk') {
  await page.locator(role(as)).click();
  await page.locator('.halls').waitFor();
}

/** As far as the last screen. */
async function toReady(setup: OpenedSetup) {
  await toHall(setup);
  await setup.page.locator('.hall').first().click();
  await setup.page.locator('.answers .primary').click();
  await setup.page.locator('.pin').waitFor();
  await tapPin(setup, '280419');
  await tapPin(setup, '280419');
  await setup.page.locator('.ready').waitFor();
}

const PLAYS: Record<string, { app?: PlayedApp; play(setup: OpenedSetup): Promise<unknown> }> = {
  role: { play: async () => {} },
  'role-again': { app: SET_UP, play: async () => {} },
  'hall-nobody-heard': { app: NEW_PC, play: toHall },
  hall: {
    async play(setup) {
      await toHall(setup);
      await setup.page.locator('.hall').nth(1).waitFor();
    },
  },
  'hall-keys-and-no-answer': {
    app: SET_UP,
    async play(setup) {
      await toHall(setup);
      await setup.page.locator('.typed [aria-pressed]').click();
      await setup.page.locator('.typed input').fill('192.168.100.10');
      await setup.page.keyboard.press('Enter');
      await setup.page.locator('.says small').waitFor();
    },
  },
  'is-this-it': {
    async play(setup) {
      await toHall(setup);
      await setup.page.locator('.hall').first().click();
      await setup.page.locator('.hall-key').waitFor();
    },
  },
  'is-this-it-proved': {
    async play(setup) {
      await toHall(setup);
      await setup.page.locator('.typed input').fill('luot:192.168.100.100');
      await setup.page.keyboard.press('Enter');
      await setup.page.locator('.proved').waitFor();
    },
  },
  pin: { play: ({ page }) => page.locator(role('all-in-one')).click() },
  'pin-differs': {
    app: { ...SET_UP, picture: { ...SET_UP.picture, role: 'all-in-one' } },
    async play(setup) {
      await setup.page.locator(role('all-in-one')).click();
      await tapPin(setup, '280419');
      await tapPin(setup, '280418');
      await tapPin(setup, '280');
    },
  },
  ready: { play: toReady },
  'ready-not-enough': {
    app: { ...IN_THE_HALL, isEnough: false },
    async play(setup) {
      await setup.page.locator(role('all-in-one')).click();
      await tapPin(setup, '280419');
      await tapPin(setup, '280419');
      await setup.page.locator('.start').click();
      await setup.page.locator('.says small').waitFor();
    },
  },
};

/** The first-run page of the app, in all its states. */
export const SETUP_SCENES: RoomScenes = {
  room: 'setup',
  sizes: { portrait: SCREENS.kioskPortrait, landscape: SCREENS.kioskLandscape, desk: { width: 1366, height: 768 } },
  // Both languages stand on it at once, and it follows no light: nobody has said anything yet.
  schemes: ['light'],
  speeches: ['vi'],
  contrast: 4.5,
  touchPx: () => 40,
  mayScroll: false,
  scenes: Object.fromEntries(
    Object.entries(PLAYS).map(([name, { app = IN_THE_HALL, play }]) => [
      name,
      async (browser: Browser, { viewport, colorScheme }: SceneOptions): Promise<OpenedScene> => {
        const setup = await openSetupPage(browser, { viewport, colorScheme }, app);
        await play(setup);
        return setup;
      },
    ]),
  ),
};

import type { Browser } from 'playwright-core';
import type { PhoneView } from '#shared/contract/phone-views.ts';
import { SCREENS } from '#tests/browser/browser.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import { atCounter, examplePicture, setAside } from './example-view.ts';
import { KNOWN, type OpenedPhone, openPhone } from './open-phone.ts';

type Wanted = {
  picture?: PhoneView | null;
  /** The state that the page must be in at the end. */
  state: string;
  answer?: unknown;
  play?: (phone: OpenedPhone) => Promise<unknown>;
};

/** The widest number there is. */
const WIDEST = { ok: true, answer: { ...KNOWN.answer, number: 'M888' } };
const UNKNOWN = { ok: false, refusal: 'no-such-slip' };

const STATES: Record<string, Wanted> = {
  waiting: { picture: examplePicture(4), state: 'waiting' },
  'waiting-behind-many': { picture: examplePicture(128, {}, 'the-chap'), state: 'waiting' },
  next: { picture: examplePicture(0, {}, 'the-chap'), state: 'waiting' },
  'sound-on': {
    picture: examplePicture(4),
    state: 'waiting',
    play: ({ page }) => page.locator('.allow-sound').tap(),
  },
  called: { picture: atCounter('called', 50, 114), state: 'called' },
  serving: { picture: atCounter('serving'), state: 'serving' },
  parked: { picture: setAside('parked'), state: 'parked' },
  absent: { picture: setAside('absent'), state: 'absent' },
  done: { picture: examplePicture(null), state: 'done' },
  expired: {
    picture: examplePicture(null),
    state: 'unknown',
    async play({ page }) {
      await page.locator('.done').waitFor();
      await page.clock.runFor(61 * 60_000);
    },
  },
  'unknown-token': { state: 'unknown', answer: UNKNOWN },
  connecting: { picture: null, state: 'connecting' },
  'no-connection': {
    picture: examplePicture(4),
    state: 'waiting',
    async play({ page, stage }) {
      await page.locator('.waiting').waitFor();
      stage.drop();
      await page.locator('.lost').waitFor();
    },
  },
};

async function openState(
  browser: Browser,
  { speech, ...look }: SceneOptions,
  { picture = examplePicture(4), state, answer = WIDEST, play }: Wanted,
): Promise<OpenedScene> {
  const locale = speech === 'vi' ? 'vi-VN' : 'en-GB';
  const phone = await openPhone(browser, { ...look, locale, reducedMotion: 'reduce', picture }, () => answer);
  await play?.(phone);
  await phone.page.locator(`.phone.${state}`).waitFor();
  await stopClock(phone.page);
  return phone;
}

/** Every state in which a visitor can find his turn on his phone. */
export const PHONE_SCENES: RoomScenes = {
  room: 'phone',
  sizes: { '390x844': SCREENS.phone, '360x640': { width: 360, height: 640 } },
  schemes: ['light', 'dark'],
  speeches: ['vi', 'en'],
  contrast: 7,
  touchPx: () => 44,
  mayScroll: false,
  scenes: Object.fromEntries(
    Object.entries(STATES).map(([name, wanted]) => [
      name,
      (browser: Browser, look: SceneOptions) => openState(browser, look, wanted),
    ]),
  ),
};

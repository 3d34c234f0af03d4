import type { Browser } from 'playwright-core';
import { SCREENS } from '#tests/browser/browser.ts';
import { openDoor } from '#tests/pictures/open-door.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import { chooseService, GIVEN, type OpenedKiosk, openKiosk, settle } from './open-kiosk.ts';
import { manyServices, sampleView } from './page/sample-view.ts';

const FOLLOW = 'http://192.168.100.100:8080/t/kJ3xW0q_Zt5Yb7-NfRu2Lw';

/** What the house says, by the service that is asked for. */
function answerOf({ input }: { input: unknown }) {
  const asked = JSON.stringify(input);
  if (asked.includes('can-cuoc')) return { ok: false, refusal: 'numbers-used-up' };
  if (asked.includes('van-hoa')) return { ok: false, refusal: 'too-many-requests' };
  if (asked.includes('ho-tich')) return { ok: false, refusal: 'no-connection' };
  if (asked.includes('chung-thuc')) return { ok: true, answer: { ...GIVEN.answer, follow: FOLLOW } };
  return asked.includes('bhxh') ? undefined : GIVEN;
}

/** Chooses a service and asks for its number. */
async function take({ page }: OpenedKiosk, service: string) {
  await chooseService(page, service);
  await page.locator('.take').click();
}

/** Until the kiosk says that it will go home. */
async function untilCountdown({ page }: OpenedKiosk, ms = 22_000) {
  await page.clock.runFor(ms);
  await page.locator('.countdown button').waitFor();
}

async function refused(kiosk: OpenedKiosk, service: string) {
  await take(kiosk, service);
  await kiosk.page.locator('.refused').waitFor();
  await untilCountdown(kiosk);
}

/** The states of the kiosk, each brought about from the home screen. */
const PLAYS: Record<string, (kiosk: OpenedKiosk) => Promise<unknown>> = {
  home: async () => {},
  'home-24-services': async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ services: manyServices() }));
    await page.locator('.service').nth(23).waitFor();
  },
  'home-no-paper': async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ printer: 'paper-out' }));
    await page.locator('.printer-note').waitFor();
  },
  confirm: ({ page }) => chooseService(page, 'the-chap'),
  'confirm-priority': async ({ page }) => {
    await chooseService(page, 'the-chap');
    await page.locator('.priority').click();
    await page.locator('.priority[aria-checked=true]').waitFor();
  },
  'confirm-three-services': async (kiosk) => {
    const { page } = kiosk;
    await chooseService(page, 'ld-tbxh');
    await page.locator('.quiet').click();
    await settle(page);
    await page.locator('[data-service="the-chap"]').click();
    await page.locator('[data-service="kinh-doanh"]').click();
    await page.locator('.primary').click();
    await untilCountdown(kiosk);
  },
  adding: async (kiosk) => {
    const { page } = kiosk;
    await chooseService(page, 'the-chap');
    await page.locator('.quiet').click();
    await page.locator('.choice').first().waitFor();
    await untilCountdown(kiosk);
  },
  'adding-24-services': async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ services: manyServices() }));
    await page.locator('.service').nth(23).waitFor();
    await chooseService(page, 'the-chap');
    await page.locator('.quiet').click();
    await page.locator('.choice').nth(21).waitFor();
    await settle(page);
    await page.locator('[data-service="dat-dai"]').click();
  },
  sending: async (kiosk) => {
    await take(kiosk, 'bhxh');
    await kiosk.page.clock.runFor(3_500);
    await kiosk.page.locator('.sending .message-hint:not(:empty)').waitFor();
  },
  'number-printing': async (kiosk) => {
    await take(kiosk, 'the-chap');
    await kiosk.page.locator('.number.printing').waitFor();
  },
  'number-printed': async (kiosk) => {
    kiosk.stage.show('view:kiosk', sampleView({ slips: [{ ticket: 'ticket-0001', outcome: 'printed' }] }));
    await take(kiosk, 'the-chap');
    await kiosk.page.locator('.number.printed .countdown button').waitFor();
  },
  'number-with-code': async (kiosk) => {
    kiosk.stage.show('view:kiosk', sampleView({ slips: [{ ticket: 'ticket-0001', outcome: 'printed' }] }));
    await take(kiosk, 'chung-thuc');
    await kiosk.page.locator('.number.printed .countdown button').waitFor();
  },
  'number-no-paper': async (kiosk) => {
    kiosk.stage.show('view:kiosk', sampleView({ printer: 'paper-out' }));
    await take(kiosk, 'chung-thuc');
    await kiosk.page.locator('.number.not-printed').waitFor();
    await untilCountdown(kiosk);
  },
  'number-no-printer': async (kiosk) => {
    kiosk.stage.show('view:kiosk', sampleView({ printer: 'none' }));
    await take(kiosk, 'the-chap');
    await kiosk.page.locator('.number.none').waitFor();
  },
  'number-unsure': async (kiosk) => {
    kiosk.stage.show('view:kiosk', sampleView({ slips: [{ ticket: 'ticket-0001', outcome: 'unknown' }] }));
    await take(kiosk, 'the-chap');
    await kiosk.page.locator('.number.unsure').waitFor();
  },
  'refused-used-up': (kiosk) => refused(kiosk, 'can-cuoc'),
  'refused-please-wait': (kiosk) => refused(kiosk, 'van-hoa'),
  'no-answer': (kiosk) => refused(kiosk, 'ho-tich'),
  closed: async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ open: false, nextFrom: Date.UTC(2026, 10, 24) }));
    await page.locator('.closed').waitFor();
  },
  'out-of-service': async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ outOfService: true }));
    await page.locator('.out-of-service').waitFor();
  },
  'no-connection': async ({ page, stage }) => {
    stage.drop();
    await page.clock.runFor(3_000);
    await page.locator('.connecting').waitFor();
  },
};

function sceneOf(play: (kiosk: OpenedKiosk) => Promise<unknown>) {
  return async (browser: Browser, { speech, ...look }: SceneOptions): Promise<OpenedScene> => {
    const kiosk = await openKiosk(browser, { ...look, reducedMotion: 'reduce' }, answerOf);
    if (speech === 'en') await kiosk.page.locator('.language').click();
    await play(kiosk);
    await stopClock(kiosk.page);
    return kiosk;
  };
}

/** Every state in which a visitor can find the kiosk. */
export const KIOSK_SCENES: RoomScenes = {
  room: 'kiosk',
  sizes: {
    portrait: SCREENS.kioskPortrait,
    landscape: SCREENS.kioskLandscape,
    '1366x768': { width: 1366, height: 768 },
  },
  schemes: ['light', 'dark'],
  speeches: ['vi', 'en'],
  contrast: 7,
  // 20 mm on a 21.5" panel, where 1080 px are 268 mm. Panels of 1366 × 768 are smaller: 15.6", 3.97 px a millimetre.
  touchPx: ({ width }) => (width === 1366 ? 79 : 81),
  mayScroll: false,
  scenes: {
    ...Object.fromEntries(Object.entries(PLAYS).map(([name, play]) => [name, sceneOf(play)])),
    'pairing-code': (browser, options) => openDoor(browser, options, '/kiosk/'),
  },
};

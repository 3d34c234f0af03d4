import type { Browser, Page } from 'playwright-core';
import type { SignView } from '#shared/contract/display-views.ts';
import { MOST_REASONS, USUAL_REASONS } from '#shared/domain/rating.ts';
import { openStaged } from '#tests/pictures/open-staged.ts';
import type { RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';

const MORNING = Date.UTC(2026, 10, 23, 1, 42);
const TOKEN = 'question-of-22-letters';
/** Thirty letters, the longest that the settings allow. */
const LONGEST = { vi: 'Hướng dẫn chưa rõ giấy cần nộp', en: 'Papers never made clear to me.' };

/** For tests: the display of a counter at which somebody was just served. */
export const ASKED: SignView = {
  at: MORNING,
  office: { vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu', en: 'Tân Châu one-stop office' },
  timeZone: 'Asia/Ho_Chi_Minh',
  counter: 3,
  state: 'free',
  number: null,
  service: null,
  services: ['Đất đai'],
  callSeq: null,
  rating: { token: TOKEN, askedAt: MORNING, reasons: USUAL_REASONS.map(({ id, name }) => ({ id, name })) },
};
const LONG: SignView = {
  ...ASKED,
  counter: 128,
  rating: {
    ...{ token: TOKEN, askedAt: MORNING },
    reasons: Array.from({ length: MOST_REASONS }, (_, at) => ({ id: `reason-${at}`, name: LONGEST })),
  },
};

type Play = (page: Page) => Promise<unknown>;

function question(view: SignView, play: Play = async () => undefined) {
  return async (browser: Browser, look: SceneOptions) => {
    const scene = await openStaged(browser, look, {
      path: '/display/?theme=auto&counter=3',
      at: view.at,
      views: { 'view:sign': view },
      until: '.rating-face',
    });
    await play(scene.page);
    await scene.page.evaluate(() =>
      Promise.all([400, 600, 800].map((weight) => document.fonts.load(`${weight} 9px 'Noto Sans'`, 'A1ầ'))),
    );
    await stopClock(scene.page);
    return scene;
  };
}

const dissatisfied: Play = async (page) => {
  await page.locator('.face-2').click();
  await page.locator('.rating-reason').first().waitFor();
};
const ticking: Play = async (page) => {
  await dissatisfied(page);
  await page.clock.runFor(1_000);
  for (const key of ['1', '5']) await page.keyboard.press(key);
  await page.locator('.rating-reason[aria-pressed=true]').nth(1).waitFor();
};

/** On little glasses, upright ones and tablets. */
export const RATING_SCENES: RoomScenes = {
  room: 'rating',
  sizes: {
    '800x480': { width: 800, height: 480 },
    '1024x600': { width: 1024, height: 600 },
    portrait: { width: 1080, height: 1920 },
    tablet: { width: 1280, height: 800 },
    bar: { width: 1920, height: 540 },
  },
  schemes: ['dark', 'light'],
  speeches: ['vi'],
  contrast: 7,
  mayScroll: false,
  scenes: {
    'rating-faces': question(ASKED),
    'rating-reasons': question(ASKED, dissatisfied),
    'rating-ticked': question(ASKED, ticking),
    'rating-longest': question(LONG, dissatisfied),
    'rating-thanks': question(ASKED, async (page) => {
      await page.locator('.face-5').click();
      await page.locator('.rating.is-thanks').waitFor();
    }),
  },
};

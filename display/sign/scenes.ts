import type { Browser } from 'playwright-core';
import type { SignView } from '#shared/contract/display-views.ts';
import { openStaged } from '#tests/pictures/open-staged.ts';
import type { RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';

const MORNING = Date.UTC(2026, 10, 23, 1, 42);

const CALLING: SignView = {
  at: MORNING,
  office: { vi: 'Trung tâm Phục vụ hành chính công phường Tân Châu', en: 'Tân Châu one-stop office' },
  timeZone: 'Asia/Ho_Chi_Minh',
  counter: 3,
  state: 'calling',
  number: 'A024',
  service: { name: { vi: 'Đất đai', en: 'Land' }, short: 'Đất đai' },
  services: ['Đất đai', 'Đăng ký thế chấp'],
  callSeq: 101,
  rating: null,
};
const NOBODY = { number: null, service: null, callSeq: null };
/** Eighty letters, the longest that the settings allow. */
const LONGEST = 'Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất đai ở';

/** For tests: every state of the small display above a counter. */
export const SIGNS: Record<string, SignView> = {
  'sign-calling': CALLING,
  'sign-serving': { ...CALLING, counter: 128, state: 'serving', number: 'W888' },
  'sign-longest-name': { ...CALLING, counter: 40, service: { name: { vi: LONGEST, en: LONGEST }, short: 'Thế chấp' } },
  'sign-free': { ...CALLING, ...NOBODY, state: 'free' },
  'sign-free-for-much': {
    ...{ ...CALLING, ...NOBODY, state: 'free', counter: 14 },
    services: Array.from({ length: 8 }, () => 'Nông nghiệp – Môi trường'),
  },
  'sign-paused': { ...CALLING, ...NOBODY, state: 'paused' },
  'sign-closed': { ...CALLING, ...NOBODY, state: 'closed', counter: 14 },
};

async function openSign(browser: Browser, look: SceneOptions, view: SignView) {
  const scene = await openStaged(browser, look, {
    path: '/display/?theme=auto&counter=3',
    at: MORNING,
    views: { 'view:sign': view },
    until: '.sign',
  });
  await scene.page.evaluate(() =>
    Promise.all([400, 600, 800].map((weight) => document.fonts.load(`${weight} 9px 'Noto Sans'`, 'A1ầ'))),
  );
  await stopClock(scene.page);
  return scene;
}

/** The little glasses that are sold for this. */
export const SIGN_SCENES: RoomScenes = {
  room: 'sign',
  sizes: {
    '800x480': { width: 800, height: 480 },
    '1024x600': { width: 1024, height: 600 },
    bar: { width: 1920, height: 540 },
  },
  schemes: ['dark', 'light'],
  speeches: ['vi'],
  contrast: 7,
  mayScroll: false,
  scenes: Object.fromEntries(
    Object.entries(SIGNS).map(([name, view]) => [
      name,
      (browser: Browser, look: SceneOptions) => openSign(browser, look, view),
    ]),
  ),
};

import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { openPage, SCREENS } from '#tests/browser/browser.ts';
import { openDoor } from '#tests/pictures/open-door.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import { createStage } from '#tests/stage/stage.ts';
import { longNames, sampleBoard, sampleCall, sampleCalls } from './sample-board.ts';

type Stage = Awaited<ReturnType<typeof createStage>>;
type Wanted = {
  /** Newest first. */
  calls: readonly BoardCall[];
  /** So many of them have just been called. */
  lit?: number;
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
  /** What is otherwise than in the sample. */
  otherwise?: Partial<BoardView>;
  /** Behind `?theme=auto` in the address. */
  query?: string;
  /** Once the board stands. */
  play?: (page: Page, stage: Stage) => Promise<unknown>;
};

const HALL = resolve(import.meta.dirname, '../docs/pictures/hall.png');
const MORNING = Date.UTC(2026, 10, 23, 1, 42);

/** Opens the board in the morning, its clock standing still. */
async function openBoard(browser: Browser, look: SceneOptions, wanted: Wanted): Promise<OpenedScene> {
  const { calls, lit = 0, prepare, play, otherwise = {}, query = '' } = wanted;
  const stage = await createStage(undefined, { '/information/hall.png': HALL });
  const board = (shown: readonly BoardCall[]) => ({ ...sampleBoard(MORNING, shown), ...otherwise });
  const { page, context, faults } = await openPage(browser, 'about:blank', { ...look, reducedMotion: 'reduce' });
  await page.clock.install({ time: MORNING - 1_000 });
  await prepare?.(page);
  stage.show('view:board', board(calls.slice(lit)));
  await page.goto(`${stage.url}/display/?theme=auto${query}`);
  await page.locator('.board').waitFor();
  if (lit > 0) {
    const young = calls.slice(0, lit).map((call) => ({ ...call, calledAt: MORNING }));
    stage.show('view:board', board([...young, ...calls.slice(lit)]));
    await page.waitForFunction((count) => document.querySelectorAll('.call-row.lit').length === count, lit);
  }
  await play?.(page, stage);
  await page.evaluate(() =>
    Promise.all([400, 600, 800].map((weight) => document.fonts.load(`${weight} 9px 'Noto Sans'`, 'A1ầ'))),
  );
  await stopClock(page);
  return {
    page,
    faults,
    async close() {
      await context.close();
      await stage.close();
    },
  };
}

/** A display that has been plugged in before the server. */
async function openUnconnected(
  browser: Browser,
  look: SceneOptions,
  passes: number,
  sight: string,
): Promise<OpenedScene> {
  const stage = await createStage();
  stage.drop();
  const { page, context, faults } = await openPage(browser, 'about:blank', { ...look, reducedMotion: 'reduce' });
  await page.clock.install({ time: MORNING });
  await page.goto(`${stage.url}/display/?theme=auto`);
  await page.clock.runFor(passes);
  await page.locator(sight).waitFor();
  await stopClock(page);
  return {
    page,
    faults,
    async close() {
      await context.close();
      await stage.close();
    },
  };
}

async function loseLine(page: Page, stage: Stage) {
  stage.drop();
  await page.locator('.reconnecting').waitFor();
}

/** As in a browser that wants to be touched first: the sound card does not start. */
function muteSound(page: Page) {
  return page.addInitScript(() => {
    AudioContext.prototype.resume = () => new Promise(() => undefined);
    Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });
  });
}

const NOTICE = {
  kind: 'notice',
  title: 'Hồ sơ đất đai nộp sau 16 giờ được hẹn trả kết quả vào ngày làm việc kế tiếp nhé',
  text: 'Ông/bà vui lòng mang theo bản chính giấy chứng nhận quyền sử dụng đất, căn cước công dân còn hạn và tờ khai đã ký tên. '
    .repeat(3)
    .slice(0, 300),
  seconds: 20,
} as const;

/** Long enough that the last call has had its time. */
async function informed(page: Page) {
  await page.clock.runFor(60_000);
  await page.locator('.information').waitFor();
}

const AGO = MORNING - 3_600_000;
const BOARDS: Record<string, Wanted> = {
  quiet: { calls: [] },
  'one-call': { calls: [sampleCall(101, 'A024', 3, AGO)], lit: 1 },
  'some-calls': { calls: sampleCalls(6, AGO) },
  burst: { calls: sampleCalls(6, AGO), lit: 4 },
  'many-counters': { calls: sampleCalls(20, AGO), lit: 1 },
  'eight-at-once': { calls: sampleCalls(20, AGO), lit: 8 },
  'many-counters-at-once': { calls: sampleCalls(20, AGO), lit: 16 },
  'all-of-forty-counters-at-once': { calls: sampleCalls(20, AGO), lit: 20 },
  'long-names': { calls: sampleCalls(20, AGO), lit: 1, otherwise: longNames() },
  'long-names-before-the-first-call': { calls: [], otherwise: longNames() },
  'far-seats': { calls: sampleCalls(20, AGO), lit: 1, query: '&inches=55&seat=9' },
  'farther-seats': { calls: sampleCalls(20, AGO), lit: 1, query: '&inches=55&seat=10', otherwise: longNames() },
  'farther-seats-in-a-burst': { calls: sampleCalls(20, AGO), lit: 9, query: '&inches=65&seat=12' },
  'seats-too-far-away': { calls: sampleCalls(20, AGO), lit: 1, query: '&inches=32&seat=15' },
  picture: {
    calls: sampleCalls(6, AGO),
    otherwise: { information: [{ kind: 'picture', address: '/information/hall.png', seconds: 10 }] },
    play: informed,
  },
  'picture-before-the-first-call': {
    calls: [],
    otherwise: { information: [{ kind: 'picture', address: '/information/hall.png', seconds: 10 }] },
  },
  notice: {
    calls: sampleCalls(6, AGO),
    otherwise: { information: [{ ...NOTICE, text: 'Trung tâm làm việc cả sáng thứ Bảy 28/11.' }] },
    play: informed,
  },
  'longest-notice': {
    calls: sampleCalls(20, AGO),
    query: '&inches=55&seat=10',
    otherwise: { ...longNames(), information: [NOTICE] },
    play: informed,
  },
  'line-just-gone': { calls: sampleCalls(6, AGO), play: loseLine },
  'no-connection': {
    calls: sampleCalls(20, AGO),
    async play(page, stage) {
      await loseLine(page, stage);
      await page.clock.runFor(16_000);
      await page.locator('.stale-banner').waitFor();
    },
  },
  'sound-blocked': {
    calls: sampleCalls(6, AGO),
    lit: 1,
    prepare: muteSound,
    play: (page) => page.locator('.sound-bar').waitFor(),
  },
};

/** Every state in which a hall can find its display. */
export const DISPLAY_SCENES: RoomScenes = {
  room: 'display',
  sizes: {
    '720p': { width: 1280, height: 720 },
    '1366x768': { width: 1366, height: 768 },
    '1080p': SCREENS.tv,
    '4k': SCREENS.tv4k,
    portrait: { width: 1080, height: 1920 },
  },
  schemes: ['dark', 'light'],
  speeches: ['vi'],
  contrast: 7,
  mayScroll: false,
  scenes: {
    ...Object.fromEntries(
      Object.entries(BOARDS).map(([name, wanted]) => [
        name,
        (browser: Browser, look: SceneOptions) => openBoard(browser, look, wanted),
      ]),
    ),
    connecting: (browser, look) => openUnconnected(browser, look, 100, '.connecting'),
    'never-connected': (browser, look) => openUnconnected(browser, look, 16_000, '.stale-banner'),
    'pairing-code': (browser, look) => openDoor(browser, look, '/display/?theme=auto'),
  },
};

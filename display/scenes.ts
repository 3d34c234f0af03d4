import type { Browser, Page } from 'playwright-core';
import type { BoardCall } from '#shared/contract/views.ts';
import { openPage, SCREENS } from '#tests/browser/browser.ts';
import { openDoor } from '#tests/pictures/open-door.ts';
import type { OpenedScene, RoomScenes, SceneOptions } from '#tests/pictures/scene.ts';
import { stopClock } from '#tests/pictures/stop-clock.ts';
import { createStage } from '#tests/stage/stage.ts';
import { sampleBoard, sampleCall, sampleCalls } from './sample-board.ts';

type Stage = Awaited<ReturnType<typeof createStage>>;
type Wanted = {
  /** Newest first. */
  calls: readonly BoardCall[];
  /** So many of them have just been called. */
  lit?: number;
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Once the board stands. */
  play?: (page: Page, stage: Stage) => Promise<unknown>;
};

const MORNING = Date.UTC(2026, 10, 23, 1, 42);

/** Opens the board in the morning, its clock standing still. */
async function openBoard(browser: Browser, look: SceneOptions, wanted: Wanted): Promise<OpenedScene> {
  const { calls, lit = 0, prepare, play } = wanted;
  const stage = await createStage();
  const { page, context, faults } = await openPage(browser, 'about:blank', { ...look, reducedMotion: 'reduce' });
  await page.clock.install({ time: MORNING - 1_000 });
  await prepare?.(page);
  stage.show('view:board', sampleBoard(MORNING, calls.slice(lit)));
  await page.goto(`${stage.url}/display/?theme=auto`);
  await page.locator('.board').waitFor();
  if (lit > 0) {
    const young = calls.slice(0, lit).map((call) => ({ ...call, calledAt: MORNING }));
    stage.show('view:board', sampleBoard(MORNING, [...young, ...calls.slice(lit)]));
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

const AGO = MORNING - 3_600_000;
const BOARDS: Record<string, Wanted> = {
  quiet: { calls: [] },
  'one-call': { calls: [sampleCall(101, 'A024', 3, AGO)], lit: 1 },
  'some-calls': { calls: sampleCalls(6, AGO) },
  burst: { calls: sampleCalls(6, AGO), lit: 4 },
  'many-counters': { calls: sampleCalls(20, AGO), lit: 1 },
  'eight-at-once': { calls: sampleCalls(20, AGO), lit: 8 },
  'many-counters-at-once': { calls: sampleCalls(20, AGO), lit: 16 },
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

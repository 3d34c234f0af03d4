import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BoardCall } from '#shared/contract/views.ts';
import { launchBrowser } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import type { DisplayDiagnosis } from './diagnosis.ts';
import { sampleBoard, sampleCall } from './sample-board.ts';

declare global {
  // What exposeDiagnosis puts there.
  interface Window {
    readonly luotDisplay: DisplayDiagnosis;
  }
}

const MORNING = Date.UTC(2026, 10, 23, 1, 15);
const DEFAULT_WORDING = sampleBoard(0).announcement;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/**
 * A display whose clock stands still unless the test moves it; only the sound takes the time it takes. So that nobody
 * has to wait for whole sentences, one word is spoken.
 */
async function aDisplay({ wording = '{counter}', connected = true, reducedMotion = false } = {}) {
  const stage = await createStage();
  let now = MORNING;
  const sees = (...calls: BoardCall[]) =>
    stage.show('view:board', { ...sampleBoard(now, calls), announcement: wording });
  if (connected) sees();
  else stage.drop();
  const context = await browser.newContext({ reducedMotion: reducedMotion ? 'reduce' : 'no-preference' });
  const page = await context.newPage();
  let line: WebSocketRoute | undefined;
  await page.routeWebSocket(/socket\.io/, (route) => {
    line = route;
    route.connectToServer();
  });
  // Held before the page is there: on a slow machine its moment would be over when it has come.
  await page.clock.install({ time: now - 60_000 });
  await page.clock.pauseAt(now);
  await page.goto(`${stage.url}/display/`);
  await page.locator(connected ? '.welcome' : '.connecting').waitFor();
  await page.waitForFunction(() => window.luotDisplay.sound === 'ready');
  return {
    stage,
    page,
    now: () => now,
    sees,
    passes: async (ms: number) => {
      now += ms;
      await page.clock.runFor(ms);
    },
    /** The cable is pulled: no word of farewell from the server, and none of the next attempts is let in. */
    loses: async () => {
      await line?.close();
      stage.drop();
    },
    /** The server is there again; attempts take real time, the pauses between them the page's. */
    returns: async () => {
      stage.raise();
      const isLive = () => page.locator('.stale-banner, .reconnecting').count();
      await expect.poll(async () => [await page.clock.runFor(100), await isLive()][1]).toBe(0);
    },
    close: async () => {
      await context.close();
      await stage.close();
    },
  };
}

function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).allTextContents();
}

const onShow = (page: Page) => texts(page, '.big-number, .big-counter');
const lit = (page: Page) => texts(page, '.call-row.lit');

function waitForCount(page: Page, selector: string, count: number) {
  return page.waitForFunction(([wanted, many]) => document.querySelectorAll(wanted).length === many, [
    selector,
    count,
  ] as const);
}

/** Waits until the voice of a call is on the audio clock. */
function waitForVoice(page: Page, callSeq: number) {
  return page.waitForFunction((wanted) => window.luotDisplay.schedule.some((clip) => clip.callSeq === wanted), callSeq);
}

const schedule = (page: Page) => page.evaluate(() => window.luotDisplay.schedule);
const shown = (page: Page) => page.evaluate(() => window.luotDisplay.shown);

it('[B1] [B2] three calls within 250 ms: three lit rows at once, each 8 s in the big zone in order', async () => {
  const { page, sees, now, passes, close } = await aDisplay();
  const [a, b, c] = [
    sampleCall(11, 'A001', 3, now()),
    sampleCall(12, 'B001', 12, now()),
    sampleCall(13, 'C001', 5, now()),
  ];
  sees(a);
  await passes(100);
  sees(b, a);
  await passes(100);
  sees(c, b, a);
  await waitForCount(page, '.call-row.lit', 3);
  expect(await lit(page)).toEqual(['C0015', 'B00112', 'A0013']);
  expect(await onShow(page)).toEqual(['A001', '3']);
  await passes(7_500);
  expect(await onShow(page)).toEqual(['A001', '3']);
  await passes(500);
  expect(await onShow(page)).toEqual(['B001', '12']);
  await passes(7_500);
  expect(await onShow(page)).toEqual(['B001', '12']);
  await passes(500);
  expect(await onShow(page)).toEqual(['C001', '5']);
  await passes(8_000);
  const log = await shown(page);
  expect(log.map(({ callSeq }) => callSeq)).toEqual([11, 12, 13]);
  for (const { from, until } of log.slice(0, -1)) expect((until ?? 0) - from).toBeGreaterThanOrEqual(8_000);
  await close();
});

it('[B2] speaks three calls in order, one after another, and keeps each row lit until its voice has ended', async () => {
  const { page, sees, now, passes, close } = await aDisplay();
  const calls = [1, 2, 3].map((counter) => sampleCall(10 + counter, `A00${counter}`, counter, now()));
  calls.forEach((_, index) => {
    sees(...calls.slice(0, index + 1).toReversed());
  });
  await waitForVoice(page, 11);
  await waitForCount(page, '.call-row.lit', 3);
  // The big zone has had its time with all three before the first has been spoken to its end.
  await passes(25_000);
  expect(await lit(page)).toContain('A0033');
  await waitForVoice(page, 13);
  await waitForCount(page, '.call-row.lit', 0);
  const clips = await schedule(page);
  expect(clips.map(({ callSeq }) => callSeq)).toEqual([...clips.map(({ callSeq }) => callSeq)].sort((a, b) => a - b));
  expect(new Set(clips.map(({ callSeq }) => callSeq))).toEqual(new Set([11, 12, 13]));
  clips.slice(1).forEach((clip, index) => {
    expect(clip.startAt).toBeGreaterThanOrEqual(clips[index]?.endAt ?? Number.NaN);
  });
  await close();
});

it('[B2] says the same as the screen shows', async () => {
  const { page, sees, now, close } = await aDisplay({ wording: DEFAULT_WORDING });
  sees(sampleCall(11, 'A005', 24, now()));
  await waitForVoice(page, 11);
  expect(await onShow(page)).toEqual(['A005', '24']);
  const reading = [
    'xin-moi-cong-dan-co-so',
    'letter-a',
    'khong',
    'khong',
    'nam',
    'den-quay-so',
    'hai',
    'muoi-tens',
    'tu',
  ].map((clip) => `vi-south/${clip}`);
  expect((await schedule(page)).map(({ clip }) => clip)).toEqual(['chime', ...reading, ...reading]);
  expect(await page.evaluate(() => window.luotDisplay.missingClips)).toEqual([]);
  await close();
});

it('[B3] a recall lights the row again, renews the big zone and is spoken again', async () => {
  const { page, sees, now, passes, close } = await aDisplay();
  sees(sampleCall(11, 'A001', 3, now()));
  await waitForVoice(page, 11);
  await passes(10_000);
  await waitForCount(page, '.call-row.lit', 0);
  expect(await page.locator('.big-zone.lit').count()).toBe(0);
  sees(sampleCall(12, 'A001', 3, now()));
  await waitForCount(page, '.call-row.lit', 1);
  expect(await texts(page, '.call-row')).toEqual(['A0013']);
  expect(await page.locator('.big-zone.lit').count()).toBe(1);
  await waitForVoice(page, 12);
  expect(await shown(page)).toEqual([
    { callSeq: 11, from: MORNING, until: MORNING + 10_000 },
    { callSeq: 12, from: MORNING + 10_000, until: null },
  ]);
  await close();
});

it('[B4] an undone call leaves rows, big zone and voice', async () => {
  const { page, sees, now, passes, close } = await aDisplay({ wording: DEFAULT_WORDING });
  const earlier = sampleCall(9, 'T007', 4, now() - 600_000);
  sees(earlier);
  await waitForCount(page, '.call-row', 1);
  await passes(10_000);
  sees(sampleCall(11, 'A001', 3, now()), earlier);
  await waitForVoice(page, 11);
  const promised = (await schedule(page)).length;
  sees(earlier);
  await waitForCount(page, '.call-row', 1);
  expect(await onShow(page)).toEqual(['T007', '4']);
  expect(await page.locator('.lit').count()).toBe(0);
  expect((await schedule(page)).length).toBeLessThan(promised);
  await close();
});

it('[B5] an old picture says so after 15 s, and after the return shows the whole board without old voices', async () => {
  const { page, sees, now, passes, loses, returns, close } = await aDisplay();
  const before = sampleCall(11, 'A001', 3, now() - 600_000);
  sees(before);
  await waitForCount(page, '.call-row', 1);
  await loses();
  await page.locator('.reconnecting').waitFor();
  expect(await page.locator('.stale-banner').count()).toBe(0);
  await passes(14_500);
  expect(await page.locator('.stale-banner').count()).toBe(0);
  await passes(500);
  expect(await texts(page, '.stale-banner')).toEqual(['Mất kết nối từ 08:15 – vui lòng hỏi nhân viên']);
  expect(await page.locator('.board.is-old').count()).toBe(1);
  expect(await page.locator('.reconnecting, .strip').count()).toBe(0);
  await passes(60_000);
  const [missed, young] = [sampleCall(12, 'B001', 4, now() - 50_000), sampleCall(13, 'C001', 5, now() - 5_000)];
  sees(young, missed, before);
  await returns();
  await waitForCount(page, '.call-row', 3);
  await waitForVoice(page, 13);
  expect(await page.locator('.stale-banner, .reconnecting, .is-old').count()).toBe(0);
  expect(await page.locator('.strip').count()).toBe(1);
  expect(await lit(page)).toEqual(['C0015']);
  expect((await schedule(page)).filter(({ callSeq }) => callSeq === 12)).toEqual([]);
  await close();
});

it('a display that never found the server says whom to ask', async () => {
  const { page, sees, passes, returns, close } = await aDisplay({ connected: false });
  expect(await texts(page, '.connecting')).toEqual(['Đang kết nối với máy chủ…']);
  await passes(15_000);
  expect(await texts(page, '.stale-banner')).toEqual(['Chưa kết nối được – vui lòng hỏi nhân viên']);
  sees();
  await returns();
  await page.locator('.welcome').waitFor();
  await close();
});

it('lit rows breathe at most once a second, and not at all where motion is not wanted', async () => {
  for (const reducedMotion of [false, true]) {
    const { page, sees, now, close } = await aDisplay({ reducedMotion });
    sees(sampleCall(11, 'A001', 3, now()));
    await waitForCount(page, '.call-row.lit', 1);
    const periods = await page.evaluate(() =>
      document.getAnimations().map((animation) => Number(animation.effect?.getTiming().duration)),
    );
    expect(periods.filter((period) => period < 1_000)).toEqual([]);
    expect(periods.length > 0).toBe(!reducedMotion);
    await close();
  }
});

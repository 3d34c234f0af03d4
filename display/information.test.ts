import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { longNames, sampleBoard, sampleCall, sampleCalls } from './sample-board.ts';
import { quickAudio } from './testing/quick-audio.ts';

const MORNING = Date.UTC(2026, 10, 23, 1, 15);
const HALL = resolve(import.meta.dirname, '../docs/pictures/hall.png');
const NOTICE: BoardView['information'][number] = { kind: 'notice', title: 'Nghỉ lễ', text: 'Ngày 2/9.', seconds: 10 };
const picture = (name: string): BoardView['information'][number] => ({
  ...{ kind: 'picture', address: `/information/${name}`, seconds: 10 },
});

let browser: Browser;
let leave: () => Promise<void> = async () => {};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => leave());

/** A display whose clock the test holds, and by which its sound goes. */
async function aDisplay(
  otherwise: Partial<BoardView>,
  { query = '', calls = [] as readonly BoardCall[], files = {} as Record<string, string> } = {},
) {
  const stage = await createStage(undefined, { '/information/hall.png': HALL, ...files });
  let now = MORNING;
  const sees = (...shown: readonly BoardCall[]) =>
    stage.show('view:board', { ...sampleBoard(now, shown), ...otherwise });
  sees(...calls);
  const { page, context } = await openPage(browser, 'about:blank', { viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(quickAudio);
  await page.clock.install({ time: now - 60_000 });
  await page.clock.pauseAt(now);
  await page.goto(`${stage.url}/display/${query}`);
  await page.locator('.board').waitFor();
  leave = async () => {
    leave = async () => {};
    await context.close();
    await stage.close();
  };
  const passes = async (ms: number) => {
    now += ms;
    await page.clock.runFor(ms);
  };
  return { stage, page, sees, passes, now: () => now };
}

it('[B25] gives way to a call at once, and comes back when it has been shown, spoken and found', async () => {
  const { page, sees, passes, now } = await aDisplay({ information: [NOTICE] });
  await page.locator('.notice').waitFor();
  const call = sampleCall(11, 'A001', 3, now());
  sees(call);
  await page.locator('.big-number', { hasText: 'A001' }).waitFor();
  expect(await page.locator('.information').count()).toBe(0);
  // The server's leave to speak takes real time, the voice then the page's.
  await page.waitForFunction(() => window.luotDisplay.schedule.length > 0);
  await passes(27_000);
  expect(await page.locator('.big-number').textContent()).toBe('A001');
  await passes(2_000);
  expect(await page.locator('.information, .big-zone').getAttribute('class')).toBe('information');
  expect(await page.locator('.call-row').allTextContents()).toEqual(['A0013']);
  // Called again: at once, too.
  sees({ ...call, callSeq: 12, calledAt: now() });
  await page.locator('.big-zone.lit').waitFor();
  expect(await page.locator('.information').count()).toBe(0);
});

it('[B25] shows one piece after another, each for its time', async () => {
  const { page, passes } = await aDisplay({ information: [NOTICE, picture('hall.png')] });
  const seen: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    seen.push((await page.locator('.notice, .information > img').getAttribute('class')) ?? 'picture');
    await passes(10_000);
  }
  expect([seen.slice(0, 2).sort(), seen.slice(2)]).toEqual([['notice', 'picture'], seen.slice(0, 2)]);
});

it('[B25] a picture that cannot be opened costs nobody his turn, and alone leaves the board as it is', async () => {
  const { page, stage, passes, now } = await aDisplay({ information: [picture('broken.png'), NOTICE] });
  await passes(10_000);
  await passes(10_000);
  for (let turn = 0; turn < 3; turn += 1) {
    await page.locator('.notice').waitFor();
    expect(await page.locator('.information > img').count()).toBe(0);
    await passes(10_000);
  }
  stage.show('view:board', { ...sampleBoard(now()), information: [picture('broken.png')] });
  await page.locator('.welcome').waitFor();
});

/** One second of a blinking square, as a browser records it. */
async function aFilm(): Promise<string> {
  const { page, context } = await openPage(browser, 'about:blank');
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
    const paint = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm;codecs=vp8' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      paint?.fillRect(frame * 5, frame, 40, 40);
      await new Promise((next) => setTimeout(next, 50));
    }
    recorder.stop();
    await new Promise((ended) => {
      recorder.onstop = ended;
    });
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  await context.close();
  const file = join(temporaryFolder(), 'film.webm');
  writeFileSync(file, Buffer.from(bytes));
  return file;
}

it('[B25] plays a film without a sound, again and again, and lets it go after its turn', async () => {
  const film = { kind: 'film', address: '/information/film.webm', seconds: 10 } as const;
  const files = { '/information/film.webm': await aFilm() };
  const { page, passes } = await aDisplay({ information: [film, NOTICE] }, { files });
  const video = page.locator('video');
  for (let turn = 0; turn < 2 && (await video.count()) === 0; turn += 1) await passes(10_000);
  await video.waitFor();
  const state = () => video.evaluate(({ muted, loop, volume }: HTMLVideoElement) => ({ muted, loop, volume }));
  expect(await state()).toMatchObject({ muted: true, loop: true });
  // It has come to its end and begun anew.
  await video.evaluate((node: HTMLVideoElement) => {
    let last = 0;
    return new Promise((again) => {
      node.ontimeupdate = () => {
        if (node.currentTime < last) again(true);
        last = node.currentTime;
      };
    });
  });
  const held = await video.elementHandle();
  await passes(10_000);
  await page.locator('.notice').waitFor();
  expect(await held?.evaluate((node: HTMLVideoElement) => [node.isConnected, node.networkState])).toEqual([false, 0]);
  await passes(10_000);
  await video.waitFor();
});

it('[B25] shows none beside a picture of the hall that must not be believed', async () => {
  const { page, stage, passes } = await aDisplay({ information: [NOTICE] });
  await page.locator('.notice').waitFor();
  stage.drop();
  await page.locator('.reconnecting').waitFor();
  await passes(15_000);
  await page.locator('.stale-banner').waitFor();
  expect(await page.locator('.information').count()).toBe(0);
});

it('[B24] makes the numbers as high as the last seat needs, also with the longest names', async () => {
  const heights: Record<string, boolean> = {};
  for (const seat of [4, 6, 8, 10]) {
    const query = `?inches=55&seat=${seat}`;
    const { page } = await aDisplay(longNames(), {
      query,
      calls: sampleCalls(20, MORNING - 600_000),
    });
    const font = await page
      .locator('.call-row')
      .first()
      .evaluate((row) => Number.parseFloat(getComputedStyle(row).fontSize));
    const mmPerPixel = (55 * 25.4) / Math.hypot(1920, 1080);
    heights[`${seat} m`] = font * 0.714 * mmPerPixel * 200 >= seat * 1_000;
    await leave();
  }
  expect(heights).toEqual({ '4 m': true, '6 m': true, '8 m': true, '10 m': true });
});

it('[B24] says to whoever sets it up how far it reaches, where that is not far enough', async () => {
  const { page } = await aDisplay({}, { query: '?inches=32&seat=15', calls: sampleCalls(20, MORNING - 600_000) });
  expect(await page.locator('.diagnosis').count()).toBe(0);
  await page.keyboard.press('d');
  const warning = (await page.locator('.diagnosis-warning').textContent()) ?? '';
  const [, reaches, inches] = /đến ([\d.]+) m, chỗ ngồi xa nhất 15 m: cần màn hình từ (\d+) inch/.exec(warning) ?? [];
  expect([Number(reaches) < 15, Number(inches) > 32]).toEqual([true, true]);
  await page.keyboard.press('d');
  expect(await page.locator('.diagnosis').count()).toBe(0);
});

it('[B24] takes what the office says of its displays where the address says nothing', async () => {
  const { page } = await aDisplay(
    { screen: { inches: 55, seatMetres: 9 } },
    { calls: sampleCalls(20, MORNING - 600_000) },
  );
  await expect.poll(() => page.locator('.call-row').count()).toBe(3);
});

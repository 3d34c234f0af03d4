import { resolve } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { HOUR, MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { sampleBoard, sampleCall } from './sample-board.ts';
import { quickAudio } from './testing/quick-audio.ts';

/** Nine in the morning of a Monday in the office. */
const MORNING = Date.UTC(2026, 10, 23, 2);
const HALL = resolve(import.meta.dirname, '../docs/pictures/hall.png');

let browser: Browser;
beforeAll(async () => {
  // What the engine makes of often-run script grows for hours, and is no memory of the page's.
  browser = await launchBrowser(undefined, ['--js-flags=--no-opt --no-maglev --no-sparkplug']);
});
afterAll(() => browser.close());

/** A display whose hours the test lets fly; its sound goes by the same clock. */
async function aDisplay(startsAt = MORNING) {
  const stage = await createStage(undefined, { '/information/hall.png': HALL });
  let now = startsAt;
  const sees = (calls: readonly BoardCall[], otherwise: Partial<BoardView> = {}) =>
    stage.show('view:board', { ...sampleBoard(now, calls), ...otherwise });
  sees([]);
  const { page, context, faults } = await openPage(browser, 'about:blank');
  await page.addInitScript(quickAudio);
  await page.clock.install({ time: now - MINUTE });
  await page.clock.pauseAt(now);
  await page.goto(`${stage.url}/display/`);
  await page.locator('.board').waitFor();
  return {
    ...{ stage, page, faults, sees },
    now: () => now,
    /** Every timer of it fires. */
    passes: async (ms: number) => {
      now += ms;
      await page.clock.runFor(ms);
    },
    /** As if the machine had slept: each timer fires once. */
    flies: async (ms: number) => {
      now += ms;
      await page.clock.fastForward(ms);
    },
    close: async () => {
      await context.close();
      await stage.close();
    },
  };
}

/** The least of several looks: what the browser keeps for speed it gives back at its own time. */
async function heldBy(line: CDPSession): Promise<{ bytes: number; nodes: number; listeners: number }> {
  const looks: number[] = [];
  for (let look = 0; look < 4; look += 1) {
    await line.send('Memory.simulatePressureNotification', { level: 'critical' });
    await line.send('HeapProfiler.collectGarbage');
    looks.push((await line.send('Runtime.getHeapUsage')).usedSize);
  }
  const { nodes, jsEventListeners: listeners } = await line.send('Memory.getDOMCounters');
  return { bytes: Math.min(...looks), nodes, listeners };
}

const CALLS_AN_HOUR = 10;

it('[B28] holds after 24 hours of calls no more than after one, and goes over into the new day', async () => {
  const { page, faults, sees, now, passes, flies, close } = await aDisplay();
  const line = await page.context().newCDPSession(page);
  const information: BoardView['information'] = [
    { kind: 'picture', address: '/information/hall.png', seconds: 10 },
    { kind: 'notice', title: 'Nghỉ lễ Quốc khánh', text: 'Trung tâm nghỉ ngày 2/9.', seconds: 10 },
  ];
  let calls: BoardCall[] = [];
  let callSeq = 100;
  const callOne = async () => {
    callSeq += 1;
    const number = `A${String(callSeq % 1_000).padStart(3, '0')}`;
    calls = [sampleCall(callSeq, number, (callSeq % 40) + 1, now()), ...calls].slice(0, 20);
    sees(calls, { information });
    // One question for all calls: the browser keeps each selector that it was ever asked for.
    await page.waitForFunction((wanted) => {
      return document.querySelector<HTMLElement>('.call-row')?.dataset.call === String(wanted);
    }, callSeq);
    await passes(12 * SECOND);
    await flies(HOUR / CALLS_AN_HOUR - 12 * SECOND);
  };
  const anHour = async () => {
    for (let call = 0; call < CALLS_AN_HOUR; call += 1) await callOne();
  };
  await anHour();
  const afterOne = await heldBy(line);
  for (let hour = 1; hour < 24; hour += 1) {
    if (hour === 15) {
      // Midnight: the server opens the next day with an empty board.
      calls = [];
      sees([]);
      await page.locator('.welcome-date', { hasText: '24/11/2026' }).waitFor();
    }
    await anHour();
  }
  const afterAll24 = await heldBy(line);
  expect(afterAll24.bytes / afterOne.bytes).toBeLessThan(1.1);
  expect(afterAll24.nodes).toBeLessThan(afterOne.nodes * 1.1);
  expect(afterAll24.listeners).toBeLessThan(afterOne.listeners * 1.1);
  // It is the same page all along, and it has really spoken.
  const spoken = await page.evaluate(() => new Set(window.luotDisplay.schedule.map((clip) => clip.callSeq)).size);
  expect(spoken).toBeGreaterThan(10);
  expect(faults).toEqual([]);
  await close();
}, 300_000);

it('[B27] loads itself anew once in a silent night, and no second time', async () => {
  const { page, passes, flies, close } = await aDisplay(MORNING + 13 * HOUR);
  const mark = () => page.evaluate(() => Object.assign(window, { wasHere: true }));
  const isMarked = () => page.evaluate(() => 'wasHere' in window);
  await mark();
  // Ten in the evening until shortly before one.
  await flies(2.9 * HOUR);
  await passes(3 * MINUTE);
  expect(await isMarked()).toBe(true);
  await flies(10 * MINUTE);
  const anew = page.waitForEvent('load');
  await passes(2 * MINUTE);
  await anew;
  await page.locator('.board').waitFor();
  expect(await isMarked()).toBe(false);
  await mark();
  await flies(2 * HOUR);
  await passes(3 * MINUTE);
  expect(await isMarked()).toBe(true);
  await close();
});

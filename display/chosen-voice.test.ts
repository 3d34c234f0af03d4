import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BoardCall, BoardView } from '#shared/contract/views.ts';
import { USUAL_VOICE, type VoiceChoice } from '#shared/domain/voice-choice.ts';
import { launchBrowser } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { sampleBoard, sampleCall } from './sample-board.ts';

/** 08:15 in the office. */
const MORNING = Date.UTC(2026, 10, 23, 1, 15);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A display whose clock stands still; only the sound takes the time it takes. */
async function aDisplay(usual: Partial<BoardView> = {}) {
  const stage = await createStage();
  const sees = (sound: Partial<VoiceChoice>, ...calls: BoardCall[]) =>
    stage.show('view:board', {
      ...sampleBoard(MORNING, calls),
      announcement: '{counter}',
      announcementEnglish: '{counter}',
      ...usual,
      sound: { ...USUAL_VOICE, ...sound },
    });
  sees({});
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install({ time: MORNING - 60_000 });
  await page.clock.pauseAt(MORNING);
  await page.goto(`${stage.url}/display/`);
  await page.waitForFunction(() => window.luotDisplay.sound === 'ready');
  const close = async () => {
    await context.close();
    await stage.close();
  };
  return { page, sees, close };
}

/** The clips of a call, once they stand on the audio clock. */
async function clipsOf(page: Page, callSeq: number): Promise<string[]> {
  await page.waitForFunction((wanted) => window.luotDisplay.schedule.some((clip) => clip.callSeq === wanted), callSeq);
  return page.evaluate(
    (wanted) => window.luotDisplay.schedule.flatMap((entry) => (entry.callSeq === wanted ? entry.clip : [])),
    callSeq,
  );
}

const call = (callSeq: number, counter: number, more: Partial<BoardCall> = {}) => ({
  ...sampleCall(callSeq, `A00${callSeq % 10}`, counter, MORNING),
  ...more,
});

it('[B22] a ticket taken in English is called in Vietnamese first, then once in English; no other is', async () => {
  const { page, sees, close } = await aDisplay();
  sees({}, call(11, 3, { language: 'en' }));
  expect(await clipsOf(page, 11)).toEqual(['chime', 'vi-south/ba', 'vi-south/ba', 'en/three']);
  sees({}, call(12, 4));
  expect(await clipsOf(page, 12)).toEqual(['chime', 'vi-south/bon', 'vi-south/bon']);
  await close();
});

it('[B20] another pack and fewer readings are spoken from the next call on, without a reload', async () => {
  const { page, sees, close } = await aDisplay();
  sees({ pack: 'vi-north', readings: 1 }, call(11, 3));
  expect(await clipsOf(page, 11)).toEqual(['chime', 'vi-north/ba']);
  sees({ pack: 'no-longer-there', readings: 1 }, call(12, 4));
  expect(await clipsOf(page, 12)).toEqual(['chime', 'vi-south/bon']);
  expect(await page.evaluate(() => window.luotDisplay.missingClips)).toEqual([]);
  await close();
});

it('[B20] in a quiet hour the chime rings alone, and the next call is spoken when the hour is over', async () => {
  const { page, sees, close } = await aDisplay();
  sees({ quiet: [{ from: '08:00', until: '09:00', chime: 'soft' }] }, call(11, 3));
  expect(await clipsOf(page, 11)).toEqual(['chime']);
  sees({ quiet: [{ from: '08:00', until: '08:15', chime: 'soft' }] }, call(12, 4));
  expect(await clipsOf(page, 12)).toEqual(['chime', 'vi-south/bon', 'vi-south/bon']);
  await close();
});

it('[B21] the service is named where the pack can, and left out where it cannot', async () => {
  const { page, sees, close } = await aDisplay({
    announcement: '{counter}, {service}',
    waiting: [
      { service: 'counted', prefix: 'A', short: 'Hai mươi', waiting: 0 },
      { service: 'ho-tich', prefix: 'H', short: 'Hộ tịch', waiting: 0 },
    ],
  });
  sees({ readings: 1 }, call(11, 3, { service: 'counted' }));
  expect(await clipsOf(page, 11)).toEqual(['chime', 'vi-south/ba', 'vi-south/hai', 'vi-south/muoi-tens']);
  sees({ readings: 1 }, call(12, 4, { service: 'ho-tich' }));
  expect(await clipsOf(page, 12)).toEqual(['chime', 'vi-south/bon']);
  await close();
});

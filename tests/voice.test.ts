import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { DisplayDiagnosis } from '#display/diagnosis.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { launchBrowser, openPage, SCREENS } from './browser/browser.ts';
import { joinCounter, joinDisplay, joinKiosk, joinManager, openTestHall, type TestHall } from './hall/test-hall.ts';

type Told = { luotDisplay: DisplayDiagnosis };

/** As short as an announcement may be: the sound takes real time. */
const QUICK = {
  wording: { ...sampleSetup().wording, announcement: '{counter}{number}', announcementEnglish: '{counter}{number}' },
};

let browser: Browser;
let house: TestHall;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luot-voice-'));
  house = await openTestHall(QUICK, folder);
});
afterEach(() => house.close());

async function open(path: string, viewport: { width: number; height: number }): Promise<Page> {
  const { page, context } = await openPage(browser, house.url + path, { viewport });
  onTestFinished(() => context.close());
  return page;
}

async function aDisplay(): Promise<Page> {
  const page = await open('display/', SCREENS.tv);
  await page.waitForFunction(() => (window as unknown as Told).luotDisplay.sound === 'ready');
  return page;
}

/** The packs from which the calls so far were spoken, each clip's, in order. */
function packs(display: Page): Promise<string[]> {
  return display.evaluate(() =>
    (window as unknown as Told).luotDisplay.schedule.map(({ clip }) => clip.split('/')[0] ?? ''),
  );
}

async function takeAndCall(counter: number, service: string) {
  const kiosk = await joinKiosk(house.url);
  await kiosk.send('ticket:take', { services: [service], priority: 'regular' });
  kiosk.close();
  await callAt(counter);
}

async function callAt(counter: number) {
  const clerk = await joinCounter(house.url, counter);
  await clerk.send('counter:open', {});
  const { current } = clerk.view();
  await clerk.send('ticket:call-next', { expects: current?.ticket ?? null });
  clerk.close();
}

it('[B22] who chooses English at the kiosk is called in English, too', async () => {
  const display = await aDisplay();
  const kiosk = await open('kiosk/', SCREENS.kioskPortrait);
  await kiosk.locator('.language').click();
  await kiosk.locator('.service').first().click();
  await kiosk.locator('.take').click();
  await kiosk.locator('.number').first().waitFor();
  await callAt(1);
  await expect
    .poll(async () => [...new Set(await packs(display))], { timeout: 20_000 })
    .toEqual(['chime', 'vi-south', 'en']);
});

it('[B20] what the manager chooses on his page is heard from the next call on, and after a restart', async () => {
  const display = await aDisplay();
  const card = (await open('manager/#displays', SCREENS.desk)).locator('.voice');
  await card.getByLabel('Giọng', { exact: true }).selectOption('Miền Bắc');
  await card.getByLabel('Số lần đọc').selectOption('1 lần');
  await card.getByRole('button', { name: 'Lưu', exact: true }).press('Enter');
  await card.getByText('Đã lưu.').waitFor();
  await takeAndCall(1, 'dat-dai');
  await expect.poll(async () => (await packs(display)).length, { timeout: 20_000 }).toBeGreaterThan(1);
  expect(await packs(display)).toEqual(['chime', ...Array(5).fill('vi-north')]);

  await house.hall.close();
  house = await openTestHall(QUICK, folder);
  const board = await joinDisplay(house.url);
  expect(board.view().sound).toMatchObject({ pack: 'vi-north', readings: 1 });
  board.close();
});

it('[B20] in a quiet hour a call is on every display, and only the chime is heard', async () => {
  const display = await aDisplay();
  const manager = await joinManager(house.url);
  const quiet = [{ from: '07:30', until: '08:30', chime: 'soft' as const }];
  await manager.send('voice:choose', { pack: 'vi-south', readings: 2, volume: 100, volumes: [], quiet });
  await takeAndCall(1, 'dat-dai');
  await display.locator('.big-number').waitFor();
  await expect.poll(() => packs(display), { timeout: 20_000 }).toEqual(['chime']);
  manager.close();
});

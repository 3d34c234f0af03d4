import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DisplayDiagnosis } from '#display/diagnosis.ts';
import { onlyRoom, spokenWord } from '#display/voice/testing/spoken-sounds.ts';
import { sampleSetup } from '#server/testing/sample-setup.ts';
import { packOf } from '#shared/domain/recording.ts';
import type { Samples } from '#shared/domain/samples.ts';
import { writeWav } from '#shared/domain/wav.ts';
import { launchBrowser, openPage, SCREENS } from './browser/browser.ts';
import { joinCounter, joinKiosk, openTestHall, type TestHall } from './hall/test-hall.ts';

type Told = { luotDisplay: DisplayDiagnosis };

/** As short as an announcement may be: the sound takes real time. */
const QUICK = { wording: { ...sampleSetup().wording, announcement: '{counter}{number}' } };
const WAIT = { timeout: 30_000 };

const microphone = join(mkdtempSync(join(tmpdir(), 'luot-microphone-')), 'heard.wav');
/** What the browser's microphone hears from its next opening on. */
const hears = (sound: Samples) => writeFileSync(microphone, writeWav(sound));

let browser: Browser;
let house: TestHall;
let folder: string;
beforeAll(async () => {
  hears(spokenWord());
  browser = await launchBrowser(undefined, [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${microphone}`,
  ]);
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luot-recorder-'));
  house = await openTestHall(QUICK, folder);
});
afterEach(() => house.close());

async function open(path: string, viewport: { width: number; height: number }): Promise<Page> {
  const { page, context, faults } = await openPage(browser, house.url + path, { viewport });
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  return page;
}

async function atRecorder(says: string, group: string) {
  const page = await open('manager/#displays', SCREENS.desk);
  const card = page.locator('.recorder');
  const summary = card.locator('summary', { hasText: group });
  await summary.click();
  await summary.locator('..').getByRole('button', { name: says, exact: true }).click();
  const status = card.locator('.recorder-says');
  const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
  return { page, card, status, press };
}

/** Records until the whole of what the microphone hears has been heard. */
async function record({ status, press }: Awaited<ReturnType<typeof atRecorder>>) {
  await press('Thu');
  await status.getByText('Đang thu: 2 giây').waitFor(WAIT);
  await press('Dừng');
  await expect.poll(() => status.textContent(), WAIT).not.toMatch(/^Đang/);
  return (await status.textContent()) ?? '';
}

async function aDisplay(): Promise<Page> {
  const display = await open('display/', SCREENS.tv);
  await display.waitForFunction(() => (window as unknown as Told).luotDisplay.sound === 'ready', undefined, WAIT);
  return display;
}

const clipsOn = (display: Page) =>
  display.evaluate(() =>
    (window as unknown as Told).luotDisplay.schedule.map(({ clip }) => clip.replace(/-[0-9a-f]{16}/, '')),
  );

async function takeAndCall(counter: number) {
  const kiosk = await joinKiosk(house.url);
  await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  const clerk = await joinCounter(house.url, counter);
  await clerk.send('counter:open', {});
  await clerk.send('ticket:call-next', { expects: clerk.view().current?.ticket ?? null });
  kiosk.close();
  clerk.close();
}

describe('the recorder', { timeout: 90_000 }, () => {
  it('[B32] [B8] keeps a good recording, and every display speaks with it from the next call on', async () => {
    hears(spokenWord());
    const display = await aDisplay();
    const desk = await atRecorder('một', 'Chữ số và từ đếm');
    expect(await record(desk)).toMatch(/^Tốt: 0,\d giây, rõ hơn tiếng ồn \d\d dB\.$/);
    await desk.press('Giữ');
    await desk.status.getByText('Đã giữ.').waitFor(WAIT);
    await desk.card.getByText('Đã thu 1/').waitFor(WAIT);
    await desk.card.getByRole('button', { name: 'một ✓ đã thu' }).waitFor(WAIT);
    const hasRead = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/clip-mot-'));
    await display.waitForFunction(hasRead, undefined, WAIT);
    await takeAndCall(1);
    await expect.poll(async () => (await clipsOn(display)).length, WAIT).toBeGreaterThan(5);
    expect((await clipsOn(display)).slice(0, 6)).toEqual([
      ...['chime', 'office/clip-mot.wav', 'vi-south/letter-a'],
      ...['vi-south/khong', 'vi-south/khong', 'office/clip-mot.wav'],
    ]);
  });

  it.each([
    ['silence', onlyRoom(0), /^Không nghe thấy gì/],
    ['noise', onlyRoom(0.3), /^Ồn quá/],
    ['a voice in a loud room', spokenWord({ loud: 0.4, room: 0.06 }), /^Ồn quá/],
    ['clipping', spokenWord({ loud: 4 }), /^Quá to, tiếng bị vỡ/],
  ])('[B32] refuses %s in words, and keeps nothing', async (_what, sound, words) => {
    hears(sound);
    const desk = await atRecorder('ba', 'Chữ số và từ đếm');
    expect(await record(desk)).toMatch(words);
    expect(await desk.card.getByRole('button', { name: 'Giữ' }).count()).toBe(0);
    expect(await desk.card.getByRole('button', { name: 'Thu lại' }).isEnabled()).toBe(true);
    expect(readdirSync(folder)).not.toContain('voice');
  });

  it('says why it does not record where the page did not come over HTTPS or from this PC', async () => {
    const { page, context } = await openPage(browser, 'about:blank');
    onTestFinished(() => context.close());
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await page.goto(`${house.url}manager/#displays`);
    await page
      .locator('.recorder .is-missing')
      .getByText('Chỉ thu được khi mở trang này trên chính máy chủ')
      .waitFor(WAIT);
  });

  it('[B34] a pack goes out as one file and comes back, and a tampered one changes nothing', async () => {
    const wav = Buffer.from(writeWav(spokenWord({ rate: 24_000, beforeMs: 20, afterMs: 20, loud: 0.16 }))).toString(
      'base64',
    );
    const { page, card } = await atRecorder('ba', 'Chữ số và từ đếm');
    const bring = (pack: unknown) =>
      card.locator('input[type=file]').setInputFiles({
        ...{ name: 'pack.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(pack)) },
      });
    await bring(
      packOf([
        { id: 'ba', says: 'ba', wav },
        { id: 'tu', says: 'tư', wav },
      ]),
    );
    await card.getByText('Đã thu 2/').waitFor(WAIT);
    const [download] = await Promise.all([
      page.waitForEvent('download', WAIT),
      card.getByText('Tải gói về máy').click(),
    ]);
    const file = join(folder, 'exported.json');
    await download.saveAs(file);
    await bring(
      packOf([
        { id: 'nam', says: 'năm', wav },
        { id: '../../office', says: 'sáu', wav },
      ]),
    );
    await card.locator('.recorder-pack').getByText('Tệp này không phải gói giọng đọc').waitFor(WAIT);
    await card.getByText('Đã thu 2/').waitFor(WAIT);
    await card.getByRole('button', { name: 'Xóa bản đang dùng' }).click();
    await card.getByText('Đã thu 1/').waitFor(WAIT);
    await card.locator('input[type=file]').setInputFiles(file);
    await card.getByText('Đã thu 2/').waitFor(WAIT);
  });
});

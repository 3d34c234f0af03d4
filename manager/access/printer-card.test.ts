import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { DOUBLE_PRESS_MS } from '#shared/page/presses.ts';
import { intersecting, launchBrowser, openPage, tooFaint } from '#tests/browser/browser.ts';
import { createStage, type Heard } from '#tests/stage/stage.ts';

const SLIP = readFileSync(resolve(import.meta.dirname, '../../printer/golden/slip-80.png'));
const SIZES = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
];
const PIECES = '.printer-buttons > *, .printer-state, .printer-says > *, .slip-picture';

let browser: Browser;
let leave: () => Promise<void> = async () => {};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => leave());

/** What the house answers about its printer. */
const ANSWERS: Partial<Record<Heard['name'], object>> = {
  'printer:test': { outcome: 'printed' },
  'printer:preview': { png: SLIP.toString('base64') },
  'printer:find': { found: ['192.168.1.50', '192.168.1.200'] },
};
const yes = ({ name }: Heard): unknown => ({ ok: true, answer: ANSWERS[name] ?? {} });

async function lookAt(printer: ManagerView['printer'], { viewport = SIZES[1], answerWith = yes } = {}) {
  const stage = await createStage(answerWith);
  stage.show('view:manager', { ...EXAMPLE_HALLS.busy, printer });
  stage.show('view:access', EXAMPLE_ACCESS.busy);
  const { page, context, faults } = await openPage(browser, 'about:blank', viewport ? { viewport } : {});
  await page.clock.install({ time: EXAMPLE_AT });
  await page.goto(`${stage.url}/manager/#access`);
  const card = page.locator('[aria-labelledby=printer-heading]');
  await card.waitFor();
  await page.evaluate(() => document.fonts.ready);
  leave = async () => {
    leave = async () => {};
    await context.close();
    await stage.close();
    expect(faults).toEqual([]);
  };
  const press = (name: string) => card.getByRole('button', { name }).press('Enter');
  return { page, stage, card, press, says: card.getByRole('status') };
}

describe('the card of the printer', () => {
  it('[P17] prints a test slip from the keyboard, once, and says truly what became of it', async () => {
    let outcome = 'printed';
    const { page, stage, press, says } = await lookAt('ready', {
      answerWith: () => ({ ok: true, answer: { outcome } }),
    });
    await press('In phiếu thử');
    await expect.poll(() => says.textContent()).toBe('Phiếu thử đã in.');
    outcome = 'refused';
    // The finger that presses twice meant one paper, and what it reads stays; a later press means another.
    await press('In phiếu thử');
    expect(await says.textContent()).toBe('Phiếu thử đã in.');
    await page.clock.fastForward(DOUBLE_PRESS_MS);
    await press('In phiếu thử');
    await expect.poll(() => says.textContent()).toBe('Phiếu thử không in được.');
    expect(stage.heard.map(({ name }) => name)).toEqual(['printer:test', 'printer:test']);
  });

  it('[P17] shows the slip as it will be printed, dot for dot', async () => {
    const { page, press } = await lookAt('ready');
    await press('Xem trước phiếu');
    const picture = page.getByRole('img', { name: 'Phiếu thử, đúng từng điểm như khi in' });
    // Width and height stand in the head of a PNG file.
    const size = [SLIP.readUInt32BE(16), SLIP.readUInt32BE(20)];
    const painted = () => picture.evaluate((node: HTMLCanvasElement) => [node.width, node.height]);
    await expect.poll(painted).toEqual(size);
    const dots = await picture.evaluate((node: HTMLCanvasElement) => {
      const { data } = node.getContext('2d')?.getImageData(0, 0, node.width, node.height) ?? { data: [] };
      return { white: data[0], hasInk: [...data].some((value, at) => at % 4 === 0 && value === 0) };
    });
    expect(dots).toEqual({ white: 255, hasInk: true });
  });

  it('[P18] looks for printers only when it is pressed, and lists the addresses', async () => {
    const { stage, card, press } = await lookAt('ready');
    expect(stage.heard).toEqual([]);
    await press('Tìm máy in trong mạng');
    await expect.poll(() => card.getByRole('listitem').allTextContents()).toEqual(['192.168.1.50', '192.168.1.200']);
    expect(stage.heard.map(({ name, input }) => [name, input])).toEqual([['printer:find', {}]]);
  });

  it('[P18] says so when none was found', async () => {
    const { press, says } = await lookAt('none', { answerWith: () => ({ ok: true, answer: { found: [] } }) });
    await press('Tìm máy in trong mạng');
    await expect.poll(() => says.textContent()).toBe('Không tìm thấy máy in nào trên máy chủ và trong mạng này.');
  });

  it('offers no test slip where there is no printer', async () => {
    const { card } = await lookAt('none');
    expect(await card.getByRole('button').allTextContents()).toEqual(['Xem trước phiếu', 'Tìm máy in trong mạng']);
  });

  it('says calmly that the paper is near its end, and in red that it is out', async () => {
    const { stage, card } = await lookAt('near-end');
    expect(await card.locator('p').allTextContents()).toEqual([
      'Máy in sắp hết giấy, vẫn in được',
      'Vẫn in bình thường. Chuẩn bị sẵn một cuộn giấy mới.',
    ]);
    expect(await card.locator('.is-missing').count()).toBe(0);
    stage.show('view:manager', { ...EXAMPLE_HALLS.busy, printer: 'paper-out' });
    await expect.poll(() => card.locator('.is-missing').textContent()).toBe('Máy in hết giấy');
  });

  it('says a no in words', async () => {
    const { press, says } = await lookAt('ready', { answerWith: () => ({ ok: false, refusal: 'no-printer' }) });
    await press('In phiếu thử');
    await expect.poll(() => says.textContent()).toBe('Chưa cài đặt máy in.');
  });

  it.each(SIZES)('has room for everything at $width × $height, in both languages', async (viewport) => {
    const { page, press } = await lookAt('near-end', { viewport });
    for (const name of ['In phiếu thử', 'Xem trước phiếu', 'Tìm máy in trong mạng']) {
      await press(name);
      await page.waitForFunction(() => document.querySelector('.printer-buttons .is-under-way') === null);
    }
    await page.locator('.slip-picture').waitFor();
    for (const language of ['vi', 'en']) {
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      expect(await intersecting(page, PIECES)).toEqual([]);
      expect(await tooFaint(page, 7)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
});

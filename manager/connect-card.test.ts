import readCode from 'jsqr';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallKey, isKeyOf, readHallText } from '#shared/domain/hall-link.ts';
import { cutOff, intersecting, launchBrowser, openPage, tooFaint } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { EXAMPLE_ACCESS } from './example-access.ts';
import { EXAMPLE_HALLS } from './example-hall.ts';

const { busy, empty } = EXAMPLE_ACCESS;
const fingerprint = busy.fingerprint ?? '';
const PIECES = '.connect > *, .connect-parts > *, .connect dl > *';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function lookAt(view: typeof busy | typeof empty, options = {}) {
  const stage = await createStage();
  stage.show('view:manager', EXAMPLE_HALLS.busy);
  stage.show('view:access', view);
  const { page, context, faults } = await openPage(browser, 'about:blank', options);
  await page.goto(`${stage.url}/manager/#access`);
  await page.waitForSelector('.access-header');
  await page.evaluate(() => document.fonts.ready);
  const leave = async () => {
    await context.close();
    await stage.close();
    expect(faults).toEqual([]);
  };
  return { page, leave };
}

describe('what a new PC has to be told', () => {
  it.each([
    { width: 390, height: 844 },
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ])('stands whole at %j, and can be scanned off the glass', async (viewport) => {
    const { page, leave } = await lookAt(busy, { viewport });
    await page.locator('.connect').evaluate((card) => card.scrollIntoView({ block: 'center' }));
    expect(await cutOff(page, PIECES)).toEqual([]);
    expect(await intersecting(page, PIECES)).toEqual([]);
    expect(await tooFaint(page, 4.5)).toEqual([]);
    const picture = await page.locator('.hall-code').screenshot();
    const { data, width, height } = PNG.sync.read(picture);
    const scanned = readHallText(readCode.default(new Uint8ClampedArray(data), width, height)?.data ?? '');
    expect(scanned).toMatchObject({ host: '192.168.1.10', port: 8443, isPlain: false });
    expect(isKeyOf(scanned?.key ?? '', fingerprint)).toBe(true);
    await leave();
  });

  it('is the addresses, short, and the key', async () => {
    const { page, leave } = await lookAt(busy);
    const stands = await page.locator('.connect dd').allTextContents();
    expect(stands).toEqual(['192.168.1.10', 'may-chu-mot-cua.phuong-tan-chau.local', hallKey(fingerprint)]);
    // Typed one after the other, just as they stand there.
    expect(readHallText(`${stands[0]} ${stands[2]}`)?.key).toBe(hallKey(fingerprint).replaceAll('-', ''));
    await leave();
  });

  it('is not there in a house that other machines cannot reach', async () => {
    const { page, leave } = await lookAt(empty);
    expect(await page.locator('.connect').count()).toBe(0);
    await leave();
  });
});

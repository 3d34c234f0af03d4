import readCode from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOff, intersecting, launchBrowser, SCREENS, tooFaint } from '#tests/browser/browser.ts';
import { chooseService, GIVEN, openKiosk } from './open-kiosk.ts';
import { sampleView } from './page/sample-view.ts';

const URL_OF_SLIP = 'http://192.168.100.100:8080/t/kJ3xW0q_Zt5Yb7-NfRu2Lw';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a phone reads from the glass; null: nothing. */
async function readFrom(page: Page): Promise<string | null> {
  const { data, width, height } = PNG.sync.read(await page.screenshot());
  return readCode.default(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

/** Takes a number for which the house gives this address. */
async function takeNumber(
  viewport: { width: number; height: number },
  follow: string | undefined,
  slip: 'printed' | 'refused',
) {
  const answer = follow ? { ...GIVEN.answer, follow } : GIVEN.answer;
  const kiosk = await openKiosk(browser, { viewport }, () => ({ ok: true, answer }));
  kiosk.stage.show('view:kiosk', sampleView({ slips: [{ ticket: 'ticket-0001', outcome: slip }] }));
  await chooseService(kiosk.page, 'the-chap');
  await kiosk.page.locator('.take').click();
  await kiosk.page.locator('.the-number').waitFor();
  return kiosk;
}

const SIZES = { portrait: SCREENS.kioskPortrait, landscape: SCREENS.kioskLandscape };

for (const [size, viewport] of Object.entries(SIZES)) {
  describe(`the code beside the number, ${size}`, () => {
    it.each(['printed', 'refused'] as const)(
      'is read by a phone, and nothing scrolls, touches or is cut off (%s)',
      async (slip) => {
        const { page, faults, close } = await takeNumber(viewport, URL_OF_SLIP, slip);
        await page.clock.runFor(slip === 'printed' ? 1_000 : 22_000);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/kiosk-${size}-${slip}.png` });
        expect(await readFrom(page)).toBe(URL_OF_SLIP);
        const pieces = 'button, h1, p:not(.sr-only), .slip-sign, .follow-code';
        expect(await intersecting(page, pieces)).toEqual([]);
        expect(await cutOff(page, `.screen, .follow, ${pieces}`)).toEqual([]);
        expect(await tooFaint(page, 7)).toEqual([]);
        expect(faults).toEqual([]);
        await close();
      },
    );

    it('is large enough to be read from where one stands: 60 mm on a 21.5" panel', async () => {
      const { page, close } = await takeNumber(viewport, URL_OF_SLIP, 'printed');
      const box = await page.locator('.follow-code').boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(242);
      await close();
    });

    it('is left out where phones have no way in', async () => {
      const { page, close } = await takeNumber(viewport, undefined, 'printed');
      expect(await page.locator('.follow').count()).toBe(0);
      await close();
    });
  });
}

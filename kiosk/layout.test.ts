import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOff, intersecting, launchBrowser, SCREENS, tooFaint } from '#tests/browser/browser.ts';
import { chooseService, GIVEN, type OpenedKiosk, openKiosk, settle } from './open-kiosk.ts';
import { sampleView } from './page/sample-view.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SIZES = { 'portrait 1080 × 1920': SCREENS.kioskPortrait, 'landscape 1920 × 1080': SCREENS.kioskLandscape };

/** 20 mm and 30 mm on a 21.5" panel, where 1080 px are 268 mm. */
const CONTROL_PX = 81;
const SERVICE_PX = 121;
const PIECES =
  'button, h1, p:not(.sr-only), dt, dd, .slip-sign, .message-sign, .service > *, .service-names > *, .choice > *';

/** Everything that must hold for whatever stands on the glass. */
async function complaints(page: Page): Promise<string[]> {
  const small = await page
    .locator('button')
    .evaluateAll(
      (buttons, floor) =>
        buttons
          .filter((button) => button.clientHeight + 5 < floor || button.clientWidth + 5 < floor)
          .map((button) => `small: ${button.textContent}`),
      CONTROL_PX,
    );
  const scrolls = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const screen = document.querySelector('.screen');
    const isOver = screen !== null && screen.scrollHeight > screen.clientHeight + 1;
    return scrollWidth > innerWidth || scrollHeight > innerHeight || isOver ? ['scrolls'] : [];
  });
  return [
    ...scrolls,
    ...small,
    ...(await intersecting(page, PIECES)),
    ...(await cutOff(page, `.header, .screen, ${PIECES}, .service-names`)),
    ...(await tooFaint(page, 7)),
  ];
}

/** The states of the kiosk, each brought about from the home screen. */
const SCENES: Record<string, (kiosk: OpenedKiosk) => Promise<unknown>> = {
  home: async () => {},
  'home without paper': async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ printer: 'paper-out' }));
    await page.locator('.printer-note').waitFor();
  },
  confirmation: ({ page }) => chooseService(page, 'the-chap'),
  'confirmation running out, three services': async ({ page }) => {
    await chooseService(page, 'ld-tbxh');
    await page.locator('.quiet').click();
    await settle(page);
    await page.locator('[data-service="the-chap"]').click();
    await page.locator('[data-service="kinh-doanh"]').click();
    await page.locator('.primary').click();
    await page.clock.runFor(22_000);
    await page.locator('.countdown button').waitFor();
  },
  'further services': async ({ page }) => {
    await chooseService(page, 'the-chap');
    await page.locator('.quiet').click();
    await page.locator('.choice').first().waitFor();
    await page.clock.runFor(22_000);
    await page.locator('.countdown button').waitFor();
  },
  sending: async ({ page }) => {
    await chooseService(page, 'bhxh');
    await page.locator('.take').click();
    await page.clock.runFor(3_500);
    await page.locator('.sending .message-hint:not(:empty)').waitFor();
  },
  'number, slip printed': async ({ page, stage }) => {
    await chooseService(page, 'chung-thuc');
    stage.show('view:kiosk', sampleView({ slips: [{ ticket: 'ticket-0001', outcome: 'printed' }] }));
    await page.locator('.take').click();
    await page.locator('.number.printed .countdown button').waitFor();
  },
  'number, no paper': async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ printer: 'paper-out' }));
    await chooseService(page, 'the-chap');
    await page.locator('.take').click();
    await page.locator('.number.not-printed').waitFor();
    await page.clock.runFor(22_000);
    await page.locator('.countdown button').waitFor();
  },
  'number, nobody knows of the slip': async ({ page, stage }) => {
    await chooseService(page, 'the-chap');
    stage.show('view:kiosk', sampleView({ slips: [{ ticket: 'ticket-0001', outcome: 'unknown' }] }));
    await page.locator('.take').click();
    await page.locator('.number.unsure').waitFor();
  },
  refusal: async ({ page }) => {
    await chooseService(page, 'can-cuoc');
    await page.locator('.take').click();
    await page.locator('.refused').waitFor();
    await page.clock.runFor(22_000);
    await page.locator('.countdown button').waitFor();
  },
  'no answer': async ({ page }) => {
    await chooseService(page, 'ho-tich');
    await page.locator('.take').click();
    await page.locator('.refused').waitFor();
  },
  closed: async ({ page, stage }) => {
    stage.show('view:kiosk', sampleView({ open: false, nextFrom: Date.UTC(2026, 10, 24) }));
    await page.locator('.closed').waitFor();
  },
};

function answerOf({ input }: { input: unknown }) {
  const asked = JSON.stringify(input);
  if (asked.includes('can-cuoc')) return { ok: false, refusal: 'numbers-used-up' };
  if (asked.includes('ho-tich')) return { ok: false, refusal: 'no-connection' };
  return asked.includes('bhxh') ? undefined : GIVEN;
}

for (const [size, viewport] of Object.entries(SIZES)) {
  describe(`the kiosk in ${size}`, () => {
    for (const [scene, play] of Object.entries(SCENES)) {
      it.each(['vi', 'en'])(
        `[K1] ${scene}: nothing scrolls, touches, is cut off, faint or small (%s)`,
        async (speech) => {
          const kiosk = await openKiosk(browser, { viewport }, answerOf);
          if (speech === 'en') await kiosk.page.locator('.language').click();
          await play(kiosk);
          expect(await complaints(kiosk.page)).toEqual([]);
          expect(kiosk.faults).toEqual([]);
          await kiosk.close();
        },
      );
    }

    it('[K1] offers fourteen services and two lanes, each at least 30 mm high and wide', async () => {
      const { page, close } = await openKiosk(browser, { viewport });
      const boxes = await page.locator('.service').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { width, height } = button.getBoundingClientRect();
          return Math.min(width, height);
        }),
      );
      expect(boxes).toHaveLength(16);
      expect(Math.min(...boxes)).toBeGreaterThanOrEqual(SERVICE_PX);
      await close();
    });

    it('[K1] writes the names of services in capitals of at least 6 mm', async () => {
      const { page, close } = await openKiosk(browser, { viewport });
      const sizes = await page
        .locator('.service-name')
        .evaluateAll((names) => names.map((name) => Number.parseFloat(getComputedStyle(name).fontSize)));
      // Noto Sans capitals are 0.714 of the size; 6 mm are 24.2 px.
      expect(Math.min(...sizes) * 0.714).toBeGreaterThanOrEqual(24.2);
      await close();
    });

    it('[K1] drops a hint rather than half a line when an office uses every letter it may', async () => {
      const { page, stage, close } = await openKiosk(browser, { viewport });
      const longest = sampleView().services.map((service) => ({
        ...service,
        name: { vi: 'Đăng ký quyền '.repeat(6).slice(0, 79), en: 'Registration of '.repeat(5).slice(0, 79) },
        short: 'Đăng ký hộ kinh doanh gỗ',
        hint: service.hint && 'Giấy phép '.repeat(6).trim(),
        ahead: { regular: 999, priority: 999 },
      }));
      stage.show('view:kiosk', sampleView({ services: longest }));
      await page.getByText('999 người đang chờ').first().waitFor();
      expect(await intersecting(page, '.service, .service:not(.lane) > *')).toEqual([]);
      expect(await cutOff(page, '.screen, .service:not(.lane) .service-name')).toEqual([]);
      await close();
    });
  });
}

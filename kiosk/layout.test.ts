import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOff, intersecting, launchBrowser, SCREENS } from '#tests/browser/browser.ts';
import { openKiosk } from './open-kiosk.ts';
import { manyServices, sampleView } from './page/sample-view.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const SIZES = { 'portrait 1080 × 1920': SCREENS.kioskPortrait, 'landscape 1920 × 1080': SCREENS.kioskLandscape };

// What holds for every screen of the kiosk is looked at scene by scene in tests/pictures; here is what holds for tiles alone.

/** 30 mm on a 21.5" panel, where 1080 px are 268 mm. */
const SERVICE_PX = 121;

for (const [size, viewport] of Object.entries(SIZES)) {
  describe(`the kiosk in ${size}`, () => {
    it.each([
      ['fourteen services and two lanes', sampleView().services],
      ['twenty-two services and two lanes', manyServices()],
    ])('[K1] offers %s, each at least 30 mm high and wide', async (_, services) => {
      const { page, stage, close } = await openKiosk(browser, { viewport });
      stage.show('view:kiosk', sampleView({ services }));
      await page
        .locator('.service')
        .nth(services.length - 1)
        .waitFor();
      const boxes = await page.locator('.service').evaluateAll((buttons) =>
        buttons.map((button) => {
          const { width, height } = button.getBoundingClientRect();
          return Math.min(width, height);
        }),
      );
      expect(boxes).toHaveLength(services.length);
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

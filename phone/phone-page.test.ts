import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#tests/browser/browser.ts';
import { atCounter, examplePicture, setAside, TOKEN } from './example-view.ts';
import { KNOWN, type OpenedPhone, openPhone } from './open-phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

// Every state at every size, by day and by night, is looked at in tests/pictures.

type Options = Parameters<typeof openPhone>[1];

/** Looks at one slip and for faults of the page afterwards. */
async function follow(
  play: (phone: OpenedPhone) => Promise<void>,
  options: Options = {},
  answerWith?: Parameters<typeof openPhone>[2],
) {
  const phone = await openPhone(browser, { viewport: { width: 390, height: 844 }, ...options }, answerWith);
  await play(phone);
  expect(phone.faults.filter((fault) => !fault.includes('WebSocket handshake'))).toEqual([]);
  await phone.close();
}

const rung = (page: Page) => page.evaluate(() => Object.entries({ ...Object(Reflect.get(window, 'rung')) }));
const RUNG_ONCE = [
  ['notes', 16], // heard once at the touch, once at the call
  ['shakes', 1],
];
const says = (page: Page, text: string) => page.getByText(text, { exact: false }).first().waitFor();

describe('the phone', () => {
  it('says whose slip it is asked for, once', () =>
    follow(async ({ page, stage }) => {
      await says(page, 'A012');
      expect(stage.heard.map(({ name, input }) => ({ name, input }))).toEqual([
        { name: 'ticket:follow', input: { token: TOKEN } },
      ]);
    }));

  it('counts down with every picture, also in its title', () =>
    follow(async ({ page, stage }) => {
      await says(page, 'Trước bạn còn');
      expect(await page.locator('.card .says').textContent()).toBe('Trước bạn còn 4 người');
      expect(await page.title()).toBe('A012 · còn 4');
      expect(await page.locator('.service').textContent()).toBe('Đất đai');
      stage.show('view:phone', examplePicture(1));
      await page.locator('.ahead', { hasText: '1' }).waitFor();
      stage.show('view:phone', examplePicture(0));
      await says(page, 'Bạn là người tiếp theo');
      expect(await page.title()).toBe('A012 · tiếp theo');
    }));

  it('names the counter when called, then serving, then the end', () =>
    follow(async ({ page, stage }) => {
      await says(page, 'Trước bạn');
      stage.show('view:phone', atCounter('called'));
      await page.locator('.go-to', { hasText: '3' }).waitFor();
      expect(await page.title()).toBe('A012 · đến quầy 3');
      expect(await page.getByRole('alert').textContent()).toBe('A 0 1 2. Mời đến quầy 3');
      stage.show('view:phone', atCounter('serving'));
      await says(page, 'Bạn đang được phục vụ tại quầy 3');
      expect(await page.getByRole('alert').textContent()).toBe('');
      stage.show('view:phone', examplePicture(null));
      await says(page, 'Lượt này đã kết thúc');
    }));

  it('shows the service of who opens the page only when called', () =>
    follow(
      async ({ page }) => {
        await page.locator('.go-to').waitFor();
        expect(await page.locator('.service').textContent()).toBe('Đất đai');
      },
      { picture: atCounter('called') },
    ));

  it('says what to do when absent or parked', () =>
    follow(async ({ page, stage }) => {
      stage.show('view:phone', setAside('absent'));
      await says(page, 'Vui lòng báo nhân viên');
      stage.show('view:phone', setAside('parked'));
      await says(page, 'Lượt đang tạm gác');
    }));

  it('follows the visit to its next service', () =>
    follow(async ({ page, stage }) => {
      stage.show('view:phone', examplePicture(2, {}, 'the-chap'));
      await page.locator('.service', { hasText: 'Đăng ký thế chấp' }).waitFor();
      stage.show('view:phone', atCounter('called'));
      await page.locator('.go-to').waitFor();
      expect(await page.locator('.service').textContent()).toContain('Đăng ký thế chấp');
    }));

  it('keeps nothing on the phone and shows no one else', () =>
    follow(async ({ page, stage }) => {
      await says(page, 'A012');
      await page.getByRole('button', { name: 'English' }).tap();
      await says(page, 'Before you');
      stage.show('view:phone', atCounter('called'));
      await page.locator('.go-to').waitFor();
      expect(await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, document.cookie])).toEqual([
        {},
        {},
        '',
      ]);
      expect(await page.evaluate((token) => document.documentElement.outerHTML.includes(token), TOKEN)).toBe(false);
    }));

  it('speaks the language of the browser', () =>
    follow(
      async ({ page }) => {
        await says(page, 'Before you');
        expect(await page.locator('html').getAttribute('lang')).toBe('en');
        await page.getByRole('button', { name: 'Tiếng Việt' }).tap();
        await says(page, 'Trước bạn còn');
      },
      { locale: 'en-GB' },
    ));
});

describe('the call', () => {
  it('sounds and shakes after a touch has allowed it, once for one call, again for a repeated one', () =>
    follow(async ({ page, stage }) => {
      await page.getByRole('button', { name: 'Chạm để bật âm báo' }).tap();
      await says(page, 'Âm báo đang bật');
      stage.show('view:phone', atCounter('called', 50));
      await page.locator('.go-to').waitFor();
      stage.show('view:phone', { ...atCounter('called', 50), at: Date.UTC(2026, 10, 23, 1, 43) });
      await expect.poll(() => rung(page)).toEqual(RUNG_ONCE);
      await page.locator('h1').tap();
      stage.show('view:phone', atCounter('called', 52));
      await expect
        .poll(() => rung(page))
        .toEqual([
          ['notes', 24],
          ['shakes', 2],
        ]);
      await page.locator('h1').tap();
      await page.clock.runFor(60_000);
      expect((await rung(page))[1]).toEqual(['shakes', 2]);
    }));

  it('is told three times to a phone that nobody touches', () =>
    follow(async ({ page, stage }) => {
      await page.getByRole('button', { name: 'Chạm để bật âm báo' }).tap();
      stage.show('view:phone', atCounter('called'));
      await expect.poll(() => rung(page)).toEqual(RUNG_ONCE);
      await page.clock.runFor(60_000);
      await expect.poll(() => rung(page).then(([, shakes]) => shakes)).toEqual(['shakes', 3]);
    }));

  it('is silent where nobody has touched, and where the sound was turned off', () =>
    follow(async ({ page, stage }) => {
      const isSilent = async (callSeq: number) => {
        stage.show('view:phone', atCounter('called', callSeq));
        await page.locator('.go-to').waitFor();
        await page.clock.runFor(60_000);
        expect((await rung(page))[1]).toEqual(['shakes', 0]);
      };
      await isSilent(50);
      stage.show('view:phone', examplePicture(0));
      await page.locator('.allow-sound').tap();
      await page.getByRole('button', { name: 'Tắt' }).tap();
      await isSilent(52);
    }));
});

describe('a slip that is not known', () => {
  it('is told kindly, and the line is closed', () =>
    follow(
      async ({ page }) => {
        await says(page, 'Phiếu không còn hiệu lực');
        expect(await page.title()).toBe('Phiếu không còn hiệu lực');
        expect(await page.locator('h1').count()).toBe(0);
      },
      {},
      () => ({ ok: false, refusal: 'no-such-slip' }),
    ));

  it('is not asked for when the address cannot be one', () =>
    follow(
      async ({ page, stage }) => {
        await says(page, 'Phiếu không còn hiệu lực');
        expect(stage.heard).toEqual([]);
      },
      { token: 'nonsense' },
    ));

  it('is asked for again when too many asked at once', () => {
    let answer: unknown = { ok: false, refusal: 'too-many-requests' };
    return follow(
      async ({ page, stage }) => {
        await expect.poll(() => stage.heard.length).toBe(1);
        await says(page, 'Đang kết nối…');
        answer = KNOWN;
        await page.clock.runFor(6_000);
        await says(page, 'A012');
      },
      {},
      () => answer,
    );
  });

  it('is what an open page shows an hour after the end, and not after an end that was undone', () =>
    follow(async ({ page, stage }) => {
      await says(page, 'A012');
      stage.show('view:phone', examplePicture(null));
      await says(page, 'Lượt này đã kết thúc');
      await page.clock.fastForward(30 * 60_000);
      stage.show('view:phone', atCounter('serving'));
      await says(page, 'Đang phục vụ');
      await page.clock.fastForward(40 * 60_000);
      stage.show('view:phone', examplePicture(null));
      await says(page, 'Lượt này đã kết thúc');
      await page.clock.fastForward(59 * 60_000);
      expect(await page.locator('.phone.done').count()).toBe(1);
      await page.clock.fastForward(2 * 60_000);
      await says(page, 'Phiếu không còn hiệu lực');
    }));
});

describe('a lost line', () => {
  it('is told with the time of what is shown, and mends by itself without asking again', () =>
    follow(async ({ page, stage }) => {
      await says(page, 'Cập nhật lúc 08:42');
      stage.drop();
      await says(page, 'Mất kết nối, đang tự kết nối lại. Thông tin lúc 08:42');
      expect(await page.locator('h1').textContent()).toBe('A012');
      stage.show('view:phone', examplePicture(2));
      stage.raise();
      await page.clock.runFor(2_000);
      await page.locator('.ahead', { hasText: '2' }).waitFor();
      expect(stage.heard).toHaveLength(1);
    }));

  it('is waited for when the page finds no picture yet', () =>
    follow(async ({ page }) => says(page, 'Vui lòng giữ kết nối Wi-Fi'), { picture: null }));
});

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DoorView } from '#shared/contract/access-views.ts';
import { cutOff, intersecting, launchBrowser, openPage, tooFaint } from '#tests/browser/browser.ts';
import { createStage, type Heard } from '#tests/stage/stage.ts';
import { EXAMPLE_DOORS } from './example-doors.ts';

const { pairing, pairingCounter, newPassword, password, fewClerks, manyClerks, noClerks } = EXAMPLE_DOORS;
const YES = { ok: true, answer: { session: 'session-of-the-day' } };
type Size = { width: number; height: number };
const STRIP = { width: 360, height: 720 };
const TABLET = { width: 800, height: 900 };
const DESK = { width: 1920, height: 1080 };
/** All that stands beside something else. */
const PIECES =
  '.door-header > *, .door-trouble, .door-card > :not([hidden]), .door-field > *, .door-show, .clerk-names > *, .pin-who > *,' +
  '.pin-dot, .pad-key, .pairing > *, .pairing-code > *, .dialog form > *, .confirm > *';

type HeardRequest = Pick<Heard, 'name' | 'input'>;
let browser: Browser;
let leave: () => Promise<void> = async () => {};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => leave());

async function stand(
  path: string,
  view: DoorView,
  viewport: { width: number; height: number } = TABLET,
  answerWith: (request: HeardRequest) => unknown = () => YES,
  dark = false,
) {
  const stage = await createStage(answerWith);
  stage.show('view:door', view);
  const { page, context, faults } = await openPage(browser, 'about:blank', {
    viewport,
    colorScheme: dark ? 'dark' : 'light',
  });
  await page.goto(`${stage.url}${path}`);
  await page.waitForSelector('.door');
  await page.evaluate(() => document.fonts.ready);
  leave = async () => {
    leave = async () => {};
    await context.close();
    await stage.close();
    expect(faults).toEqual([]);
  };
  const heard = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const hears = (...expected: HeardRequest[]) => expect.poll(heard).toEqual(expected);
  return { page, stage, heard, hears, says: page.locator('.door-says') };
}

/** What lies over something else, is too faint, or does not fit the glass. */
async function misfits(page: Page): Promise<string[]> {
  const scrollsSideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return [
    ...(scrollsSideways ? ['scrolls sideways'] : []),
    ...(await intersecting(page, PIECES)),
    ...(await tooFaint(page, 7)),
  ];
}

/** What a reader of the screen would stumble over. */
async function unheard(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // axe puts itself on the window when its source is run there.
    const { axe: onPage } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await onPage.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const KIOSK = '/kiosk/';
const COUNTER = '/counter/?counter=3';
const STATES: Record<string, [path: string, view: DoorView, sizes: Size[]]> = {
  'a kiosk waits': [
    KIOSK,
    pairing,
    [
      { width: 1080, height: 1920 },
      { width: 1920, height: 1080 },
    ],
  ],
  'a display waits': [
    '/display/',
    pairing,
    [
      { width: 1280, height: 720 },
      { width: 1920, height: 1080 },
      { width: 3840, height: 2160 },
      { width: 1080, height: 1920 },
    ],
  ],
  'a counter waits': [COUNTER, pairingCounter, [STRIP, TABLET, DESK]],
  'the first password': ['/manager/', newPassword, [{ width: 390, height: 844 }, { width: 1366, height: 768 }, DESK]],
  'the manager signs in': ['/manager/', password, [{ width: 390, height: 844 }, { width: 1366, height: 768 }, DESK]],
  'few clerks': [COUNTER, fewClerks, [STRIP, TABLET, DESK]],
  'many clerks': [COUNTER, manyClerks, [STRIP, TABLET, DESK]],
  'no clerks': [COUNTER, noClerks, [STRIP, TABLET, DESK]],
};
/** What a reader hears is the same at every size. */
async function troublesAt(page: Page, size: Size, isFirst: boolean): Promise<string[]> {
  await page.setViewportSize(size);
  return [...(await misfits(page)), ...(isFirst ? await unheard(page) : [])];
}

describe('has room for everything', () => {
  it.each(Object.entries(STATES))('%s', async (_name, [path, view, sizes]) => {
    const { page } = await stand(path, view, sizes[0]);
    for (const size of sizes) {
      expect(await troublesAt(page, size, size === sizes[0]), `${size.width}`).toEqual([]);
      // What is waited before is seen whole; a long list of names may be scrolled.
      const whole = view === manyClerks ? [] : await cutOff(page, `.door-main, ${PIECES}`);
      expect(whole, `${size.width}`).toEqual([]);
    }
    const other = page.getByRole('button', { name: 'English' });
    if (!(await other.isVisible())) return;
    await other.click();
    await page.getByRole('button', { name: 'Tiếng Việt' }).waitFor();
    for (const size of sizes) expect(await troublesAt(page, size, size === sizes[0]), `${size.width}`).toEqual([]);
  });

  it('the PIN, also with a no and with the question', async () => {
    let refusal = 'wait-before-trying';
    const { page, says } = await stand(COUNTER, fewClerks, STRIP, () => ({ ok: false, refusal }));
    const hasRoom = async (pieces: string) => {
      for (const size of [STRIP, TABLET, DESK]) {
        expect(await troublesAt(page, size, size === STRIP), `${size.width}`).toEqual([]);
        expect(await cutOff(page, pieces), `${size.width}`).toEqual([]);
      }
    };
    await page.getByRole('button', { name: 'Lê Hoàng Phương Uyên' }).click();
    await hasRoom(`.door-main, ${PIECES}`);
    await page.keyboard.type('123456');
    await expect.poll(() => says.textContent()).toBe('Sai nhiều lần. Vui lòng chờ rồi thử lại.');
    await hasRoom(`.door-main, ${PIECES}`);
    refusal = 'in-use-elsewhere';
    await page.keyboard.type('123456');
    await page.locator('dialog').waitFor();
    for (const size of [STRIP, TABLET, DESK]) {
      await page.setViewportSize(size);
      expect(await cutOff(page, '.dialog, .confirm > *'), `${size.width}`).toEqual([]);
      expect(await misfits(page), `${size.width}`).not.toContain('scrolls sideways');
    }
  });

  it('can be read in the dark of a late shift', async () => {
    for (const [path, view] of [
      ['/manager/', newPassword],
      [COUNTER, fewClerks],
    ] as const) {
      const { page } = await stand(path, view, TABLET, undefined, true);
      expect(await tooFaint(page, 7)).toEqual([]);
      await leave();
    }
  });
});

describe('a machine that waits', () => {
  it.each([
    [KIOSK, pairing, 'Máy lấy số'],
    ['/display/', pairing, 'Màn hình gọi số'],
    [COUNTER, pairingCounter, 'Quầy 12'],
    ['/manager/', pairing, 'Trang quản lý'],
  ])('%s shows its code, spelled for who does not see it, and what it wants to be', async (path, view, room) => {
    const { page } = await stand(path, view, DESK);
    const code = page.getByRole('img', { name: 'M N G H 8 M Q M' });
    expect(await code.textContent()).toBe('MNGH 8MQM');
    expect(await page.locator('.pairing-room').textContent()).toContain(room);
    await page.getByRole('heading', { name: 'Đọc mã này cho người quản lý để kết nối máy này' }).waitFor();
  });

  it.each([
    [
      '/display/',
      [
        { width: 1280, height: 720 },
        { width: 3840, height: 2160 },
      ],
    ],
    [KIOSK, [{ width: 1080, height: 1920 }]],
  ])('%s can be read from across the hall', async (path, sizes) => {
    const { page } = await stand(path, pairing, sizes[0]);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const letters = await page
        .locator('.pairing-code')
        .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
      expect(letters / Math.max(size.width, size.height), `${size.width}`).toBeGreaterThan(0.06);
    }
  });

  it('is dark in the lobby, and says when the line is cut', async () => {
    const { page, stage } = await stand('/display/', pairing, DESK);
    await expect.poll(() => page.locator('.door').getAttribute('data-tone')).toBe('dark');
    stage.drop();
    await page.getByText('Mất kết nối với máy chủ.').waitFor();
    stage.raise();
    await page.locator('.door-trouble').waitFor({ state: 'detached' });
  });
});

describe('the first password', () => {
  const open = (answerWith?: () => unknown) => stand('/manager/', newPassword, TABLET, answerWith);

  it('is typed twice and sent once', async () => {
    const { page, hears } = await open();
    // The first field has the focus already.
    await page.keyboard.type('mùa nước nổi về');
    await page.keyboard.press('Tab');
    await page.keyboard.type('mùa nước nổi về');
    await page.keyboard.press('Enter');
    await hears({ name: 'manager:set-password', input: { password: 'mùa nước nổi về' } });
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('luot-session-manager')))
      .toBe('session-of-the-day');
  });

  it.each([
    ['chín ký tự', 'a2345678ộ', 'a2345678ộ', 'Mật khẩu cần ít nhất 10 ký tự.'],
    ['two that differ', 'mùa nước nổi', 'mùa nước nồi', 'Hai lần nhập chưa giống nhau.'],
  ])('is not sent: %s', async (_case, first, second, sentence) => {
    const { page, heard, says } = await open();
    await page.getByLabel('Mật khẩu mới').fill(first);
    await page.getByLabel('Nhập lại mật khẩu').fill(second);
    await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
    expect(await says.textContent()).toBe(sentence);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    expect(heard()).toEqual([]);
  });

  it('can be looked at, and is known to the browser as a new one', async () => {
    const { page } = await open();
    const fields = page.locator('.door-field input');
    const kinds = () =>
      fields.evaluateAll((all) => all.map((one) => [one.getAttribute('type'), one.getAttribute('autocomplete')]));
    expect(await kinds()).toEqual([
      ['password', 'new-password'],
      ['password', 'new-password'],
    ]);
    await page.getByLabel('Hiện mật khẩu').check();
    expect(await kinds()).toEqual([
      ['text', 'new-password'],
      ['text', 'new-password'],
    ]);
  });

  it('says the server’s no', async () => {
    const { page, says } = await open(() => ({ ok: false, refusal: 'not-allowed' }));
    await page.getByLabel('Mật khẩu mới').fill('mùa nước nổi');
    await page.getByLabel('Nhập lại mật khẩu').fill('mùa nước nổi');
    await page.keyboard.press('Enter');
    await expect.poll(() => says.textContent()).toBe('Thiết bị này không được làm việc đó.');
  });
});

describe('the manager', () => {
  it('signs in by keyboard; a no stays, and is typed over', async () => {
    const replies: unknown[] = [{ ok: false, refusal: 'wrong-password' }, YES];
    const { page, hears, says } = await stand('/manager/', password, TABLET, () => replies.shift());
    expect(await page.getByLabel('Mật khẩu', { exact: true }).getAttribute('autocomplete')).toBe('current-password');
    await page.keyboard.type('sai rồi');
    await page.keyboard.press('Enter');
    await expect.poll(() => says.textContent()).toBe('Mật khẩu không đúng.');
    await page.keyboard.type('mùa nước nổi');
    await page.keyboard.press('Enter');
    await hears(
      { name: 'manager:sign-in', input: { password: 'sai rồi' } },
      { name: 'manager:sign-in', input: { password: 'mùa nước nổi' } },
    );
  });

  it('sends one try for a double press', async () => {
    const { page, heard } = await stand('/manager/', password, TABLET, () => undefined);
    await page.keyboard.type('mùa nước nổi');
    await page.getByRole('button', { name: 'Đăng nhập' }).dblclick();
    await page.getByText('Đang đăng nhập…').waitFor();
    expect(heard()).toHaveLength(1);
  });
});

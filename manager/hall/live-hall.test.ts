import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import { DOUBLE_PRESS_MS } from '#shared/page/presses.ts';
import { cutOff, intersecting, launchBrowser, tooFaint } from '#tests/browser/browser.ts';
import { type OnePage, openOnePage } from '#tests/stage/one-page.ts';
import type { Heard } from '#tests/stage/stage.ts';

const { busy, troubled, noon, closed } = EXAMPLE_HALLS;
const DESK = { width: 1920, height: 1080 };
const SIZES = [{ width: 390, height: 844 }, { width: 800, height: 900 }, DESK];
/** All that stands beside something else. */
const PIECES =
  '.hall-header > *, .day-buttons > *, main > *, .total, .services th, .services td, .wait > *, .counter, .counter > *,' +
  '.doing > *, .small-cards > *, .lines > *, .lines > * > *, .attention > *, .dialog form > *, .confirm > *';

let browser: Browser;
let one: OnePage;
beforeAll(async () => {
  browser = await launchBrowser();
  one = await openOnePage(browser, '/manager/', EXAMPLE_AT);
});
afterAll(async () => {
  await one.close();
  await browser.close();
});
afterEach(() => expect(one.faults).toEqual([]));

async function lookAt(view: ManagerView, viewport = DESK, answerWith?: (heard: Heard) => unknown, isDark = false) {
  await one.begin({ views: { 'view:manager': view }, until: '.totals', viewport, answerWith, isDark });
  const { page, stage } = one;
  const commands = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const hears = (...expected: ReturnType<typeof commands>) => expect.poll(commands).toEqual(expected);
  return { page, stage, commands, hears, dialog: page.locator('dialog') };
}

/** Leaves the page that all use to the others: this test stops its clock, cuts its line, or is never answered. */
async function alone(test: () => Promise<void>) {
  const shared = one;
  one = await openOnePage(browser, '/manager/', EXAMPLE_AT);
  try {
    await test();
    expect(one.faults).toEqual([]);
  } finally {
    await one.close();
    one = shared;
  }
}

/** The text with ordinary spaces, wherever a line may not break. */
async function plain(page: Page, selector: string): Promise<string | undefined> {
  return (await page.textContent(selector))?.replaceAll('\u00a0', ' ');
}

/** Boxes that stick out to a side, texts wider than their boxes, a page that scrolls sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(
    (pieces) =>
      [...document.querySelectorAll<HTMLElement>(`html, body, ${pieces}`)]
        .filter((node) => node.checkVisibility() && !node.matches('.sr-only'))
        .filter((node) => getComputedStyle(node).display !== 'inline')
        .filter((node) => {
          const { left, right } = node.getBoundingClientRect();
          return left < -0.5 || right > innerWidth + 0.5 || node.scrollWidth > node.clientWidth + 1;
        })
        .map((node) => `${node.className || node.tagName}: ${node.textContent?.slice(0, 40)}`),
    PIECES,
  );
}

async function seriousFaults(page: Page): Promise<string[]> {
  // Once: the page is the same for all tests of this file, and axe is half a megabyte to read.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // axe puts itself on the window when its source is run there.
    const { axe: onPage } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await onPage.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe.each(SIZES)('the live hall at $width × $height', (size) => {
  it.each(Object.entries<ManagerView>(EXAMPLE_HALLS))('has room for everything: %s', async (_state, view) => {
    const { page } = await lookAt(view, size);
    expect(await tooWide(page)).toEqual([]);
    expect(await intersecting(page, PIECES)).toEqual([]);
    expect(await tooFaint(page, 7)).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('has room for the question before the end of the day', async () => {
    const { page, dialog } = await lookAt(busy, size);
    await page.getByRole('button', { name: 'Kết thúc ngày' }).click();
    await dialog.waitFor();
    expect(await cutOff(page, '.dialog, .confirm > *')).toEqual([]);
    expect(await tooFaint(page, 7)).toEqual([]);
  });
});

it('can be read in the dark', async () => {
  const { page } = await lookAt(troubled, DESK, undefined, true);
  expect(await tooFaint(page, 7)).toEqual([]);
});

describe('the longest wait', () => {
  it.each([
    [15, 'good', '15\u00a0phút tốt'],
    [16, 'long', '16\u00a0phút hơi lâu'],
    [30, 'long', '30\u00a0phút hơi lâu'],
    [31, 'too-long', '31\u00a0phút quá lâu'],
    [null, 'none', '–'],
  ])('of %s minutes is %s, in a word and a shape as well as a colour', async (longestWaitMinutes, level, text) => {
    const [first] = busy.services;
    const services = first ? [{ ...first, longestWaitMinutes }] : [];
    const { page } = await lookAt({ ...busy, services });
    const mark = page.locator('.wait');
    expect(await mark.getAttribute('data-level')).toBe(level);
    expect(await mark.textContent()).toBe(text);
    const shapes = await page.locator('.wait path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
    expect(shapes).toHaveLength(level === 'none' ? 0 : 1);
  });

  it('has another colour for each level', async () => {
    const { page } = await lookAt(busy);
    const colours = await Promise.all(
      ['good', 'long', 'too-long'].map((level) =>
        page
          .locator(`.wait[data-level="${level}"]`)
          .first()
          .evaluate((node) => getComputedStyle(node).color),
      ),
    );
    expect(new Set(colours).size).toBe(3);
  });
});

describe('the end of the day', () => {
  it('is asked for first, saying how many are waiting', async () => {
    const { page, dialog, commands, hears } = await lookAt(busy);
    await page.getByRole('button', { name: 'Kết thúc ngày' }).click();
    expect(await dialog.textContent()).toContain('Còn 57 người đang chờ.');
    // The focus is on the way out.
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(commands()).toEqual([]);
    await page.getByRole('button', { name: 'Kết thúc ngày' }).click();
    await dialog.getByRole('button', { name: 'Kết thúc ngày' }).click();
    await hears({ name: 'day:close', input: {} });
    await dialog.waitFor({ state: 'detached' });
  });

  it('is not offered twice', async () => {
    const { page } = await lookAt(closed);
    expect(await page.getByRole('button', { name: 'Kết thúc ngày' }).count()).toBe(0);
    expect(await plain(page, '.giving')).toBe('Đã kết thúc ngày. Phát số lại lúc 07:20, Thứ Ba 24/11/2026.');
  });
});

describe('holding the office open', () => {
  it('[D4] is offered after a day that was closed by mistake, too', async () => {
    const { page, hears } = await lookAt(closed);
    await page.getByRole('button', { name: 'Mở ngoài giờ hôm nay' }).click();
    await hears({ name: 'hours:extend', input: {} });
  });

  it('is offered while no numbers are given, and sends once', () =>
    alone(async () => {
      const { page, commands, hears } = await lookAt(noon, DESK, () => undefined);
      expect(await page.textContent('.giving')).toBe('Chưa phát số. Phát số lại lúc 13:00.');
      await page.getByRole('button', { name: 'Mở ngoài giờ hôm nay' }).dblclick();
      await hears({ name: 'hours:extend', input: {} });
      expect(commands()).toHaveLength(1);
    }));

  it('is not offered while they are, and says until when it lasts', async () => {
    const { page } = await lookAt({ ...busy, extendedUntil: EXAMPLE_AT + 500 * MINUTE });
    expect(await page.getByRole('button', { name: 'Mở ngoài giờ hôm nay' }).count()).toBe(0);
    expect(await page.textContent('.giving')).toBe('Mở ngoài giờ đến 17:40');
  });
});

it('puts an absent person back, only once', async () => {
  const { page, hears } = await lookAt(busy);
  expect(await page.getByRole('button', { name: /Đã quay lại/ }).count()).toBe(2);
  await page.getByRole('button', { name: 'Đã quay lại: C004' }).click();
  await hears({ name: 'ticket:return', input: { ticket: 'ticket-C004' } });
});

describe('a slip that did not come out', () => {
  it('[P15] is printed again from the keyboard, once for each press, and the button stays under the finger', async () => {
    const { page, stage, hears, commands } = await lookAt(busy);
    const button = page.getByRole('button', { name: 'In lại: A034' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await hears({ name: 'slip:reprint', input: { ticket: 'ticket-A034' } });
    const [first, ...others] = busy.slipTroubles;
    if (!first) throw new Error('The example has no such slip.');
    stage.show('view:manager', { ...busy, slipTroubles: [{ ...first, noReprint: 'slip-under-way' }, ...others] });
    const underWay = page.getByRole('button', { name: 'Đang in lại…: A034' });
    await underWay.waitFor();
    expect(await underWay.evaluate((node) => node === document.activeElement)).toBe(true);
    // Later than any double press.
    await page.clock.fastForward(DOUBLE_PRESS_MS);
    await page.keyboard.press('Enter');
    // Behind this press every other one has been heard.
    await page.getByRole('button', { name: 'Đã quay lại: C004' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => commands().at(-1)?.name).toBe('ticket:return');
    expect(commands().map(({ name }) => name)).toEqual(['slip:reprint', 'ticket:return']);
  });

  it('[P15] says why it cannot be printed once more', async () => {
    const { page } = await lookAt(busy);
    const row = page.locator('.slips li', { hasText: 'C002' });
    expect(await row.textContent()).toContain('đã in lại đủ số lần');
    expect(await row.getByRole('button').count()).toBe(0);
  });
});

it('names the services of a counter as people say them', async () => {
  const { page } = await lookAt(busy);
  expect(await page.locator('.counter').nth(10).textContent()).toContain('Hộ kinh doanh, Xây dựng, Môi trường');
});

it('says above all figures what needs a person', async () => {
  const { page } = await lookAt(troubled);
  expect(await page.locator('.attention li').allTextContents()).toEqual([
    'Ổ đĩa máy chủ đã đầy: chưa ghi được số nào. Hãy giải phóng dung lượng; hệ thống tự chạy lại.',
    'Sổ ngày không còn nguyên vẹn. Hãy báo người phụ trách máy tính.',
    'Không sao lưu được. Bản tốt gần nhất: 06:00 23/11. Hãy báo người phụ trách máy tính.',
    'Không có màn hình gọi số nào đang kết nối.',
    'Máy in hết giấy.',
    'Máy lấy số cổng A bị bấm liên tục lúc 09:18. Hãy đến xem; số thừa có thể hủy bên dưới.',
    'Hướng dẫn: 2 người chờ, chưa có quầy nào mở.',
  ]);
});

it('shows the office’s own clock, and the timers at the counters run', () =>
  alone(async () => {
    const { page, stage } = await lookAt(busy);
    await page.clock.pauseAt(EXAMPLE_AT + 30 * SECOND);
    stage.show('view:manager', busy);
    await page.waitForFunction(() => document.querySelector('.since')?.textContent === '01:11');
    expect(await page.textContent('.clock')).toBe('09:20');
    expect(await plain(page, '.date')).toBe('Thứ Hai 23/11/2026');
    await page.clock.runFor(40 * SECOND);
    expect(await page.locator('.since').first().textContent()).toBe('01:51');
  }));

it('says a no calmly, and a lost connection clearly', () =>
  alone(async () => {
    const { page, stage } = await lookAt(noon, DESK, () => ({ ok: false, refusal: 'day-closed' }));
    await page.getByRole('button', { name: 'Mở ngoài giờ hôm nay' }).click();
    await expect.poll(() => page.textContent('.notice')).toBe('Hôm nay đã hết giờ làm việc.');
    stage.drop();
    await page.waitForSelector('.banner');
    expect(await page.locator('.hall button:enabled:not(.quiet)').count()).toBe(0);
  }));

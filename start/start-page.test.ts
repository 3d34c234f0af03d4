import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StartView } from '#shared/contract/views.ts';
import { cutOff, intersecting, launchBrowser, openPage, SCREENS, tooFaint } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';
import { EXAMPLE_AT, EXAMPLE_STARTS } from './example-starts.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const { closed } = EXAMPLE_STARTS;
const hall = (changes: Partial<StartView> = {}): StartView => ({ ...closed, ...changes });
const extended = hall({ open: true, extendedUntil: EXAMPLE_AT + 3_600_000 });

/** The start page before a stage that plays a hall. */
async function openStart(
  view: StartView | null,
  viewport: { width: number; height: number },
  answerWith?: () => unknown,
) {
  const opens = () => {
    stage.show('view:start', extended);
    return { ok: true, answer: {} };
  };
  const stage = await createStage(answerWith ?? opens);
  if (view) stage.show('view:start', view);
  const { page, context, faults } = await openPage(browser, `${stage.url}/`, { viewport });
  await page.locator('.note').waitFor();
  await page.evaluate(() => document.fonts.ready);
  const close = async () => {
    expect(faults).toEqual([]);
    await context.close();
    await stage.close();
  };
  return { page, stage, close };
}

describe('the start page', () => {
  it('leads into the four rooms', async () => {
    const { page, close } = await openStart(hall(), SCREENS.desk);
    const links = page.getByRole('link');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      '/kiosk/',
      '/counter/',
      '/display/',
      '/manager/',
    ]);
    await close();
  });

  it('says outside the hours until when, and opens the office for who tries it then', async () => {
    const { page, stage, close } = await openStart(hall(), SCREENS.phone);
    await page.getByText('Ngoài giờ làm việc – máy lấy số đang đóng đến 07:00, Thứ Hai 23/11/2026').waitFor();
    await page.getByRole('button', { name: 'Mở ngoài giờ hôm nay' }).click();
    await page.getByText('Đang mở ngoài giờ', { exact: false }).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(stage.heard.map(({ name, input }) => ({ name, input }))).toEqual([{ name: 'hours:extend', input: {} }]);
    await close();
  });

  it('sends to the manager’s page who may not open the office here', async () => {
    const { page, close } = await openStart(hall({ mayExtend: false }), SCREENS.phone);
    expect(await page.getByRole('link', { name: 'Mở ngoài giờ ở trang Quản lý' }).getAttribute('href')).toBe(
      '/manager/',
    );
    expect(await page.getByRole('button').count()).toBe(0);
    await close();
  });

  it('sends one command for a double click, and says that it is under way', async () => {
    const { page, stage, close } = await openStart(hall(), SCREENS.desk, () => undefined);
    await page.getByRole('button').dblclick();
    await page.getByText('Đang mở…').waitFor();
    await expect.poll(() => stage.heard.length).toBe(1);
    await close();
  });

  it('says a refusal in words', async () => {
    const { page, close } = await openStart(hall(), SCREENS.desk, () => ({ ok: false, refusal: 'day-closed' }));
    await page.getByRole('button').click();
    await page.getByText('Hôm nay đã hết giờ làm việc.').waitFor();
    await close();
  });

  it('says that numbers are given within the hours', async () => {
    const { page, close } = await openStart(hall({ open: true, nextFrom: null }), SCREENS.desk);
    await page.getByText('Đang phát số').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await close();
  });

  it('shows the latest slip of a demonstration, each one anew, and nothing of the kind in an office', async () => {
    const { page, stage, close } = await openStart(hall({ open: true, papers: 0 }), SCREENS.phone);
    await page.getByText('Chưa có phiếu nào.').waitFor();
    const asked: string[] = [];
    await page.route('**/latest-paper.png?*', (route) => {
      asked.push(new URL(route.request().url()).search);
      return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    });
    stage.show('view:start', hall({ open: true, papers: 1 }));
    await page.getByRole('img', { name: 'Phiếu số thứ tự, tờ thứ 1' }).waitFor();
    stage.show('view:start', hall({ open: true, papers: 2 }));
    await expect.poll(() => asked).toEqual(['?1', '?2']);
    stage.show('view:start', hall({ open: true }));
    await page.locator('.latest-paper').waitFor({ state: 'detached' });
    await close();
  });

  it('works by keyboard', async () => {
    const { page, stage, close } = await openStart(hall(), SCREENS.desk);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Đang mở ngoài giờ', { exact: false }).waitFor();
    expect(stage.heard).toHaveLength(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('/kiosk/');
    await close();
  });

  for (const [size, viewport] of Object.entries({ phone: SCREENS.phone, desk: SCREENS.desk, wall: SCREENS.tv })) {
    it.each([
      ['closed', hall()],
      ['closed, to be opened elsewhere', hall({ mayExtend: false })],
      ['held open', extended],
      ['without a hall', null],
    ])(`fits a ${size}: %s`, async (_state, view) => {
      const { page, close } = await openStart(view, viewport);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await intersecting(page, 'header, .office, .note, .extend, .elsewhere, .room, .room-words > *')).toEqual(
        [],
      );
      expect(
        (await cutOff(page, 'h1, .office, .note, .extend, .elsewhere, .room')).filter((one) => !one.startsWith('room')),
      ).toEqual([]);
      expect(await tooFaint(page, 7)).toEqual([]);
      await close();
    });
  }
});

import { describe, expect, it } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_CHOICES } from '#manager/example-choices.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { useOnePage } from '#tests/stage/one-page.ts';

const { busy, helpless } = EXAMPLE_HALLS;
const onePage = useOnePage('/manager/', EXAMPLE_AT);

const with13 = (change: Partial<ManagerView['counters'][number]>): ManagerView => ({
  ...busy,
  counters: busy.counters.map((counter) => (counter.id === 13 ? { ...counter, ...change } : counter)),
});

async function lookAt(view: ManagerView, answerWith?: () => unknown) {
  const others = { 'view:access': EXAMPLE_ACCESS.quiet, 'view:choices': EXAMPLE_CHOICES.none };
  const one = onePage();
  await one.begin({ views: { ...others, 'view:manager': view }, until: '.totals', answerWith });
  const { page, stage } = one;
  const commands = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const hears = (...expected: ReturnType<typeof commands>) => expect.poll(commands).toEqual(expected);
  return { page, stage, commands, hears, dialog: page.locator('dialog') };
}

async function open(view: ManagerView, counter: number, answerWith?: () => unknown) {
  const seen = await lookAt(view, answerWith);
  await seen.page.getByRole('button', { name: `Quầy ${counter}: xem và điều chỉnh` }).press('Enter');
  const { dialog } = seen;
  const button = (name: string) => dialog.getByRole('button', { name, exact: true });
  await button('Xong').waitFor();
  return { ...seen, button };
}

const supervised = (counter: number, to: string, reason: string | null) => ({
  name: 'counter:supervise' as const,
  input: { counter, to, reason },
});

describe('one counter', () => {
  it('[S11] is paused with a reason and opened again, by keyboard alone, and the question shows what came of it', async () => {
    const { page, stage, dialog, hears, button } = await open(busy, 13);
    expect(await dialog.locator('dd').allTextContents()).toEqual([
      ...['Đang trống', 'Nhận kết quả (7\u00a0chờ)', 'không', 'không', 'không', 'tắt', '1 lượt'],
    ]);
    await button('Tạm nghỉ').press('Enter');
    await button('Nghỉ giải lao').waitFor();
    // The first reason has the focus.
    await page.keyboard.press('Enter');
    await hears(supervised(13, 'paused', 'Nghỉ giải lao'));
    stage.show('view:manager', with13({ state: 'paused', pauseReason: 'Nghỉ giải lao', may: ['open', 'closed'] }));
    await dialog.getByText('Tạm nghỉ: Nghỉ giải lao').waitFor();
    // On the way out, the one button that surely stays.
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await expect.poll(focused).toBe('Xong');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await hears(supervised(13, 'paused', 'Nghỉ giải lao'), supervised(13, 'open', null));
    await expect.poll(focused).toBe('Xong');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  });

  it('[S11] wants a reason of one’s own written down', async () => {
    const { page, dialog, hears, commands, button } = await open(busy, 13);
    await button('Tạm nghỉ').click();
    await button('Tạm nghỉ').click();
    await dialog.getByText('Ghi lý do.').waitFor();
    expect(commands()).toEqual([]);
    await dialog.getByLabel('Lý do khác').fill(' Đổi ca ');
    await page.keyboard.press('Enter');
    await hears(supervised(13, 'paused', 'Đổi ca'));
  });

  it('[S8] is closed only after it was said what becomes of who is there; a thoughtless Enter closes nothing', async () => {
    const { page, dialog, commands, hears, button } = await open(busy, 11);
    await button('Đóng quầy').press('Enter');
    await dialog.locator('.what-becomes').waitFor();
    expect(await dialog.locator('.what-becomes li').allTextContents()).toEqual([
      'K021 đang được gọi sẽ trở về hàng chờ, giữ nguyên chỗ.',
      'Chờ riêng quầy này sẽ về hàng chung, giữ nguyên chỗ: K003.',
      'Đang tạm gác, quầy khác gọi lại được: X001, M002.',
      'Cán bộ tại quầy không hoàn tác được lượt vừa bấm.',
    ]);
    await page.keyboard.press('Enter');
    await button('Xong').waitFor();
    expect(commands()).toEqual([]);
    // The focus is back on the button that was pressed.
    await page.keyboard.press('Enter');
    await button('Đóng quầy').click();
    await hears(supervised(11, 'closed', null));
  });

  it('[S11] is not touched while somebody is served there, and it says why', async () => {
    const { dialog, button } = await open(busy, 1);
    await dialog.getByText('Đang phục vụ A011: xong lượt này mới tạm nghỉ hoặc đóng quầy được.').waitFor();
    expect([await button('Tạm nghỉ').count(), await button('Đóng quầy').count()]).toEqual([0, 0]);
  });
});

describe('the services of a counter today', () => {
  it('[S12] are changed one by one and sent as a whole', async () => {
    const { dialog, hears, button } = await open(busy, 13);
    await button('Đổi lĩnh vực hôm nay').press('Enter');
    const row = (name: string) => dialog.getByRole('group', { name });
    await row('Đất đai').getByLabel('Hỗ trợ').check();
    await row('Hướng dẫn').getByLabel('Chính').check();
    await button('Đổi lĩnh vực').click();
    const services = { own: ['tra-ket-qua', 'huong-dan'], helps: ['dat-dai'] };
    await hears({ name: 'counter:assign', input: { counter: 13, services } });
    await button('Xong').waitFor();
  });

  it('[S12] are not sent while one would be left without a counter, which is named, nor without one of its own', async () => {
    const { dialog, commands, button } = await open(busy, 11);
    await button('Đổi lĩnh vực hôm nay').click();
    const row = (name: string) => dialog.getByRole('group', { name });
    await row('Xây dựng').getByLabel('Không').check();
    await dialog.getByText('Không còn quầy nào nhận: Xây dựng.').waitFor();
    await button('Đổi lĩnh vực').click();
    await row('Xây dựng').getByLabel('Hỗ trợ').check();
    for (const name of ['Hộ kinh doanh', 'Môi trường']) await row(name).getByLabel('Hỗ trợ').check();
    await dialog.getByText('Chọn ít nhất một lĩnh vực chính.').waitFor();
    await button('Đổi lĩnh vực').click();
    expect(commands()).toEqual([]);
  });

  it('[S12] stay as they were chosen when the house says no; and are those of the settings again on one press', async () => {
    let isYes = false;
    const answer = () => (isYes ? { ok: true, answer: {} } : { ok: false, refusal: 'nobody-would-serve' });
    const { dialog, hears, button } = await open(helpless, 8, answer);
    await dialog.getByText('Lĩnh vực hôm nay khác cài đặt').waitFor();
    await button('Đổi lĩnh vực hôm nay').click();
    const land = dialog.getByRole('group', { name: 'Đất đai' }).getByLabel('Hỗ trợ');
    await land.check();
    await button('Đổi lĩnh vực').click();
    await dialog.locator('.notice').getByText('Sẽ có lĩnh vực không còn quầy nào nhận.').waitFor();
    expect(await land.isChecked()).toBe(true);
    isYes = true;
    await button('Trở lại như cài đặt').click();
    const services = { own: ['ho-tich', 'chung-thuc'], helps: ['dat-dai', 'can-cuoc'] };
    await hears(
      { name: 'counter:assign', input: { counter: 8, services } },
      { name: 'counter:assign', input: { counter: 8, services: null } },
    );
  });
});

describe('a call for help', () => {
  it('[S13] stands above every sheet, who called first first, and before the name of the tab, until somebody has come', async () => {
    const { page, stage, hears } = await lookAt(helpless);
    const strip = page.locator('.help-call p');
    for (const hash of ['', 'help-desk', 'displays', 'ratings', 'access']) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.locator(`.section-nav a[href="#${hash || 'hall'}"][aria-current]`).waitFor();
      expect(await strip.allTextContents()).toEqual(['Quầy 8 gọi hỗ trợ từ 09:17', 'Quầy 3 gọi hỗ trợ từ 09:19']);
      expect(await page.title()).toMatch(/^⚠ Quầy 8, 3 gọi hỗ trợ · ./);
    }
    expect(await page.locator('.help-calls').getAttribute('aria-live')).toBe('assertive');
    await page.getByRole('button', { name: 'Đã có người đến quầy 8' }).click();
    await hears({ name: 'counter:help-came', input: { counter: 8 } });
    stage.show('view:manager', busy);
    await strip.first().waitFor({ state: 'detached' });
    await expect.poll(() => page.title()).toBe('Thiết bị & nhân sự');
  });

  it('[S13] is seen and read out over an open question, too', async () => {
    const { stage, dialog } = await open(busy, 13);
    expect(await dialog.locator('.dialog-alarm').textContent()).toBe('');
    stage.show('view:manager', helpless);
    await dialog.getByText('Quầy 8, 3 gọi hỗ trợ').waitFor();
  });
});

it('[T6] shows the dossiers of today, how they are handed over and how they came in', async () => {
  const { page } = await lookAt(busy);
  expect(await page.locator('.dossier-group div').allTextContents()).toEqual([
    ...['Tổng số131', 'Trả trong ngày22', 'Hẹn trả97', 'Qua bưu điện12', 'Nộp trực tiếp109', 'Nộp trực tuyến22'],
  ]);
});

// The last one: the line of the page that all use stays cut.
it('says over the page, too, that the line is cut, and offers nothing that could not be done', async () => {
  const { stage, dialog, button } = await open(busy, 13);
  await button('Tạm nghỉ').click();
  stage.drop();
  await dialog.getByText('Mất kết nối với máy chủ.').waitFor();
  for (const name of ['Nghỉ giải lao', 'Tạm nghỉ']) expect(await button(name).isDisabled()).toBe(true);
  await button('Quay lại').click();
  expect(await dialog.locator('dd').first().textContent()).toBe('Đang trống');
});

import { describe, expect, it } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { EXAMPLE_MACHINES } from '#manager/example-machines.ts';
import type { MachinesView } from '#shared/contract/health.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { cutOff, intersecting, tooFaint } from '#tests/browser/browser.ts';
import { useOnePage } from '#tests/stage/one-page.ts';

const { troubled, well } = EXAMPLE_MACHINES;
const DESK = { width: 1366, height: 768 };
const PIECES = '.access > .card, .machines li, .machines .what > *, .machines .small, .knock-notice > *';

const onePage = useOnePage('/manager/#access', EXAMPLE_AT);

async function lookAt(
  machines: MachinesView,
  {
    viewport = DESK,
    hash = 'access',
    hall = EXAMPLE_HALLS.busy as ManagerView,
    reply = { ok: true, answer: {} } as object,
  } = {},
) {
  const views = { 'view:access': EXAMPLE_ACCESS.quiet, 'view:machines': machines, 'view:manager': hall };
  const one = onePage();
  await one.begin({ views, until: hash ? '.machines' : '.totals', hash, viewport, answerWith: () => reply });
  const { page, stage } = one;
  const heard = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const row = (name: string) => page.locator('.machines li', { hasText: name });
  return { page, stage, heard, row, dialog: page.locator('dialog') };
}

describe.each([{ width: 390, height: 844 }, DESK, { width: 1920, height: 1080 }])('at $width × $height', (viewport) => {
  it.each(Object.entries<MachinesView>(EXAMPLE_MACHINES))('has room for everything: %s', async (_state, view) => {
    const { page } = await lookAt(view, { viewport });
    for (const language of ['Tiếng Việt', 'English']) {
      if (language === 'English') await page.getByRole('button', { name: 'English' }).click();
      expect([...(await intersecting(page, PIECES)), ...(await tooFaint(page, 7))]).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

  it('has room for the question', async () => {
    const { page, dialog } = await lookAt(troubled, { viewport });
    await page.getByRole('button', { name: 'Khởi động lại Máy lấy số', exact: true }).click();
    await dialog.waitFor();
    expect(await intersecting(page, '.dialog > *, .dialog form > *, .role, .confirm > *')).toEqual([]);
    expect(await cutOff(page, '.dialog, .confirm > *')).toEqual([]);
  });
});

it('[M2] says in plain words what is wrong with each machine, and nothing of one that is well', async () => {
  const { page, row } = await lookAt(troubled);
  const complaints = async (name: string) => await row(name).locator('.is-missing').allTextContents();
  expect(await page.locator('.machines li').count()).toBe(troubled.machines.length);
  expect(await complaints('Máy chủ này')).toEqual([]);
  expect(await complaints('Màn hình gọi số tầng hai')).toEqual([
    'Âm thanh đang tắt. Hãy chạm vào màn hình đó một lần.',
    'Đồng hồ của máy sai. Hãy chỉnh lại giờ.',
  ]);
  expect(await row('Màn hình gọi số tầng hai').locator('.soft').allTextContents()).toEqual([
    'trang 0.1.0 · Chrome 153 · chạy 1\u00a0giờ\u00a035 · 3840\u00a0×\u00a02160 (1.5×) · bộ nhớ 30 MB · âm thanh tắt · đồng hồ nhanh 1\u00a0giờ\u00a005',
  ]);
  expect(await row('Màn hình sân').textContent()).toContain('không liên lạc từ');
  expect(await row('Màn hình sân').getByRole('button').count()).toBe(0);
  expect(await row('Máy lấy số').last().textContent()).toContain('chưa trở lại.');
});

it('asks a machine to reload its page, or its whole app where it has one', async () => {
  const { page, heard, dialog } = await lookAt(troubled);
  await page.getByRole('button', { name: 'Khởi động lại Máy lấy số', exact: true }).click();
  await dialog.getByText('Máy đợi người đang lấy số xong rồi mới làm.').waitFor();
  await dialog.getByLabel('Khởi động lại cả ứng dụng').check();
  await dialog.getByRole('button', { name: 'Khởi động lại' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Khởi động lại Màn hình gọi số tầng hai' }).click();
  expect(await dialog.getByRole('radio').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Khởi động lại' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(heard()).toEqual([
    { name: 'machine:restart', input: { machine: 'device-0001', what: 'shell' } },
    { name: 'machine:restart', input: { machine: 'device-0003', what: 'page' } },
  ]);
});

it('does nothing on a thoughtless Enter, and says when the machine does not answer', async () => {
  const { page, heard, dialog } = await lookAt(well, { reply: { ok: false, refusal: 'machine-silent' } });
  const press = () => page.getByRole('button', { name: 'Khởi động lại Máy lấy số', exact: true }).click();
  await press();
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(heard()).toEqual([]);
  await press();
  await dialog.getByRole('button', { name: 'Khởi động lại' }).click();
  await dialog.getByText('Máy này không trả lời. Hãy đến xem tại chỗ.').waitFor();
});

describe('on the sheet of the hall', () => {
  it('a word stands about machines that are not well, and leads to them', async () => {
    const { page } = await lookAt(troubled, { hash: '' });
    const notice = page.locator('.is-troubled');
    expect(await notice.textContent()).toBe('3 máy cần xem, trong đó Máy lấy số Xem');
    await notice.getByRole('link', { name: 'Xem' }).click();
    await page.locator('.machines').waitFor();
  });

  it.each([
    ['all are well', well, EXAMPLE_HALLS.busy],
    ['the day is over', troubled, EXAMPLE_HALLS.closed],
  ])('nothing stands when %s', async (_when, machines, hall) => {
    const { page } = await lookAt(machines, { hash: '', hall });
    expect(await page.locator('.is-troubled').count()).toBe(0);
  });
});

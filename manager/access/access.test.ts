import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import type { AccessView } from '#shared/contract/access-views.ts';
import { EXAMPLE_DOORS } from '#shared/page/door/example-doors.ts';
import { cutOff, intersecting, tooFaint } from '#tests/browser/browser.ts';
import { useOnePage } from '#tests/stage/one-page.ts';
import type { Heard } from '#tests/stage/stage.ts';

const { busy, quiet } = EXAMPLE_ACCESS;
const DESK = { width: 1920, height: 1080 };
const SIZES = [{ width: 390, height: 844 }, { width: 1366, height: 768 }, DESK];
/** All that stands beside something else. */
const PIECES =
  '.section-nav > *, .access-header > *, .day-buttons > *, main > *, .lines > *, .lines > * > *, .what > *, .add, .address,' +
  '.fingerprint';
/** The same of a question, which lies over the page. */
const QUESTION_PIECES = '.dialog > *, .dialog form > *, .role, .form-field > *, .side-by-side > *, .confirm > *';

type HeardRequest = Pick<Heard, 'name' | 'input'>;
const onePage = useOnePage('/manager/#access', EXAMPLE_AT);

async function lookAt(
  view: AccessView,
  { viewport = DESK, hash = 'access', answerWith = (_: HeardRequest): unknown => ({ ok: true, answer: {} }) } = {},
) {
  const views = { 'view:access': view, 'view:manager': EXAMPLE_HALLS.busy };
  const one = onePage();
  await one.begin({ views, until: hash === 'access' ? '.access-header' : '.totals', hash, viewport, answerWith });
  const { page, stage } = one;
  const heard = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const hears = (...expected: HeardRequest[]) => expect.poll(heard).toEqual(expected);
  return { page, stage, heard, hears, dialog: page.locator('dialog') };
}

async function troubles(page: Page, pieces = PIECES): Promise<string[]> {
  // Once: the page is the same for all tests of this file, and axe is half a megabyte to read.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const serious = await page.evaluate(async () => {
    // axe puts itself on the window when its source is run there.
    const { axe: onPage } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await onPage.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  const tooWide = await page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(`html, body, ${wanted}`)]
        .filter((node) => node.checkVisibility() && getComputedStyle(node).display !== 'inline')
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map((node) => `${node.className || node.tagName}: ${node.textContent?.slice(0, 40)}`),
    pieces,
  );
  return [...tooWide, ...(await intersecting(page, pieces)), ...(await tooFaint(page, 7)), ...serious];
}

describe.each(SIZES)('machines and people at $width × $height', (viewport) => {
  it.each(Object.entries<AccessView>(EXAMPLE_ACCESS))('has room for everything: %s', async (_state, view) => {
    const { page } = await lookAt(view, { viewport });
    expect(await troubles(page)).toEqual([]);
    expect(await cutOff(page, '.section-nav [aria-current]')).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Machines & people' }).waitFor();
    expect(await troubles(page)).toEqual([]);
  });

  it.each(['Kết nối máy MNGH', 'Gỡ Màn hình', 'Thêm cán bộ', 'PIN mới cho Công', 'Xóa Công', 'Đổi mật khẩu'])(
    'has room for the question: %s',
    async (name) => {
      const { page, dialog } = await lookAt(busy, { viewport });
      await page.getByRole('button', { name }).click();
      await dialog.waitFor();
      // With the complaint about what was not filled in, where there is something to fill in.
      if (!/Kết nối|Gỡ|Xóa/.test(name)) await dialog.locator('.primary').click();
      expect(await troubles(page, QUESTION_PIECES)).toEqual([]);
      expect(await cutOff(page, '.dialog, .confirm > *')).toEqual([]);
    },
  );

  it('says in the hall that a machine knocks, and leads there', async () => {
    const { page } = await lookAt(busy, { viewport, hash: '' });
    expect(await intersecting(page, '.section-nav > *, .knock-notice > *, .hall-header > *, main > *')).toEqual([]);
    await page.getByRole('link', { name: 'Xem' }).click();
    await page.getByRole('heading', { name: 'Máy đang chờ kết nối' }).waitFor();
    await page.goBack();
    await page.locator('.totals').waitFor();
  });
});

it('shows the hall first, and no word of machines while none knocks', async () => {
  const { page, stage } = await lookAt(quiet, { hash: '' });
  expect(await page.locator('.knock-notice').textContent()).toBe('');
  stage.show('view:access', busy);
  await expect
    .poll(async () => (await page.locator('.knock-notice').textContent())?.replaceAll('\u00a0', ' '))
    .toBe('2 máy đang chờ kết nối, trong đó MNGH 8MQM · Quầy 12 Xem');
});

describe('a machine that knocks', () => {
  it('is let in as what it wants to be', async () => {
    const { page, hears, dialog } = await lookAt(busy);
    await page.getByRole('button', { name: 'Kết nối máy MNGH' }).click();
    await dialog.getByRole('button', { name: 'Kết nối' }).click();
    const input = { code: 'MNGH8MQM', role: 'counter', counter: 12, name: 'Quầy 12' };
    await hears({ name: 'device:pair', input });
    await dialog.waitFor({ state: 'detached' });
  });

  it('is let in as something else, under a name that is free', async () => {
    const { page, hears, dialog } = await lookAt(busy);
    await page.getByRole('button', { name: 'Kết nối máy ABCD' }).click();
    await dialog.getByLabel('Trang quầy').check();
    await dialog.getByRole('button', { name: 'Kết nối' }).click();
    expect(await dialog.getByRole('alert').first().textContent()).toBe('Chọn quầy.');
    await dialog.getByLabel('Quầy số').selectOption('3');
    expect(await dialog.getByLabel('Tên máy').inputValue()).toBe('Quầy 3 2');
    await dialog.getByLabel('Máy lấy số').check();
    await dialog.getByLabel('Tên máy').fill('  Máy ở cửa  ');
    await page.keyboard.press('Enter');
    await hears({ name: 'device:pair', input: { code: 'ABCD3456', role: 'kiosk', counter: null, name: 'Máy ở cửa' } });
  });

  it('[B16] is a display of the hall, of a zone, or above one counter', async () => {
    for (const [chosen, place, name] of [
      ['Cả phòng chờ', { counter: null, zone: null }, 'Màn hình gọi số'],
      ['Tầng 2', { counter: null, zone: 'tang-2' }, 'Màn hình gọi số · Tầng 2'],
      ['Quầy 12', { counter: 12, zone: null }, 'Màn hình gọi số · Quầy 12'],
    ] as const) {
      const { page, hears, dialog } = await lookAt(busy);
      await page.getByRole('button', { name: 'Kết nối máy ABCD' }).click();
      await dialog.getByLabel('Hiện các số gọi của').selectOption({ label: chosen });
      await dialog.getByRole('button', { name: 'Kết nối' }).click();
      await hears({ name: 'device:pair', input: { code: 'ABCD3456', role: 'display', ...place, name } });
    }
  });

  it('may have gone: the question stays and says so', async () => {
    const { page, dialog } = await lookAt(busy, { answerWith: () => ({ ok: false, refusal: 'no-such-code' }) });
    await page.getByRole('button', { name: 'Kết nối máy MNGH' }).click();
    await dialog.getByRole('button', { name: 'Kết nối' }).click();
    await dialog.getByText('Không có thiết bị nào đang hiện mã này.').waitFor();
  });
});

it.each([
  ['Gỡ Quầy 3', 'Gỡ', { name: 'device:revoke', input: { device: 'device-0002' } }],
  ['Xóa Trần Văn Đức', 'Xóa', { name: 'clerk:remove', input: { clerk: 'clerk-0002' } }],
] as const)('%s asks first', async (button, yes, request) => {
  const { page, heard, hears, dialog } = await lookAt(busy);
  await page.getByRole('button', { name: button }).click();
  await dialog.waitFor();
  // The way out has the focus.
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(heard()).toEqual([]);
  await page.getByRole('button', { name: button }).click();
  await dialog.getByRole('button', { name: yes, exact: true }).click();
  await hears(request);
});

describe('a clerk', () => {
  it('is added with a PIN typed twice', async () => {
    const { page, heard, hears, dialog } = await lookAt(busy);
    await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
    await dialog.locator('.primary').click();
    await dialog.getByText('Hãy nhập tên.').waitFor();
    await dialog.getByLabel('Họ và tên').fill(' Bùi Đình Trọng ');
    await dialog.getByLabel('Mã PIN (6 số)').fill('24681');
    await page.keyboard.press('Enter');
    await dialog.getByText('Mã PIN gồm đúng 6 chữ số.').waitFor();
    await dialog.getByLabel('Mã PIN (6 số)').fill('246810');
    await dialog.getByLabel('Nhập lại mã PIN').fill('246801');
    await page.keyboard.press('Enter');
    await dialog.getByText('Hai mã PIN chưa giống nhau.').waitFor();
    expect(heard()).toEqual([]);
    await dialog.getByLabel('Nhập lại mã PIN').fill('246810');
    await page.keyboard.press('Enter');
    await hears({ name: 'clerk:add', input: { name: 'Bùi Đình Trọng', pin: '246810' } });
  });

  it('gets a new PIN', async () => {
    const { page, hears, dialog } = await lookAt(busy);
    await page.getByRole('button', { name: 'PIN mới cho Trần Văn Đức' }).click();
    const fields = dialog.locator('input');
    expect(await fields.evaluateAll((all) => all.map((one) => one.getAttribute('autocomplete')))).toEqual([
      'one-time-code',
      'one-time-code',
    ]);
    await fields.first().fill('135791');
    await fields.last().fill('135791');
    await page.keyboard.press('Enter');
    await hears({ name: 'clerk:set-pin', input: { clerk: 'clerk-0002', pin: '135791' } });
  });
});

it('changes the password, knowing the present one', async () => {
  const { page, heard, hears, dialog } = await lookAt(busy);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  const fields = dialog.locator('input');
  expect(await fields.evaluateAll((all) => all.map((one) => one.getAttribute('autocomplete')))).toEqual([
    'current-password',
    'new-password',
    'new-password',
  ]);
  await fields.nth(0).fill('mùa khô');
  await fields.nth(1).fill('mùa nước nổi');
  await fields.nth(2).fill('mùa nước');
  await page.keyboard.press('Enter');
  await dialog.getByText('Hai lần nhập chưa giống nhau.').waitFor();
  expect(heard()).toEqual([]);
  await fields.nth(2).fill('mùa nước nổi');
  await page.keyboard.press('Enter');
  await hears({ name: 'manager:change-password', input: { old: 'mùa khô', password: 'mùa nước nổi' } });
});

it('signs out, and shows the door without the question that stood', async () => {
  const { page, stage, hears, dialog } = await lookAt(busy);
  await page.evaluate(() => sessionStorage.setItem('luot-session-manager', 'of-today'));
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await hears({ name: 'session:end', input: {} });
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('luot-session-manager'))).toBe(null);
  await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
  stage.show('view:door', EXAMPLE_DOORS.password);
  await page.locator('.door').waitFor();
  stage.show('view:manager', EXAMPLE_HALLS.busy);
  await page.locator('.access-header').waitFor();
  expect(await dialog.count()).toBe(0);
});

it('shows how to find this server, and the certificate in groups to be compared', async () => {
  const { page } = await lookAt(busy);
  expect(await page.locator('.address').allTextContents()).toEqual([...busy.addresses]);
  expect(await page.locator('.fingerprint').textContent()).toMatch(/^0007 0E15 1C23( [0-9A-F]{4}){13}$/);
});

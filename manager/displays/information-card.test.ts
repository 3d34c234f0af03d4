import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_CHOICES } from '#manager/example-choices.ts';
import { EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage } from '#tests/stage/stage.ts';

const { information } = EXAMPLE_CHOICES;
const CHOSEN = information.choices.information;
const [FIRST, NOTICE, GONE] = CHOSEN.pieces;
const HALL = resolve(import.meta.dirname, '../../docs/pictures/hall.png');

let browser: Browser;
let leave: () => Promise<void> = async () => {};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => leave());

async function aCard() {
  const stage = await createStage(undefined, { '/information/hall.png': HALL });
  stage.show('view:manager', EXAMPLE_HALLS.busy);
  stage.show('view:access', EXAMPLE_ACCESS.quiet);
  stage.show('view:choices', information);
  const { page, context } = await openPage(browser, `${stage.url}/manager/#displays`);
  const card = page.locator('.information');
  await card.waitFor();
  leave = async () => {
    leave = async () => {};
    await context.close();
    await stage.close();
  };
  const press = (name: string) => card.getByRole('button', { name, exact: true }).click();
  return { stage, card, press, heard: () => stage.heard.map(({ name, input }) => ({ name, input })) };
}

it('keeps what the manager has put together: order, seconds, words, and the line', async () => {
  const { card, press, heard } = await aCard();
  await press('Đưa Nghỉ lễ Quốc khánh lên trước');
  await card.getByLabel('Số giây của Nghỉ lễ Quốc khánh').fill('45');
  await press('Bỏ đã xóa.jpg');
  await press('Thêm hall.png');
  await press('Thêm thông báo chữ');
  await card.getByLabel('Tiêu đề').last().fill('Quầy 3 dời sang tầng 2');
  await card.getByLabel('Nội dung').last().fill('Từ thứ Hai tới.');
  await card.getByLabel('Dòng chữ cuối màn hình').fill('');
  await press('Lưu');
  await card.getByText('Đã lưu. Các màn hình đã nhận.').waitFor();
  const pieces = [
    { ...NOTICE, seconds: 45 },
    FIRST,
    { kind: 'file', file: 'hall.png', seconds: 15 },
    { kind: 'notice', title: 'Quầy 3 dời sang tầng 2', text: 'Từ thứ Hai tới.', seconds: 15 },
  ];
  expect(heard()).toEqual([{ name: 'information:choose', input: { isShown: true, pieces, line: '' } }]);
});

it('turns all of it off with one tick, and keeps what was chosen', async () => {
  const { card, press, heard } = await aCard();
  await card.getByLabel('Hiện thông tin khi không gọi số').uncheck();
  await press('Lưu');
  await card.getByText('Đã lưu. Các màn hình đã nhận.').waitFor();
  expect(heard()).toEqual([{ name: 'information:choose', input: { ...CHOSEN, isShown: false } }]);
});

it('saves nothing that is not whole, and takes back what was not saved', async () => {
  const { card, press, heard } = await aCard();
  const save = card.getByRole('button', { name: 'Lưu', exact: true });
  expect(await save.isDisabled()).toBe(true);
  await card.getByLabel('Số giây của Nghỉ lễ Quốc khánh').fill('3');
  await card.getByText('mỗi phần từ 5 đến 600 giây').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await card.getByLabel('Số giây của Nghỉ lễ Quốc khánh').fill('30');
  expect(await save.isDisabled()).toBe(false);
  await press('Bỏ thay đổi');
  expect(await card.getByLabel('Số giây của Nghỉ lễ Quốc khánh').inputValue()).toBe('20');
  expect(heard()).toEqual([]);
});

it('[B25] says of each file why it cannot be chosen, and of a chosen one that it is gone', async () => {
  const { card } = await aCard();
  const row = (name: string) => card.locator('li', { hasText: name }).last();
  expect(await row('tờ rơi.pdf').textContent()).toBe('tờ rơi.pdfLoại tệp này không hiện được.');
  expect(await row('ảnh chụp.jpg').textContent()).toContain('Tệp hỏng');
  expect(await row('phim dài.webm').textContent()).toContain('Tệp quá lớn');
  expect(await row('phim dài.webm').getByRole('button').count()).toBe(0);
  expect(GONE).toMatchObject({ file: 'đã xóa.jpg' });
  expect(await row('đã xóa.jpg').textContent()).toContain('Không còn tệp này');
});

it('shows what a piece looks like before it is chosen, and says when the browser cannot open it', async () => {
  const { card, press } = await aCard();
  const glass = card.locator('.information-glass');
  await press('Xem Nghỉ lễ Quốc khánh');
  expect(await glass.textContent()).toContain('Trung tâm nghỉ ngày 2/9.');
  await press('Xem hall.png');
  await expect
    .poll(() => glass.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  await card.getByRole('button', { name: 'Xem lịch nghỉ lễ 2-9.png', exact: true }).first().click();
  await glass.getByText('Trình duyệt không mở được tệp này').waitFor();
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startVirtualPrinter } from '#printer/virtual-printer.ts';
import { DOUBLE_PRESS_MS } from '#shared/page/presses.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { Client, joinDisplay, joinKiosk, openTestHall } from './hall/test-hall.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('[S11] [S12] [S13] [S14] [P15] the manager’s page directs a real hall, answers a call for help, and serves at the help desk', async () => {
  const printer = await startVirtualPrinter();
  const house = await openTestHall({ printer: { host: '127.0.0.1', port: printer.port } });
  const [kiosk, display] = [await joinKiosk(house.url), await joinDisplay(house.url)];
  const clerk = await Client.join(house.url, 'view:counter', 'counter', 5);
  await kiosk.until(({ printer: state }) => state === 'ready');
  const { page, context, faults } = await openPage(browser, 'about:blank');
  await page.clock.install({ time: house.clock.at });
  await page.goto(`${house.url}manager/#help-desk`);
  const dialog = page.locator('dialog');
  const says = (text: string) => page.locator('.desk-part').getByText(text).first().waitFor();

  // A number for somebody who stands there; the next slip does not come out, and comes when it is asked for again.
  await page.getByLabel('Lĩnh vực', { exact: true }).fill('can cuoc');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await says('Phiếu đã in.');
  printer.set({ coverOpen: true });
  await kiosk.until(({ printer: state }) => state === 'cover-open');
  // Nobody gives out two numbers within the time of a double press.
  await page.clock.fastForward(DOUBLE_PRESS_MS);
  await page.getByText('Căn cước', { exact: true }).click();
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await says('Phiếu không in được.');
  printer.set({ coverOpen: false });
  await kiosk.until(({ printer: state }) => state === 'ready');
  await page.locator('.desk-issued').getByRole('button', { name: 'In lại phiếu' }).click();
  await says('Phiếu đã in.');
  expect(printer.papers).toHaveLength(2);

  // Counter 5 is opened for its clerk, calls the first, and the second is found behind him and cancelled.
  await page.getByRole('link', { name: 'Phòng chờ hôm nay' }).click();
  await page.getByRole('button', { name: 'Quầy 5: xem và điều chỉnh' }).click();
  await dialog.getByRole('button', { name: 'Mở quầy' }).click();
  await dialog.getByText('Đang trống').waitFor();
  await clerk.send('ticket:call-next', { expects: null });
  await dialog.getByText('Đang gọi C001: chưa tạm nghỉ được.').waitFor();
  await dialog.getByRole('button', { name: 'Đổi lĩnh vực hôm nay' }).click();
  await dialog.getByRole('group', { name: 'Hộ tịch' }).getByLabel('Hỗ trợ').check();
  await dialog.getByRole('button', { name: 'Đổi lĩnh vực', exact: true }).click();
  await clerk.until(({ isReassigned }) => isReassigned);
  await dialog.getByRole('button', { name: 'Đóng quầy' }).click();
  await dialog.getByText('C001 đang được gọi sẽ trở về hàng chờ, giữ nguyên chỗ.').waitFor();
  await dialog.getByRole('button', { name: 'Đóng quầy' }).click();
  await dialog.getByText('Đang đóng').waitFor();
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await page.getByRole('link', { name: 'Bàn hướng dẫn' }).click();
  await page.getByLabel('Số trên phiếu').fill('c2');
  await page.keyboard.press('Enter');
  await says('Đang chờ. Trước đó còn 1 người.');
  await page.getByRole('button', { name: 'Hủy số', exact: true }).click();
  await page.getByRole('button', { name: 'Người dân đã về' }).click();
  await page.getByRole('button', { name: 'Hủy số C002' }).click();
  await says('Kết thúc: Người dân đã về');

  // Help is called without a sign of it in the hall.
  const board = JSON.stringify(display.view());
  await clerk.send('counter:call-help', {});
  await clerk.until(({ help }) => help.length === 1);
  await page.getByRole('button', { name: 'Đã có người đến quầy 5' }).click();
  await clerk.until(({ help }) => help.length === 0);
  expect(JSON.stringify(display.view())).toBe(board);
  expect(faults).toEqual([]);
  await context.close();
  for (const client of [kiosk, display, clerk]) client.close();
  await house.close();
  await printer.close();
});

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { codeOn, type Machine } from './machine.ts';

// What people do on the pages, by the words that they read there.

/** The manager's first words on the server's own PC. */
export async function setPassword({ page }: Machine, password: string) {
  await page.getByRole('link', { name: /^Quản lý/ }).click();
  await page.getByLabel('Mật khẩu mới').fill(password);
  await page.getByLabel('Nhập lại mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await page.getByRole('link', { name: 'Thiết bị & nhân sự' }).click();
}

/** The manager names a clerk and hands out a PIN. */
export async function nameClerk({ page }: Machine, name: string, pin: string) {
  await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
  const dialog = page.locator('dialog');
  await dialog.getByLabel('Họ và tên').fill(name);
  await dialog.getByLabel('Mã PIN (6 số)').fill(pin);
  await dialog.getByLabel('Nhập lại mã PIN').fill(pin);
  await answer(dialog, 'Thêm cán bộ');
  await page.getByRole('button', { name: `PIN mới cho ${name}` }).waitFor();
}

/** Somebody reads the code out across the hall, and the manager lets just that machine in, as what it asks to be. */
export async function pair({ page }: Machine, machine: Machine, name: string): Promise<string> {
  const code = await codeOn(machine);
  await page.getByRole('button', { name: `Kết nối máy ${code.slice(0, 4)} ${code.slice(4)}` }).click();
  const dialog = page.locator('dialog');
  await dialog.getByLabel('Tên máy').fill(name);
  await answer(dialog, 'Kết nối');
  await page.getByRole('button', { name: `Gỡ ${name}` }).waitFor();
  return code;
}

/** The manager puts a machine out. */
export async function revoke({ page }: Machine, name: string) {
  await page.getByRole('button', { name: `Gỡ ${name}` }).click();
  await answer(page.locator('dialog'), 'Gỡ');
}

/** A clerk comes to the counter, signs in and opens it. */
export async function beginWork({ page }: Machine, clerk: string, pin: string) {
  await page.getByRole('button', { name: clerk }).click();
  await page.keyboard.type(pin);
  await page.getByRole('button', { name: /Mở quầy/ }).click();
  await page.locator('.state-mark[data-state="open"]').waitFor();
}

/**
 * A visitor takes a number with two touches.
 * @returns the number, or null when the kiosk asked to wait a little (K12)
 */
export async function takeNumber({ page }: Machine, service: RegExp): Promise<string | null> {
  await page.getByRole('button', { name: service }).click();
  await page.getByRole('button', { name: /Lấy số/ }).click();
  const number = page.locator('.the-number');
  const refused = page.getByText('Thao tác quá nhanh');
  await number.or(refused).waitFor();
  const taken = (await refused.isVisible()) ? null : await number.textContent();
  await page.getByRole('button', { name: taken === null ? 'Về màn hình đầu' : 'Tôi đã nhớ số' }).click();
  return taken;
}

/**
 * One call with the space bar. Pressed again until somebody new is there, as one does: the second of two quick presses does not count.
 * @returns who was called
 */
export async function callNext({ page }: Machine): Promise<string> {
  const before = await numberAt(page);
  const isNew = async () => {
    const now = await numberAt(page);
    if (now !== before) return now;
    await page.keyboard.press('Space');
    return null;
  };
  await expect.poll(isNew, { timeout: 20_000, interval: 200 }).toBeTruthy();
  return (await numberAt(page)) ?? '';
}

function numberAt(page: Page): Promise<string | null> {
  return page.evaluate(() => document.querySelector('.at-counter .number')?.textContent ?? null);
}

/**
 * Presses the button of a question until the question is gone: faster than any hand, the next form is filled in while the page still
 * takes a press for the second half of a double click.
 */
async function answer(dialog: Locator, label: string) {
  const button = dialog.getByRole('button', { name: label, exact: true });
  const isGone = async () => {
    // Nobody is there to be pressed any more: that is what is waited for.
    await button.click({ timeout: 1_000 }).catch(() => undefined);
    return (await dialog.count()) === 0;
  };
  await expect.poll(isGone, { timeout: 20_000, interval: 200 }).toBe(true);
}

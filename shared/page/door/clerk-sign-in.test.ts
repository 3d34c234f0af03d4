import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DoorView } from '#shared/contract/access-views.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage, type Heard } from '#tests/stage/stage.ts';
import { EXAMPLE_CLERKS, EXAMPLE_DOORS } from './example-doors.ts';

const { fewClerks, manyClerks } = EXAMPLE_DOORS;
const YES = { ok: true, answer: { session: 'session-of-the-day' } };
const no = (refusal: string) => ({ ok: false, refusal });
const tried = (pin: string, takeOver = false, clerk = 'clerk-0002'): HeardRequest => ({
  name: 'clerk:sign-in',
  input: { clerk, pin, takeOver },
});

type HeardRequest = Pick<Heard, 'name' | 'input'>;
let browser: Browser;
let leave: () => Promise<void> = async () => {};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => leave());

async function stand(view: DoorView, answerWith: (request: HeardRequest) => unknown = () => YES) {
  const stage = await createStage(answerWith);
  stage.show('view:door', view);
  const { page, context, faults } = await openPage(browser, 'about:blank', { viewport: { width: 800, height: 900 } });
  await page.goto(`${stage.url}/counter/?counter=3`);
  await page.waitForSelector('.door');
  leave = async () => {
    leave = async () => {};
    await context.close();
    await stage.close();
    expect(faults).toEqual([]);
  };
  const heard = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const hears = (...expected: HeardRequest[]) => expect.poll(heard).toEqual(expected);
  return { page, heard, hears, says: page.locator('.door-says'), dots: page.locator('.pin-dot.is-set'), stage };
}

/** A clerk who has chosen the name Trần Văn Đức. */
async function atThePin(answerWith?: (request: HeardRequest) => unknown) {
  const stood = await stand(fewClerks, answerWith);
  await stood.page.getByRole('button', { name: 'Trần Văn Đức' }).click();
  await stood.page.locator('.pin-dots').waitFor();
  return stood;
}

describe('the name', () => {
  it('is found by letters without marks, and taken with Enter when one is left', async () => {
    const { page, hears } = await stand(manyClerks);
    expect(await page.locator('.clerk-name').count()).toBe(EXAMPLE_CLERKS.length);
    // The search has the focus already.
    await page.keyboard.type('tran van d');
    expect(await page.locator('.clerk-name').allTextContents()).toEqual(['Trần Văn Đức']);
    await page.keyboard.press('Enter');
    await page.locator('.pin-dots').waitFor();
    await page.keyboard.type('246810');
    await hears(tried('246810'));
  });

  it('is only looked for where names are many', async () => {
    const { page } = await stand(fewClerks);
    expect(await page.getByRole('searchbox').count()).toBe(0);
  });

  it('can be chosen again', async () => {
    const { page, hears } = await atThePin();
    await page.keyboard.type('12');
    await page.getByRole('button', { name: 'Chọn tên khác' }).click();
    await page.getByRole('button', { name: 'Phạm Minh Khôi' }).click();
    await page.keyboard.type('654321');
    await hears(tried('654321', false, 'clerk-0004'));
  });
});

describe('the PIN', () => {
  it('by keys: six digits sign in, other keys are not taken, Backspace erases', async () => {
    const { page, hears, dots } = await atThePin();
    await page.keyboard.type('1a2-39');
    await expect.poll(() => dots.count()).toBe(4);
    await page.keyboard.press('Backspace');
    await expect.poll(() => dots.count()).toBe(3);
    await page.keyboard.type('456');
    await hears(tried('123456'));
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('luot-session-counter')))
      .toBe('session-of-the-day');
  });

  it('by keys, wherever the focus is', async () => {
    const { page, hears } = await atThePin();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.type('123456');
    await hears(tried('123456'));
  });

  it('by the pad', async () => {
    const { page, hears, dots } = await atThePin();
    const key = (name: string) =>
      page.getByRole('group', { name: 'Bàn phím số' }).getByRole('button', { name, exact: true });
    for (const digit of '98') await key(digit).click();
    await key('Xóa hết').click();
    await expect.poll(() => dots.count()).toBe(0);
    for (const digit of '7701') await key(digit).click();
    await key('Xóa số cuối').click();
    await expect.poll(() => dots.count()).toBe(3);
    for (const digit of '053') await key(digit).click();
    await hears(tried('770053'));
  });

  it('is nowhere on the page, and no browser keeps it', async () => {
    const { page } = await atThePin();
    await page.keyboard.type('73519');
    expect(await page.locator('body').textContent()).not.toContain('73519');
    const field = page.getByLabel('Mã PIN 6 số');
    expect(await field.getAttribute('type')).toBe('password');
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
  });

  it.each([
    ['wrong-pin', 'Mã PIN không đúng.'],
    ['wait-before-trying', 'Sai nhiều lần. Vui lòng chờ rồi thử lại.'],
  ])('%s is said calmly, and the digits are gone', async (refusal, sentence) => {
    const replies: unknown[] = [no(refusal), YES];
    const { page, hears, says, dots } = await atThePin(() => replies.shift());
    await page.keyboard.type('111111');
    await expect.poll(() => says.textContent()).toBe(sentence);
    expect(await dots.count()).toBe(0);
    await page.keyboard.type('2');
    await expect.poll(() => says.textContent()).toBe('');
    await page.keyboard.type('22222');
    await hears(tried('111111'), tried('222222'));
  });

  it('takes no key while a try is under way', async () => {
    const { page, heard, says } = await atThePin(() => undefined);
    await page.keyboard.type('111111222222');
    await expect.poll(() => says.textContent()).toBe('Đang đăng nhập…');
    expect(await page.locator('.pad-key:enabled').count()).toBe(0);
    expect(heard()).toEqual([tried('111111')]);
  });
});

describe('signed in at another counter', () => {
  const elsewhere = ({ input }: HeardRequest) =>
    (input as { takeOver: boolean }).takeOver ? YES : no('in-use-elsewhere');

  it('asks, and takes over with the same PIN', async () => {
    const { page, hears } = await atThePin(elsewhere);
    await page.keyboard.type('123456');
    const dialog = page.getByRole('dialog', { name: 'Tài khoản đang mở ở quầy khác. Chuyển về quầy này?' });
    await dialog.getByRole('button', { name: 'Chuyển về quầy này' }).click();
    await hears(tried('123456'), tried('123456', true));
    await dialog.waitFor({ state: 'detached' });
  });

  it('leaves things as they are when not meant', async () => {
    const { page, heard, dots } = await atThePin(elsewhere);
    await page.keyboard.type('123456');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    // The way out has the focus.
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await dots.count()).toBe(0);
    expect(heard()).toEqual([tried('123456')]);
  });
});

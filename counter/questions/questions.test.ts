import { describe, expect, it } from 'vitest';
import { EXAMPLE_AT, EXAMPLE_VIEWS, exampleId } from '#counter/example-views.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { useOnePage } from '#tests/stage/one-page.ts';
import type { Heard } from '#tests/stage/stage.ts';

const { idle, called, serving } = EXAMPLE_VIEWS;
const A020 = exampleId('A020');

const onePage = useOnePage('/counter/?counter=3', EXAMPLE_AT);

async function sitDown(view: CounterView, answerWith?: (heard: Heard) => unknown) {
  const viewport = { width: 800, height: 900 };
  const one = onePage();
  await one.begin({ views: { 'view:counter': view }, until: '.at-counter', viewport, answerWith });
  const { page, stage } = one;
  const commands = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const hears = (...expected: ReturnType<typeof commands>) => expect.poll(commands).toEqual(expected);
  return { page, stage, dialog: page.locator('dialog'), commands, hears };
}

describe('the transfer', () => {
  it('goes by a few letters and Enter', async () => {
    const { page, dialog, hears } = await sitDown(serving);
    await page.keyboard.press('t');
    await dialog.waitFor();
    await page.keyboard.type('ho ti');
    expect(await dialog.locator('[type=submit]').textContent()).toContain('Chuyển sang Hộ tịch');
    await page.keyboard.press('Enter');
    await hears({ name: 'ticket:transfer', input: { expects: A020, to: 'ho-tich', counter: null, note: null } });
    await dialog.waitFor({ state: 'detached' });
  });

  it('goes to a particular counter with a note, by keys alone', async () => {
    const { page, dialog, hears } = await sitDown(serving);
    await page.keyboard.press('t');
    await dialog.waitFor();
    await page.keyboard.type('ho');
    // Hộ tịch, Lao động – Xã hội, Hộ kinh doanh, Văn hóa: one down and up again, then up round the end
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    expect(await dialog.locator('[type=submit]').textContent()).toContain('Hộ kinh doanh');
    for (const key of ['Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'Tab']) await page.keyboard.press(key);
    // Every letter that is a key of the desk, and Space: they are only text here.
    await page.keyboard.type('rsf nht azpm');
    await page.keyboard.press('Enter');
    await hears({
      name: 'ticket:transfer',
      input: { expects: A020, to: 'kinh-doanh', counter: 12, note: 'rsf nht azpm' },
    });
  });

  it('is not to the same place, unless to another counter', async () => {
    const { page, dialog, commands, hears } = await sitDown(serving);
    await page.keyboard.press('t');
    await page.keyboard.type('dat dai');
    await page.keyboard.press('Enter');
    expect(await dialog.locator('[type=submit]').isDisabled()).toBe(true);
    await dialog.getByText('Quầy 1', { exact: true }).click();
    expect(commands()).toEqual([]);
    await page.keyboard.press('Enter');
    await hears({ name: 'ticket:transfer', input: { expects: A020, to: 'dat-dai', counter: 1, note: null } });
  });

  it('offers only the counters that serve it, never this one', async () => {
    const { page, dialog } = await sitDown(serving);
    await page.keyboard.press('t');
    await dialog.getByText('Đăng ký thế chấp').click();
    const offered = await dialog.locator('.counters .choice-name').allTextContents();
    expect(offered).toEqual(['Quầy nào cũng được', 'Quầy 1', 'Quầy 2', 'Quầy 4']);
  });

  it('[S5] names what else the visitor came for, of what is not asked for already', async () => {
    const { page, dialog, hears } = await sitDown(serving);
    await page.keyboard.press('t');
    await page.keyboard.type('ho ti');
    await dialog.locator('summary', { hasText: 'Đến vì cả lĩnh vực khác' }).click();
    const further = dialog.locator('.further-choice');
    expect((await further.getByText('Hộ tịch').count()) + (await further.getByText('Căn cước').count())).toBe(0);
    await further.getByText('BHXH').click();
    await page.keyboard.press('Enter');
    const input = { expects: A020, to: 'ho-tich', counter: null, note: null, further: ['bhxh'] };
    await hears({ name: 'ticket:transfer', input });
  });

  it('is given up with Escape, and the keys of the desk work again', async () => {
    const { page, dialog, hears } = await sitDown(serving);
    await page.keyboard.press('t');
    await page.keyboard.type('chung');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('f');
    await hears({ name: 'ticket:finish', input: { expects: A020 } });
  });

  it('stays with all that was typed when the answer is no', async () => {
    const { page, dialog } = await sitDown(serving, () => ({ ok: false, refusal: 'counter-cannot-serve' }));
    await page.keyboard.press('t');
    await page.keyboard.type('can cuoc');
    await dialog.getByLabel('Lời nhắn').fill('thiếu ảnh');
    await page.keyboard.press('Enter');
    await dialog.getByText('Quầy đó không nhận lĩnh vực này.').waitFor();
    expect(await dialog.getByLabel('Lời nhắn').inputValue()).toBe('thiếu ảnh');
  });

  it('is about the ticket it was asked for, though the picture moves on', async () => {
    const { page, stage, dialog, hears } = await sitDown(serving);
    await page.keyboard.press('t');
    await page.keyboard.type('can cuoc');
    stage.show('view:counter', {
      ...serving,
      current: { ...serving.current, ticket: exampleId('A021'), number: 'A021' },
    });
    await page.locator('.number', { hasText: 'A021' }).waitFor();
    expect(await dialog.locator('h2').textContent()).toContain('A020');
    await page.keyboard.press('Enter');
    await hears({ name: 'ticket:transfer', input: { expects: A020, to: 'can-cuoc', counter: null, note: null } });
  });
});

describe('calling out of order', () => {
  const call = { name: 'ticket:call-this' as const, input: { expects: A020, ticket: exampleId('A024'), reason: '' } };

  it('sends nothing without a reason, and takes one’s own words', async () => {
    const { page, dialog, commands, hears } = await sitDown(called);
    await page.getByRole('button', { name: 'Gọi A024 ngoài thứ tự' }).click();
    await dialog.getByLabel('Lý do khác').fill('   ');
    await page.keyboard.press('Enter');
    expect(await dialog.locator('[type=submit]').isDisabled()).toBe(true);
    expect(commands()).toEqual([]);
    // Here a digit is none of a reason of the office.
    await page.keyboard.type('hẹn 2 giờ ');
    await page.keyboard.press('Enter');
    await hears({ ...call, input: { ...call.input, reason: 'hẹn 2 giờ' } });
  });

  it('takes a reason of the office with one press', async () => {
    const { page, dialog, hears } = await sitDown(called);
    await page.getByRole('button', { name: 'Gọi A024 ngoài thứ tự' }).click();
    await dialog.getByRole('button', { name: 'Đã hẹn giờ trước' }).click();
    await hears({ ...call, input: { ...call.input, reason: 'Đã hẹn giờ trước' } });
  });

  it('is not offered for whom the next press calls anyway', async () => {
    const { page } = await sitDown(idle);
    expect(await page.locator('.row.is-next').textContent()).toContain('A009');
    expect(await page.locator('.row.is-next button').count()).toBe(0);
  });
});

describe('somebody out of a list', () => {
  it('is called out of order by a letter, digits of his number and the digit of a reason', async () => {
    const { page, dialog, hears } = await sitDown(called);
    await page.keyboard.press('c');
    await dialog.waitFor();
    expect(await dialog.locator('[type=submit]').isDisabled()).toBe(true);
    await page.keyboard.type('24');
    await page.keyboard.press('Enter');
    await dialog.getByText('Gọi A024 ngoài thứ tự').waitFor();
    await page.keyboard.press('2');
    await hears({
      name: 'ticket:call-this',
      input: { expects: A020, ticket: exampleId('A024'), reason: 'Đã hẹn giờ trước' },
    });
    await dialog.waitFor({ state: 'detached' });
  });

  it('goes back in line, comes back or is cancelled by a letter, the arrows and Enter', async () => {
    const { page, dialog, hears } = await sitDown(called);
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
    };
    await keys('l', 'ArrowDown', 'Enter');
    const resume = { name: 'ticket:resume' as const, input: { ticket: exampleId('T006') } };
    await hears(resume);
    await dialog.waitFor({ state: 'detached' });
    await keys('k', 'Enter');
    const back = { name: 'ticket:return' as const, input: { ticket: exampleId('A011') } };
    await hears(resume, back);
    await dialog.waitFor({ state: 'detached' });
    // Whoever is called here comes first, the absent who may not come back are among the last.
    await keys('x', 'ArrowUp', 'ArrowDown', 'Enter');
    await dialog.getByText('Hủy lượt A020?').waitFor();
    await keys('1');
    const cancel = { name: 'ticket:cancel' as const, input: { ticket: A020, reason: 'Khách đã về' } };
    await hears(resume, back, cancel);
  });
});

describe('the keys', () => {
  it('are changed by keys alone, kept on this machine, and refused with the name of who has them', async () => {
    const { page, dialog, hears, commands } = await sitDown(serving);
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
    };
    const says = (text: string) => dialog.locator('.own-keys-say', { hasText: text }).waitFor();
    await keys('b');
    await dialog.getByRole('button', { name: 'Gọi tiếp theo Space' }).waitFor();
    await keys('ArrowDown', 'ArrowDown', 'Enter');
    await dialog.getByText('Bấm phím mới…').waitFor();
    await keys('r');
    await says('Phím R đang dùng cho “Gọi lại”.');
    await keys('7');
    await says('Phím số dùng để gõ số hồ sơ.');
    await keys('F5');
    await says('Phím này của trình duyệt hoặc của trang.');
    await keys('Escape', 'Enter', 'j');
    await says('“Hoàn tất” bây giờ là phím J.');
    await keys('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('[data-action="ticket:finish"] kbd', { hasText: 'J' }).waitFor();
    expect(await page.getAttribute('[data-action="ticket:finish"]', 'aria-keyshortcuts')).toBe('J');
    await keys('f');
    expect(commands()).toEqual([]);
    await keys('j');
    await hears({ name: 'ticket:finish', input: { expects: A020 } });
    await keys('b');
    await dialog.getByRole('button', { name: 'Trở về phím ban đầu' }).click();
    await dialog.getByRole('button', { name: 'Hoàn tất F' }).waitFor();
  });
});

describe('the help desk over the page', () => {
  it('gives out a number for somebody, by a key and the keyboard', async () => {
    const { page, dialog, commands } = await sitDown(idle, ({ name }) => {
      if (name !== 'ticket:take') return { ok: false, refusal: 'no-such-ticket' };
      return { ok: true, answer: { ticket: exampleId('A040'), number: 'A040', ahead: 12 } };
    });
    await page.keyboard.press('q');
    await dialog.getByText('Đất đai').first().click();
    await page.keyboard.press('Enter');
    await dialog.getByText('A040').first().waitFor();
    expect(commands()[0]).toEqual({ name: 'ticket:take', input: { services: ['dat-dai'], priority: 'regular' } });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('the other questions', () => {
  it('asks why before a pause', async () => {
    const { page, dialog, hears } = await sitDown(idle);
    await page.keyboard.press('p');
    await dialog.getByRole('button', { name: 'Họp' }).click();
    await hears({ name: 'counter:pause', input: { reason: 'Họp' } });
  });

  it('adds a service that was not asked for yet', async () => {
    const { page, dialog, hears } = await sitDown(serving);
    await page.keyboard.press('a');
    await dialog.waitFor();
    expect(await dialog.getByText('Đất đai').count()).toBe(0);
    expect(await dialog.getByText('Căn cước').count()).toBe(0);
    await page.keyboard.type('bhyt');
    await page.keyboard.press('Enter');
    await hears({ name: 'ticket:add-service', input: { expects: A020, service: 'bhxh' } });
  });

  it('asks before the counter is closed', async () => {
    const { page, dialog, commands, hears } = await sitDown(idle);
    await page.getByRole('button', { name: 'Đóng quầy' }).click();
    await dialog.getByRole('button', { name: 'Hủy' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(commands()).toEqual([]);
    await page.getByRole('button', { name: 'Đóng quầy' }).click();
    await dialog.getByRole('button', { name: 'Đóng quầy' }).click();
    await hears({ name: 'counter:close', input: {} });
  });

  it('takes back the parked and the absent who may return', async () => {
    const { page, hears } = await sitDown(idle);
    await page.getByRole('button', { name: 'Xếp lại hàng: A014' }).click();
    const resume = { name: 'ticket:resume' as const, input: { ticket: exampleId('A014') } };
    await hears(resume);
    await page.getByRole('button', { name: 'Khách quay lại: A011' }).click();
    await hears(resume, { name: 'ticket:return', input: { ticket: exampleId('A011') } });
    expect(await page.getByRole('button', { name: 'A005' }).count()).toBe(0);
  });
});

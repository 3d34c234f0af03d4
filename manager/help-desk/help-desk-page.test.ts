import { expect, it } from 'vitest';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import { exampleFound } from '#shared/page/help-desk/example-help-desk.ts';
import { useOnePage } from '#tests/stage/one-page.ts';
import type { Heard } from '#tests/stage/stage.ts';

const { waiting, serving, cancelled } = exampleFound(EXAMPLE_AT);
const yes = (answer: object) => ({ ok: true, answer });
const onePage = useOnePage('/manager/#help-desk', EXAMPLE_AT);

async function lookAt(answerWith: (heard: Heard) => unknown) {
  const views = { 'view:manager': EXAMPLE_HALLS.busy };
  const one = onePage();
  await one.begin({ views, until: '.help-desk', hash: 'help-desk', answerWith });
  const { page, stage } = one;
  const commands = () => stage.heard.map(({ name, input }) => ({ name, input }));
  return { page, commands, found: page.locator('.desk-found'), number: page.getByLabel('Số trên phiếu') };
}

it('[S14] finds a number as it is typed, and cancels it with a reason, by keyboard alone', async () => {
  let isCancelled = false;
  const { page, commands, found, number } = await lookAt(({ name }) => {
    if (name === 'ticket:cancel') isCancelled = true;
    return yes(name === 'ticket:cancel' ? {} : isCancelled ? cancelled : waiting);
  });
  await number.focus();
  await page.keyboard.type('a 12');
  await page.keyboard.press('Enter');
  await found.getByText('Đang chờ. Trước đó còn 4 người.').waitFor();
  expect(await found.locator('li').allTextContents()).toEqual(['08:18 Cấp số', '08:18 Phiếu đã in']);
  await found.getByRole('button', { name: 'Hủy số', exact: true }).press('Enter');
  // The reason has the focus; without one nothing is cancelled.
  await page.keyboard.press('Enter');
  await found.getByText('Ghi lý do.').waitFor();
  await page.keyboard.type('Bỏ về');
  await page.keyboard.press('Enter');
  await found.getByText('Đã hủy.').waitFor();
  expect(commands()).toEqual([
    { name: 'ticket:look-up', input: { number: 'A012' } },
    { name: 'ticket:cancel', input: { ticket: 'ticket-A012', reason: 'Bỏ về' } },
    { name: 'ticket:look-up', input: { number: 'A012' } },
  ]);
});

it('[S14] says what is no number before it asks, and in words when there is none', async () => {
  const { page, commands, found, number } = await lookAt(() => ({ ok: false, refusal: 'no-such-ticket' }));
  await number.fill('mười');
  await page.keyboard.press('Enter');
  await page.getByText('Ghi một chữ cái và số, ví dụ A012.').waitFor();
  expect(commands()).toEqual([]);
  await number.fill('A099');
  await page.keyboard.press('Enter');
  await page.locator('.notice').getByText('Không tìm thấy số này.').waitFor();
  expect(await found.count()).toBe(0);
});

it('[S14] tells the whole day of a number, and why its slip cannot be printed again', async () => {
  const { page, found, number } = await lookAt(() => yes(serving));
  await number.fill('C5');
  await page.keyboard.press('Enter');
  await found.getByText('Đang phục vụ tại quầy 5.').waitFor();
  expect((await found.locator('li').allTextContents()).slice(1, 6)).toEqual([
    '08:18 Chưa rõ phiếu đã in hay chưa',
    '08:20 In lại phiếu',
    '08:20 Phiếu đã in',
    '09:11 Gọi · quầy 5: Người khuyết tật, cao tuổi, có con nhỏ',
    '09:12 Hoàn tác · quầy 5',
  ]);
  await found.getByText('Không in lại được: Phiếu này đã được in lại đủ số lần.').waitFor();
  expect(await found.getByRole('button', { name: 'Hủy số', exact: true }).count()).toBe(0);
});

it('[P15] prints a slip again, and says when the house does not', async () => {
  const { page, commands, found, number } = await lookAt(({ name }) =>
    name === 'slip:reprint' ? { ok: false, refusal: 'slip-under-way' } : yes(waiting),
  );
  await number.fill('A12');
  await page.keyboard.press('Enter');
  await found.getByRole('button', { name: 'In lại phiếu' }).press('Enter');
  await page.locator('.notice').getByText('Phiếu đang được in.').waitFor();
  expect(commands().at(-1)).toEqual({ name: 'slip:reprint', input: { ticket: 'ticket-A012' } });
});

it('gives out a number for several services in the order chosen, by letters and Enter, and shows whether its slip came', async () => {
  const { page, commands } = await lookAt(({ name }) =>
    yes(name === 'ticket:take' ? { ticket: waiting.ticket, number: 'A012', ahead: 4 } : waiting),
  );
  const field = page.getByLabel('Lĩnh vực', { exact: true });
  await field.press('Enter');
  await page.getByText('Chọn ít nhất một lĩnh vực.').waitFor();
  for (const typed of ['dat', 'can cu']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await page.getByText('Đã chọn: Đất đai → Căn cước').waitFor();
  await page.getByLabel('Ưu tiên').press('Space');
  await page.getByLabel('Gọi thêm bằng tiếng Anh').press('Space');
  await field.press('Enter');
  await page.locator('.desk-issued [data-slip=printed]').waitFor();
  expect(await page.locator('.desk-issued p').allTextContents()).toEqual([
    ...['Đã cấp số', 'A012', 'Đất đai → Căn cước. Trước đó còn 4 người.', 'Phiếu đã in.'],
  ]);
  expect(commands()[0]).toEqual({
    name: 'ticket:take',
    input: { services: ['dat-dai', 'can-cuoc'], priority: 'priority', language: 'en' },
  });
  // The next one who stands there is somebody else.
  expect(await page.locator('.help-desk :checked').count()).toBe(0);
});

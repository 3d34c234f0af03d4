import { describe, expect, it } from 'vitest';
import { EXAMPLE_ACCESS } from '#manager/example-access.ts';
import { EXAMPLE_CHOICES } from '#manager/example-choices.ts';
import { EXAMPLE_AT, EXAMPLE_HALLS } from '#manager/example-hall.ts';
import type { ChoicesView } from '#shared/contract/choices-views.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { intersecting, tooFaint } from '#tests/browser/browser.ts';
import { useOnePage } from '#tests/stage/one-page.ts';

const PIECES = '.voice h2, .voice label, .voice input, .voice select, .voice button, .voice li > p, .voice-warnings li';

const onePage = useOnePage('/manager/#displays', EXAMPLE_AT);

async function lookAt(
  choices: ChoicesView = EXAMPLE_CHOICES.none,
  hall: ManagerView = EXAMPLE_HALLS.busy,
  width = 1366,
) {
  const views = { 'view:access': EXAMPLE_ACCESS.quiet, 'view:choices': choices, 'view:manager': hall };
  const one = onePage();
  await one.begin({ views, until: '.voice', hash: 'displays', viewport: { width, height: 800 } });
  const { page, stage } = one;
  const card = page.locator('.voice');
  const press = (name: string) => card.getByRole('button', { name, exact: true }).press('Enter');
  return { page, stage, card, press };
}

/** The office with such letters. */
function hallWith(...prefixes: string[]): ManagerView {
  const { services, ...rest } = EXAMPLE_HALLS.busy;
  return {
    ...rest,
    services: services.slice(0, prefixes.length).map((one, at) => ({ ...one, prefix: prefixes[at] ?? 'A' })),
  };
}

describe('the card of the voice', () => {
  it('[B20] keeps what is chosen as one whole, from the keyboard, and says so', async () => {
    const { stage, card, press } = await lookAt();
    await card.getByLabel('Giọng', { exact: true }).selectOption('Miền Bắc');
    await card.getByLabel('Số lần đọc').selectOption('1 lần');
    await card.getByLabel('Âm lượng').first().fill('60');
    await press('Thêm khung giờ');
    await press('Thêm giờ không đọc');
    await card.getByLabel('Chuông').selectOption('Không');
    await card.getByLabel('Từ').last().fill('11:00');
    await press('Lưu');
    await expect.poll(() => card.getByRole('status').last().textContent()).toBe('Đã lưu. Áp dụng từ lượt gọi tới.');
    expect(stage.heard.map(({ name, input }) => ({ name, input }))).toEqual([
      {
        name: 'voice:choose',
        input: {
          pack: 'vi-north',
          readings: 1,
          volume: 60,
          volumes: [{ from: '11:30', until: '13:00', volume: 60 }],
          quiet: [{ from: '11:00', until: '13:00', chime: 'none' }],
        },
      },
    ]);
  });

  it('[B20] takes no times that are none, and can be put back to what is kept', async () => {
    const { stage, card, press } = await lookAt(EXAMPLE_CHOICES.voice);
    for (const wrong of ['8:30', '24:00', '', '08:30']) {
      await card.getByLabel('Từ').first().fill(wrong);
      await expect.poll(() => card.getByRole('button', { name: 'Lưu' }).isDisabled()).toBe(true);
    }
    await press('Bỏ thay đổi');
    expect(await card.getByLabel('Từ').first().inputValue()).toBe('07:00');
    expect(stage.heard).toEqual([]);
  });

  it('[B20] shows what another manager keeps, unless something is being chosen here', async () => {
    const { stage, card } = await lookAt();
    const readings = card.getByLabel('Số lần đọc');
    stage.show('view:choices', EXAMPLE_CHOICES.voice);
    await expect.poll(() => readings.inputValue()).toBe('1');
    await readings.selectOption('2 lần');
    stage.show('view:choices', { ...EXAMPLE_CHOICES.voice, at: EXAMPLE_CHOICES.voice.at + 1 });
    await expect.poll(() => card.getByRole('button', { name: 'Bỏ thay đổi' }).count()).toBe(1);
    expect(await readings.inputValue()).toBe('2');
  });

  it('[B31] warns of letters that sound the same with the chosen voice', async () => {
    const { card } = await lookAt(EXAMPLE_CHOICES.none, hallWith('A', 'D', 'G', 'V'));
    const warnings = card.locator('.voice-warnings li');
    expect(await warnings.allTextContents()).toEqual([
      'D, G và V nghe giống hệt nhau: nên đổi chữ của lĩnh vực trong office.json.',
    ]);
    await card.getByLabel('Giọng', { exact: true }).selectOption('Miền Bắc');
    expect(await warnings.allTextContents()).toEqual([
      'D và G nghe giống hệt nhau: nên đổi chữ của lĩnh vực trong office.json.',
      'Dễ nghe nhầm: D, G và V.',
    ]);
  });

  it('[B21] names the words and the services that calls will leave out', async () => {
    const { card } = await lookAt(EXAMPLE_CHOICES.voice, hallWith('A', 'M'));
    expect(await card.locator('.voice-warnings li').allTextContents()).toEqual([
      'Giọng này không đọc được: trân, trọng. Khi gọi sẽ bỏ qua những chữ này.',
      'Chưa có tiếng cho tên lĩnh vực: Đất đai, Đăng ký thế chấp. Khi gọi sẽ không đọc tên đó.',
    ]);
  });

  it('[B20] plays a call on this machine as the hall would hear it, also what is not saved yet', async () => {
    const { page, card, press } = await lookAt(EXAMPLE_CHOICES.voice);
    // What the browser is asked to play, as long as it would sound.
    await page.evaluate(() => {
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = function (...at) {
        if (!this.loop) document.title = `${document.title} ${this.buffer?.duration.toFixed(2)}`;
        start.apply(this, at);
      };
    });
    const played = async () => ((await page.title()).match(/ \d+\.\d\d/g) ?? []).map(Number);
    await card.getByLabel('Giọng', { exact: true }).selectOption('Miền Nam');
    await press('Nghe thử');
    await expect.poll(async () => (await played()).length).toBe(9);
    expect((await played())[0]).toBe(1.2);
    expect(await card.locator('.voice-trial').getByRole('status').textContent()).toMatch(/^Trên máy này: số A005/);
    await press('Dừng');
    await card.getByRole('button', { name: 'Nghe thử kèm tiếng Anh' }).waitFor();
  });

  it.each([390, 1366])('stands whole and legible at a width of %i', async (width) => {
    const { page } = await lookAt(EXAMPLE_CHOICES.voice, EXAMPLE_HALLS.busy, width);
    await page.evaluate(() => document.fonts.ready);
    expect(await intersecting(page, PIECES)).toEqual([]);
    expect(await tooFaint(page, 4.5)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

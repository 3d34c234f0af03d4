import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CounterView } from '#shared/contract/views.ts';
import { SECOND } from '#shared/domain/business-day.ts';
import { launchBrowser, openPage } from '#tests/browser/browser.ts';
import { createStage, type Heard } from '#tests/stage/stage.ts';
import { EXAMPLE_AT, EXAMPLE_CHOICE, EXAMPLE_VIEWS, exampleId } from './example-views.ts';

const { idle, called, calledOften, serving, paused, closed, nobody } = EXAMPLE_VIEWS;
const A020 = exampleId('A020');
const YES = { ok: true, answer: {} };

let browser: Browser;
let leave: () => Promise<void> = async () => {};
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => leave());

async function sitDown(view: CounterView, answerWith: (heard: Heard) => unknown = () => YES) {
  const stage = await createStage(answerWith);
  stage.show('view:counter', view);
  const { page, context, faults } = await openPage(browser, 'about:blank', { viewport: { width: 800, height: 900 } });
  await page.clock.install({ time: EXAMPLE_AT });
  await page.goto(`${stage.url}/counter/?counter=3`);
  await page.waitForSelector('.at-counter');
  leave = async () => {
    leave = async () => {};
    await context.close();
    await stage.close();
    expect(faults).toEqual([]);
  };
  const commands = () => stage.heard.map(({ name, input }) => ({ name, input }));
  const hears = (...expected: ReturnType<typeof commands>) => expect.poll(commands).toEqual(expected);
  /** Stops the page's clock at the moment of the picture; from here on only `page.clock.runFor` moves it. */
  const stopClock = async () => {
    await page.clock.pauseAt(EXAMPLE_AT + 5 * SECOND);
    stage.show('view:counter', view);
    await page.clock.runFor(0);
  };
  return { page, stage, commands, hears, stopClock };
}

describe('the keys of the desk', () => {
  const EACH: [string, CounterView, Pick<Heard, 'name' | 'input'>][] = [
    ['Space', idle, { name: 'ticket:call-next', input: { expects: null } }],
    ['Space', serving, { name: 'ticket:call-next', input: { expects: A020 } }],
    ['r', called, { name: 'ticket:recall', input: { expects: A020 } }],
    ['s', called, { name: 'ticket:start-service', input: { expects: A020 } }],
    ['f', serving, { name: 'ticket:finish', input: { expects: A020 } }],
    ['n', calledOften, { name: 'ticket:no-show', input: { expects: A020 } }],
    ['h', serving, { name: 'ticket:park', input: { expects: A020 } }],
    ['z', called, { name: 'ticket:undo-call', input: { expects: A020 } }],
    ['Control+z', called, { name: 'ticket:undo-call', input: { expects: A020 } }],
    ['Control+z', paused, { name: 'ticket:undo-call', input: { expects: null } }],
    ['m', paused, { name: 'counter:open', input: {} }],
    ['m', closed, { name: 'counter:open', input: {} }],
    ['g', { ...idle, may: [...idle.may, 'counter:auto-call'] }, { name: 'counter:auto-call', input: { to: 'on' } }],
    ['w', { ...idle, may: ['counter:help-came'] }, { name: 'counter:help-came', input: { counter: null } }],
  ];

  it('send exactly their commands', async () => {
    const { page, stage, commands, stopClock } = await sitDown(idle);
    await stopClock();
    for (const [index, [key, view, command]] of EACH.entries()) {
      // Another count each time, so that it is seen when the picture has come.
      stage.show('view:counter', { ...view, waitingCount: 100 + index });
      await page.locator('.waiting h2 .count', { hasText: String(100 + index) }).waitFor();
      await page.keyboard.press(key);
      await expect.poll(commands).toHaveLength(index + 1);
      expect([key, commands().at(-1)]).toEqual([key, command]);
      await page.locator('.is-under-way').first().waitFor({ state: 'detached' });
      // The next press is no second half of this one.
      await page.clock.runFor(1_000);
    }
  });

  it('sends nothing that the picture does not allow', async () => {
    const { page, hears } = await sitDown(idle);
    for (const key of ['r', 's', 'f', 'n', 'h', 't', 'a', 'z', 'm', 'j', 'u', '7', 'Control+s', 'Alt+f'])
      await page.keyboard.press(key);
    await page.keyboard.press('Space');
    await hears({ name: 'ticket:call-next', input: { expects: null } });
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('says why nobody is called when the space bar is pressed before the counter is open', async () => {
    const { page, commands } = await sitDown(closed);
    await page.keyboard.press('Space');
    await page.getByText('Quầy chưa mở. Hãy mở quầy trước.').waitFor();
    expect(commands()).toEqual([]);
  });

  it('sends one command for a key held down', async () => {
    const { page, commands } = await sitDown(serving, () => undefined);
    for (let times = 0; times < 5; times += 1) await page.keyboard.down('Space');
    await page.keyboard.up('Space');
    await page.keyboard.press('Space');
    await expect.poll(commands).toHaveLength(1);
  });

  it('does not call one more when the second half of a double press comes after the answer', async () => {
    const { page, stage, hears, stopClock } = await sitDown(idle, () => {
      stage.show('view:counter', called);
      return { ok: true, answer: { called: { ticket: A020, number: 'A020' } } };
    });
    await stopClock();
    await page.keyboard.press('Space');
    await page.waitForSelector('.primary:not(.is-under-way)');
    await page.waitForSelector('[data-state=called]');
    await page.keyboard.press('Space');
    // Messages keep their order, so a second call would be heard before this.
    await page.keyboard.press('f');
    await hears(
      { name: 'ticket:call-next', input: { expects: null } },
      { name: 'ticket:finish', input: { expects: A020 } },
    );
  });

  it('gives Space to the next visitor after a click, but to the button reached with Tab', async () => {
    const { page, hears } = await sitDown(called);
    await page.click('[data-action="ticket:start-service"]');
    await hears({ name: 'ticket:start-service', input: { expects: A020 } });
    await page.waitForSelector('.action:not(.is-under-way)[data-action="ticket:start-service"]');
    await page.keyboard.press('Space');
    const both = [
      { name: 'ticket:start-service', input: { expects: A020 } },
      { name: 'ticket:call-next', input: { expects: A020 } },
    ] as const;
    await hears(...both);
    await page.waitForSelector('.primary:not(.is-under-way)');
    await page.focus('[data-action="ticket:park"]');
    await page.keyboard.press('Space');
    await hears(...both, { name: 'ticket:park', input: { expects: A020 } });
  });

  it('shows the press before anything else is done, and says "sending" only when it takes long', async () => {
    const { page, stopClock } = await sitDown(called, () => undefined);
    await stopClock();
    const isMarked = await page.evaluate(async () => {
      const channel = new MessageChannel();
      dispatchEvent(new KeyboardEvent('keydown', { key: ' ', code: 'Space' }));
      // The very next task, whatever the page's clock says: far within the 50 ms in which a hand feels an answer as its own.
      await new Promise((resolve) => {
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(null);
      });
      return document.querySelector('.primary.is-under-way') !== null;
    });
    expect(isMarked).toBe(true);
    expect(await page.textContent('.primary')).not.toContain('đang gửi');
    await page.clock.runFor(300);
    expect(await page.textContent('.primary')).toContain('đang gửi…');
  });
});

describe('dossiers by digits', () => {
  it('stand big on the button, are taken back, and go with the press', async () => {
    const { page, hears } = await sitDown(serving);
    const finish = page.locator('[data-action="ticket:finish"]');
    for (const key of ['1', '2', '7', 'Backspace', 'o', 'y']) await page.keyboard.press(key);
    await finish.getByText('Hoàn tất · 12 hồ sơ').waitFor();
    expect(await page.textContent('.consequence b')).toBe('12\u00a0hồ\u00a0sơ · bưu điện · trực tuyến');
    await page.keyboard.press('Escape');
    await finish.getByText('Hoàn tất', { exact: true }).waitFor();
    await page.keyboard.press('3');
    await page.keyboard.press('u');
    await page.keyboard.press('f');
    const dossiers = { count: 3, handedOver: 'same-day', channel: 'direct' };
    await hears({ name: 'ticket:finish', input: { expects: A020, dossiers } });
    await finish.getByText('Hoàn tất', { exact: true }).waitFor();
    expect(await page.locator('[data-action="dossiers:appointment"]').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('the silent call for help', () => {
  const ready: CounterView = { ...serving, may: [...serving.may, 'counter:call-help'] };
  const help = { name: 'counter:call-help' as const, input: {} };

  it('[S13] goes out when the key, the button or the pointer is held for a second, and not before', async () => {
    const { page, hears, stopClock, commands } = await sitDown(ready);
    await stopClock();
    const button = page.locator('.help-button');
    const holdAll = [
      { begin: () => page.keyboard.down('e'), end: () => page.keyboard.up('e') },
      {
        begin: async () => {
          await button.focus();
          await page.keyboard.down('Enter');
        },
        end: () => page.keyboard.up('Enter'),
      },
      {
        begin: async () => {
          await button.hover();
          await page.mouse.down();
        },
        end: () => page.mouse.up(),
      },
    ];
    for (const { begin, end } of holdAll) {
      await begin();
      await page.locator('.help-button.is-held').waitFor();
      await page.clock.runFor(990);
      await end();
      await page.locator('.help-button:not(.is-held)').waitFor();
      await page.clock.runFor(1_000);
    }
    expect(commands()).toEqual([]);
    const heard = [];
    for (const { begin, end } of holdAll) {
      await begin();
      await page.clock.runFor(1_010);
      heard.push(help);
      await hears(...heard);
      await end();
      // The second half of a double press is not taken.
      await page.clock.runFor(1_000);
    }
  });

  it('[S13] says that it was called, and takes it back; of a neighbour’s call it only tells', async () => {
    const called = [5, 3].map((counter) => ({ counter, since: EXAMPLE_AT }));
    const { page, hears } = await sitDown({ ...serving, help: called, may: [...serving.may, 'counter:help-came'] });
    const [neighbour, own] = await page.locator('.help-call').allTextContents();
    expect(neighbour).toBe('Quầy 5 cần hỗ trợ từ 09:20');
    expect(own).toContain('Đã gọi hỗ trợ lúc 09:20');
    expect(await page.locator('.help-call button').count()).toBe(1);
    await page.getByRole('button', { name: 'Thôi, đã có người đến' }).click();
    await hears({ name: 'counter:help-came', input: { counter: null } });
  });
});

describe('what the clock does', () => {
  it('lets the timers run and the ages grow', async () => {
    const { page, stopClock } = await sitDown(called);
    await stopClock();
    await page.waitForFunction(() => document.querySelector('.timer')?.textContent === '00:24');
    const age = page.locator('.row', { hasText: 'A034' }).locator('.row-age');
    expect(await age.textContent()).toBe('<\u00a01\u00a0phút');
    await page.clock.runFor(36 * SECOND);
    expect(await page.textContent('.timer')).toBe('01:00');
    await page.clock.runFor(24 * SECOND);
    expect(await age.textContent()).toBe('1\u00a0phút');
  });

  it('opens the recall exactly when the server will take it', async () => {
    const { page, stopClock, hears } = await sitDown({ ...called, recallFrom: EXAMPLE_AT + 3 * SECOND });
    await stopClock();
    const recall = page.locator('[data-action="ticket:recall"]');
    await expect.poll(() => recall.textContent()).toContain('3\u00a0giây');
    expect(await recall.isDisabled()).toBe(true);
    await page.keyboard.press('r');
    await page.clock.runFor(2_990);
    expect(await recall.textContent()).toContain('1\u00a0giây');
    expect(await recall.isDisabled()).toBe(true);
    await page.clock.runFor(50);
    expect(await recall.isDisabled()).toBe(false);
    await page.keyboard.press('r');
    await hears({ name: 'ticket:recall', input: { expects: A020 } });
  });

  it('closes the undo when its time is over', async () => {
    const { page, stopClock } = await sitDown(called);
    await stopClock();
    const undo = page.locator('[data-action="ticket:undo-call"]');
    await expect.poll(() => undo.textContent()).toContain('gọi\u00a0A020 · 7\u00a0giây');
    await page.clock.runFor(7_050);
    expect(await undo.isDisabled()).toBe(true);
  });

  it('says how often to call before somebody counts as absent', async () => {
    const { page } = await sitDown(called);
    expect(await page.textContent('[data-action="ticket:no-show"]')).toContain('gọi thêm 2 lần');
    expect(await page.locator('[data-action="ticket:no-show"]').isDisabled()).toBe(true);
  });
});

describe('when the answer is no', () => {
  it('says why in a calm sentence that goes by itself', async () => {
    const { page, stopClock } = await sitDown(called, () => ({ ok: false, refusal: 'stale-picture' }));
    await stopClock();
    await page.keyboard.press('f');
    await page.waitForSelector('.notice p');
    expect(await page.textContent('.notice')).toBe('Màn hình vừa thay đổi. Vui lòng xem lại rồi bấm.');
    await page.clock.runFor(5 * SECOND);
    expect(await page.textContent('.notice')).toBe('');
  });

  it('says that nobody waits when the press only finished', async () => {
    const { page } = await sitDown(nobody, () => ({ ok: true, answer: { called: null } }));
    await page.keyboard.press('Space');
    await expect.poll(() => page.textContent('.notice')).toBe('Không có ai đang chờ.');
  });
});

describe('without the server', () => {
  it('says so, takes no press, keeps the last picture, and recovers by itself', async () => {
    const { page, stage, hears } = await sitDown(called);
    stage.drop();
    await page.waitForSelector('.banner');
    expect(await page.textContent('.banner')).toContain('Mất kết nối với máy chủ.');
    expect(await page.textContent('.banner')).toContain('09:20');
    expect(await page.textContent('.number')).toBe('A020');
    expect(await page.locator('.desk button:enabled:not(.quiet)').count()).toBe(0);
    for (const key of ['Space', 'f', 't']) await page.keyboard.press(key);
    expect(await page.locator('dialog').count()).toBe(0);
    stage.show('view:counter', serving);
    stage.raise();
    await page.waitForSelector('.banner', { state: 'detached' });
    await page.waitForSelector('[data-state=serving]');
    await page.keyboard.press('f');
    await hears({ name: 'ticket:finish', input: { expects: A020 } });
  });
});

describe('a page that is loaded anew while it is sending', () => {
  it('asks again with the same id, and shows the answer', async () => {
    let isAnswering = false;
    const { page, stage } = await sitDown(serving, () => (isAnswering ? YES : undefined));
    await page.keyboard.press('f');
    await expect.poll(() => stage.heard.length).toBe(1);
    isAnswering = true;
    await page.reload();
    await page.getByText('“Hoàn tất” bấm trước khi mở lại trang đã được thực hiện.').waitFor();
    const ids = stage.heard.map(({ name, commandId }) => `${name} ${commandId}`);
    expect([stage.heard.length > 1, new Set(ids).size]).toEqual([true, 1]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('leaves a press to the tab that is still asking', async () => {
    const { page, stage } = await sitDown(called, () => undefined);
    await page.keyboard.press('f');
    await page.locator('.action.is-under-way').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForSelector('.at-counter');
    // A tab that asked for the other's answer would take no press of its own.
    await other.keyboard.press('s');
    await expect.poll(() => stage.heard.map(({ name }) => name)).toContain('ticket:start-service');
  });

  it('is told of one that is too old, and does not send it', async () => {
    const { page, stage, commands } = await sitDown(serving, () => undefined);
    await page.keyboard.press('f');
    await expect.poll(() => stage.heard.length).toBe(1);
    await page.evaluate(() => {
      // The page that is left must not ask once more after it was counted.
      dispatchEvent(new Event('offline'));
      for (const [key, text] of Object.entries(localStorage)) {
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), at: Date.now() - 61_000 }));
      }
    });
    await page.reload();
    await page.getByText('không chắc đã đến. Vui lòng xem lại.').waitFor();
    expect(commands().filter(({ name }) => name !== 'ticket:finish')).toEqual([]);
    expect(await page.locator('.is-under-way').count()).toBe(0);
  });
});

describe('a page that has not chosen a counter', () => {
  it('shows the counters and goes to the one chosen', async () => {
    const { page, stage } = await sitDown(idle);
    stage.show('view:counters', EXAMPLE_CHOICE);
    await page.getByRole('link', { name: 'Đổi quầy' }).click();
    await page.waitForSelector('.counter-card');
    expect(await page.locator('.counter-card').count()).toBe(14);
    expect(await page.locator('.counter-card', { hasText: 'Hộ kinh doanh' }).textContent()).toContain('Môi trường');
    await page.getByRole('link', { name: 'Quầy 7:' }).click();
    await page.waitForURL('**/counter/?counter=7');
  });

  it('goes by itself to the counter that its machine was paired for, and does not offer another one there', async () => {
    const { page, stage } = await sitDown(idle);
    stage.show('view:counters', { ...EXAMPLE_CHOICE, mine: 3 });
    await page.evaluate(() => localStorage.setItem('luot-device', 'token-of-this-machine'));
    await page.getByRole('link', { name: 'Đổi quầy' }).click();
    await page.waitForURL('**/counter/?counter=3');
    await page.waitForSelector('.at-counter');
    expect(await page.getByRole('button', { name: 'Đóng quầy' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Đổi quầy' }).count()).toBe(0);
  });
});

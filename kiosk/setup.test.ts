import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hallKey } from '#shared/domain/hall-link.ts';
import { launchBrowser, SCREENS } from '#tests/browser/browser.ts';
import { type OpenedSetup, openSetupPage, type PlayedApp } from './open-setup-page.ts';
import { HALL, IN_THE_HALL, tapPin } from './setup-scenes.ts';

let browser: Browser;
let setup: OpenedSetup;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(setup.faults).toEqual([]);
  await setup.close();
});

const open = async (app: PlayedApp = IN_THE_HALL) => {
  setup = await openSetupPage(browser, { viewport: SCREENS.kioskPortrait, hasTouch: true }, app);
  return setup.page;
};
const role = (name: string) => setup.page.locator(`.role[data-role="${name}"]`);
const press = async (...keys: string[]) => {
  for (const key of keys) await setup.page.keyboard.press(key);
};
const finished = async () => (await setup.told()).finished;

describe('the first-run page', () => {
  it('makes a PC all in one with nothing but a PIN', async () => {
    const page = await open();
    await role('all-in-one').tap();
    await tapPin(setup, '280419');
    await tapPin(setup, '280419');
    await page.locator('.start').tap();
    expect(await finished()).toEqual([
      { role: 'all-in-one', server: null, fingerprint: null, autostart: true, exitPin: '280419' },
    ]);
  });

  it('joins a kiosk to a hall that was heard, once its key was compared', async () => {
    const page = await open();
    await role('kiosk').tap();
    await page.locator('.hall').first().tap();
    const groups = await page.locator('.hall-key span').allInnerTexts();
    expect(groups.join('-')).toBe(hallKey(HALL.fingerprint ?? ''));
    await page.locator('.answers .primary').tap();
    await tapPin(setup, '280419');
    await tapPin(setup, '280419');
    await page.locator('.start').tap();
    const { server, fingerprint } = HALL;
    expect(await finished()).toEqual([{ role: 'kiosk', server, fingerprint, autostart: true, exitPin: '280419' }]);
  });

  it('takes no hall whose key is another', async () => {
    const page = await open();
    await role('tv').tap();
    await page.locator('.hall').first().tap();
    await page.locator('.answers .secondary').tap();
    expect(await page.locator('.hall').count()).toBe(2);
    expect(await page.locator('.keep').count()).toBe(0);
  });

  it('[K9] can be answered by keys alone; a counter needs no PIN and does not open by itself', async () => {
    const page = await open();
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await page.locator('.typed input').focus();
    await page.keyboard.type('localhost');
    await press('Enter');
    await page.locator('.proved').waitFor();
    await press('Tab', 'Tab', 'Enter');
    expect(await page.locator('.autostart input').isChecked()).toBe(false);
    await press('Tab', 'Tab', 'Enter');
    await page.waitForFunction(() => (window as unknown as { told: { finished: unknown[] } }).told.finished.length > 0);
    expect(await finished()).toEqual([
      { role: 'counter', server: 'http://localhost:8080', fingerprint: null, autostart: false, exitPin: null },
    ]);
  });

  it('writes an address on glass alone, and says why nobody is found there', async () => {
    const page = await open();
    await role('kiosk').tap();
    await page.locator('.typed [aria-pressed]').tap();
    for (const key of 'fax-machine1')
      await page.locator('.address-keys').getByRole('button', { name: key, exact: true }).tap();
    await page.locator('.address-keys .wide').nth(1).tap();
    await page.locator('.typed .primary').tap();
    await page.getByText('What answers there is not a server of Lượt.').waitFor();
    expect((await setup.told()).looked).toEqual(['fax-machine']);
  });

  it('takes a PIN only when it was said twice the same, and none that everybody tries first', async () => {
    const page = await open();
    await role('all-in-one').tap();
    for (const [pin, says] of [
      ['123456', 'guessed at once'],
      ['280419', 'Once more'],
      ['280418', 'not the same'],
      ['280419', 'Once more'],
    ] as const) {
      await tapPin(setup, pin);
      await page.getByText(says).waitFor();
    }
    await press(...'280419');
    await page.locator('.ready').waitFor();
  });

  it('keeps PIN and server of a PC that was set up before', async () => {
    const { server, fingerprint } = HALL;
    const picture = {
      ...IN_THE_HALL.picture,
      role: 'tv',
      server,
      fingerprint,
      hasExitPin: true,
      autostart: false,
    } as const;
    const page = await open({ ...IN_THE_HALL, halls: [], picture });
    await role('tv').tap();
    await page.locator('.keep').tap();
    await page.locator('.pin .secondary').tap();
    await page.locator('.start').tap();
    expect(await finished()).toEqual([{ role: 'tv', server, fingerprint, autostart: false, exitPin: null }]);
  });

  it('[K9] goes back by Escape, and from the first question out of it only where the PC is something already', async () => {
    const page = await open();
    await role('kiosk').tap();
    await press('Escape');
    await role('kiosk').waitFor();
    await press('Escape');
    expect((await setup.told()).cancelled).toBe(0);
    await setup.close();
    await open({ ...IN_THE_HALL, picture: { ...IN_THE_HALL.picture, role: 'kiosk' } });
    await press('Escape');
    expect((await setup.told()).cancelled).toBe(1);
    expect(page.isClosed()).toBe(true);
  });
});

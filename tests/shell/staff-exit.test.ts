import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import type { StartedShell } from '#tests/stand-in/start-shell.ts';
import { kioskPage, openShellStage, PIN, type ShellStage } from './shell-stage.ts';

let stage: ShellStage;
let shell: StartedShell;
let page: Page;

beforeEach(async () => {
  stage = await openShellStage(inject('browserPath'));
  shell = await stage.start();
  page = await kioskPage(shell, stage);
});
afterEach(async () => {
  await shell.close();
  await stage.close();
});

it('five taps in the corner and the PIN lead out, and both are written down', async () => {
  const pad = await padAfter(() => tapCorner(5));
  for (const digit of PIN) await pad.getByRole('button', { name: digit, exact: true }).click();
  await going(pad.locator('[data-way="quit"]').click());
  expect(await shell.ended).toBe(0);
  const lines = readFileSync(join(stage.dataFolder, 'logs', 'staff-exit.log'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual(['asked', 'right', 'goes: quit']);
  expect(lines.join()).not.toContain(PIN);
});

it('the chord and the PIN by keys lead to the page that sets the machine up', async () => {
  const pad = await padAfter(() => page.keyboard.press('Control+Alt+Shift+L'));
  await pad.keyboard.type(PIN);
  await going(pad.locator('[data-way="setup"]').click());
  await expect.poll(() => shell.pages().map((one) => new URL(one.url()).host)).toEqual(['app.luot-setup.localhost']);
});

it('Escape leads back, and so does the button', async () => {
  const first = await padAfter(() => tapCorner(5));
  await going(first.keyboard.press('Escape'));
  await onlyTheKiosk();
  const second = await padAfter(() => tapCorner(5));
  await going(second.locator('[data-way="back"]').click());
  await onlyTheKiosk();
});

it('wrong PINs lead nowhere: after five of them none is looked at, not even the right one, nor after a new start', async () => {
  let pad = await padAfter(() => tapCorner(5));
  for (let tries = 0; tries < 5; tries += 1) await enter(pad, '000000');
  await expect.poll(() => pad.locator('[role="alert"]').innerText()).toContain('Thử lại sau 1 phút');
  await enter(pad, PIN);
  expect(await pad.locator('[data-way]').count()).toBe(1);
  await shell.close();

  shell = await stage.start();
  page = await kioskPage(shell, stage);
  pad = await padAfter(() => tapCorner(5));
  await enter(pad, PIN);
  await expect.poll(() => pad.locator('[role="alert"]').innerText()).toContain('Thử lại sau 1 phút');
  expect(await pad.locator('[data-way]').count()).toBe(1);
});

it('without the PIN no way but back is open, whatever the pad’s page asks for', async () => {
  const pad = await padAfter(() => tapCorner(5));
  const answers = await pad.evaluate(async () => {
    const { luotStaff } = window;
    return [await luotStaff?.go('quit'), await luotStaff?.go('setup'), await luotStaff?.go('restart')];
  });
  expect(answers).toEqual([false, false, false]);
  await expect(pad.evaluate(() => window.luotStaff?.go('elsewhere' as 'quit'))).rejects.toThrow('not understood');
});

it('four taps, taps elsewhere, and taps that a script makes up lead nowhere', async () => {
  await tapCorner(4);
  await page.mouse.click(500, 500);
  await tapCorner(4);
  await page.mouse.click(500, 500);
  await page.evaluate(() => {
    for (let tap = 0; tap < 20; tap += 1)
      dispatchEvent(new PointerEvent('pointerdown', { clientX: 5, clientY: 5, isPrimary: true }));
  });
  // What was asked before this has been heard by now.
  await page.evaluate(() => window.luot?.health());
  expect(existsSync(join(stage.dataFolder, 'logs', 'staff-exit.log'))).toBe(false);
  const pad = await padAfter(() => tapCorner(5));
  await going(pad.keyboard.press('Escape'));
  await onlyTheKiosk();
});

async function tapCorner(times: number) {
  for (let tap = 0; tap < times; tap += 1) await page.mouse.click(20, 20);
}

/** A press with which the pad goes, perhaps before the press has ended. */
const going = (press: Promise<void>) => press.catch(() => {});

/** The pad, once it stands. */
async function padAfter(ask: () => Promise<void>): Promise<Page> {
  await ask();
  const pad = () => shell.pages().find((one) => one.url().includes('staff.luot-setup'));
  await expect.poll(() => pad()?.locator('h1').count()).toBe(1);
  return pad() ?? page;
}

/** One try, looked at to its end. */
async function enter(pad: Page, pin: string) {
  await pad.keyboard.type(pin);
  await expect.poll(() => pad.locator('.pin-dot.is-set').count()).toBe(0);
  await expect.poll(() => pad.locator('.pad-key:disabled').count()).toBe(0);
}

const onlyTheKiosk = () => expect.poll(() => shell.pages().map((one) => one.url())).toEqual([`${stage.home}/kiosk/`]);

import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { HALL_CALLS, SETUP_CALLS, STAFF_ASKS, STAFF_CALLS } from '#kiosk/bridge.ts';
import type { StartedShell } from '#tests/stand-in/start-shell.ts';
import { kioskPage, openShellStage, type ShellStage } from './shell-stage.ts';

// What a page, or a frame in it, could say to the main process if it had broken out of its world: with the preload's own means.

let stage: ShellStage;
let shell: StartedShell;
let page: Page;
let cdp: CDPSession;
const worlds: { id: number; frame: string }[] = [];

beforeAll(async () => {
  stage = await openShellStage(inject('browserPath'));
  shell = await stage.start();
  page = await kioskPage(shell, stage);
  cdp = await page.context().newCDPSession(page);
  cdp.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    if (name === 'preload') worlds.push({ id, frame: String(auxData?.frameId) });
  });
  await cdp.send('Runtime.enable');
});
afterAll(async () => {
  await shell?.close();
  await stage?.close();
});

describe('a call that the page itself may make', () => {
  it('is answered', async () => {
    expect(await page.evaluate(() => window.luot?.health())).toMatchObject({ version: expect.any(String) });
  });

  it.each([
    ['a frame of our own server', '/frame'],
    ['a frame without an address', 'about:blank'],
    ['a frame that was written', 'srcdoc'],
  ])('is not answered to %s', async (_who, src) => {
    const world = await frameWorld(src);
    for (const channel of [HALL_CALLS.health, HALL_CALLS.restart, STAFF_ASKS]) {
      expect(await say(world, channel)).toMatch(`${channel}: not for this page`);
    }
  });

  it.each([
    [HALL_CALLS.beat, '{}'],
    [HALL_CALLS.beat, '"well"'],
    [HALL_CALLS.health, '1'],
    [STAFF_ASKS, '{}'],
  ])('is not understood with nonsense: %s %s', async (channel, input) => {
    expect(await say(await mainWorld(), channel, input)).toMatch(`${channel}: not understood`);
  });
});

describe('a call that is another page’s', () => {
  it.each([...Object.values(SETUP_CALLS), ...Object.values(STAFF_CALLS)])(
    'is not answered to the kiosk: %s',
    async (channel) => {
      expect(await say(await mainWorld(), channel)).toMatch(`${channel}: not for this page`);
    },
  );

  it('and one that nobody knows has nobody who hears it', async () => {
    expect(await say(await mainWorld(), 'luot:quit')).toMatch('No handler registered');
  });
});

it('a frame has no bridge', async () => {
  await frameWorld('/frame');
  expect(
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => 'luot' in window),
  ).toBe(false);
});

it('what a page makes of the world’s own objects does not reach the preload', async () => {
  await page.evaluate(() => {
    Object.prototype.toString = () => 'mine';
    Array.prototype.push = () => 0;
    Object.defineProperty(Promise.prototype, 'then', { value: () => Promise.reject() });
    JSON.stringify = () => '{"kind":"invoke","channel":"luot-setup:finish","args":[]}';
    document.dispatchEvent = () => false;
  });
  const answer = await say(await mainWorld(), HALL_CALLS.health);
  expect(answer).toMatch('"version"');
  await page.reload();
  await kioskPage(shell, stage);
});

/** Puts a frame into the page, and gives the world in which its preload would run. */
async function frameWorld(src: string): Promise<number> {
  const before = worlds.length;
  await page.evaluate((to) => {
    document.querySelector('iframe')?.remove();
    const frame = document.createElement('iframe');
    if (to === 'srcdoc') frame.srcdoc = '<p>x';
    else frame.src = to;
    document.body.append(frame);
  }, src);
  await expect.poll(() => worlds.length).toBeGreaterThan(before);
  await expect
    .poll(() =>
      page
        .frames()
        .at(-1)
        ?.evaluate(() => document.readyState),
    )
    .toBe('complete');
  return worlds.at(-1)?.id ?? 0;
}

async function mainWorld(): Promise<number> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  return worlds.findLast(({ frame }) => frame === frameTree.frame.id)?.id ?? 0;
}

/** What the main process answers to this, as text. */
async function say(contextId: number, channel: string, input = ''): Promise<string> {
  const expression = `standInIpc.invoke('${channel}'${input && `, ${input}`}).then(JSON.stringify, String)`;
  const { result } = await cdp.send('Runtime.evaluate', { expression, contextId, awaitPromise: true });
  return String(result.value);
}

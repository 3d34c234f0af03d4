import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import type { StartedShell } from '#tests/stand-in/start-shell.ts';
import { kioskPage, openShellStage, type ShellStage } from './shell-stage.ts';

let stage: ShellStage;
let shell: StartedShell;

beforeAll(async () => {
  stage = await openShellStage(inject('browserPath'));
});
afterEach(() => shell?.close());
afterAll(() => stage?.close());

describe('the installed app', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--inspect=9229',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--no-sandbox',
    '--disable-web-security',
    '--ignore-certificate-errors',
  ])('does not start with %s, and says so', async (arg) => {
    shell = await stage.start([arg]);
    expect(await shell.ended).toBe(64);
    expect(shell.said()).toBe(`Máy không nhận tham số này: ${arg}. / This machine does not take: ${arg}.\n`);
  });

  it('leaves the screen to the one that is already open', async () => {
    shell = await stage.start([], { STAND_IN_FIRST: 'no' });
    expect(await shell.ended).toBe(0);
    expect(shell.pages()).toEqual([]);
  });

  it('shows one window over the whole screen, in a sandbox, without menu, and keeps the screen awake', async () => {
    shell = await stage.start();
    const page = await kioskPage(shell, stage);
    const { seen, windows } = await shell.look();
    expect(seen).toMatchObject({ isSandboxed: true, menus: [null], blockers: ['prevent-display-sleep'] });
    expect(windows).toHaveLength(1);
    expect(windows[0]).toMatchObject({
      is: { kiosk: true, full: true },
      pinch: [1, 1],
      options: {
        webPreferences: {
          contextIsolation: true,
          sandbox: true,
          nodeIntegration: false,
          webviewTag: false,
          devTools: false,
        },
      },
    });
    expect(Object.keys(windows[0]?.options.webPreferences ?? {})).not.toEqual(
      expect.arrayContaining([
        'webSecurity',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'enableBlinkFeatures',
      ]),
    );
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1080, 1920]);
  });

  it('is not closed by Alt+F4 or the task bar', async () => {
    shell = await stage.start();
    const page = await kioskPage(shell, stage);
    shell.order({ do: 'close-windows' });
    expect((await shell.look()).windows).toHaveLength(1);
    expect(await page.evaluate(() => document.title)).toBe('Lượt');
  });

  it('opens its room again when the page has closed its window', async () => {
    shell = await stage.start();
    const page = await kioskPage(shell, stage);
    await page.close();
    await expect
      .poll(() =>
        shell
          .pages()
          .filter((one) => !one.isClosed())
          .map((one) => one.url()),
      )
      .toEqual([`${stage.home}/kiosk/`]);
  });
});

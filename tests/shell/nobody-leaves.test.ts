import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { StartedShell } from '#tests/stand-in/start-shell.ts';
import { kioskPage, openShellStage, type ShellStage } from './shell-stage.ts';

let stage: ShellStage;
let shell: StartedShell;
let page: Page;

beforeAll(async () => {
  stage = await openShellStage(inject('browserPath'));
  shell = await stage.startReal();
  page = await kioskPage(shell, stage);
});
afterAll(async () => {
  await shell?.close();
  await stage?.close();
});

beforeEach(async () => {
  stage.strayed.length = 0;
  page = await kioskPage(shell, stage);
  await page.evaluate(() => Object.assign(window, { isSame: true }));
});
afterEach(async () => {
  // Whatever was tried, the same page stands there, alone, and nobody else was asked for anything.
  await page.evaluate(() => fetch('/after').then((answer) => answer.text()));
  expect(await page.evaluate(() => ({ at: location.href, isSame: 'isSame' in window }))).toEqual({
    at: `${stage.home}/kiosk/`,
    isSame: true,
  });
  await expect.poll(() => shell.pages().length).toBe(1);
  expect(stage.strayed).toEqual([]);
});

describe('a navigation', () => {
  // {home} and {away} are servers that would answer; what nobody would answer is in allowed-address.test.ts as well.
  it.each([
    '{away}/',
    '{away}/kiosk/',
    '//{awayHost}/kiosk/',
    '\\\\{awayHost}\\kiosk\\',
    'http:\\\\{awayHost}/',
    'HTTP://{awayHost}/',
    'http://{homeHost}@{awayHost}/',
    'http://someone@{homeHost}/kiosk/',
    'http://someone:secret@{homeHost}/kiosk/',
    'http://localhost:{homePort}/kiosk/',
    'http://127.1.0.1:{homePort}/kiosk/',
    'http://127.0.0.1:1/',
    'http://127.0.0.1/',
    'https://{homeHost}/kiosk/',
    'http://luot.invalid/',
    'http://{homeHost}.luot.invalid/',
    'ftp://{homeHost}/',
    'ws://{homeHost}/',
    'file:///etc/passwd',
    'file:///C:/Windows/',
    'data:text/html,<h1>Elsewhere</h1>',
    'javascript:void(location="{away}/")',
    'view-source:{home}/kiosk/',
    'chrome://settings/',
    'chrome://inspect/',
    'chrome-extension://abcdefghijklmnop/x.html',
    'devtools://devtools/bundled/inspector.html',
    'filesystem:{home}/temporary/x',
    'luot-setup://app/index.html',
    'luot-setup://staff/index.html',
    'mailto:someone@luot.invalid',
    'tel:113',
    'ms-settings:display',
    'intent://{homeHost}/#Intent;end',
    'x-unknown:y',
  ])('to %s ends where it began', async (written) => {
    await page.evaluate((address) => {
      // Some are no addresses for a page: that is as good as an answer.
      try {
        location.assign(address);
      } catch {}
    }, address(written));
  });

  it.each([
    ['a link', `<a href="{away}/">x</a>`, 'a'],
    ['a form', `<form action="{away}/" method="post"><button>x</button></form>`, 'form button'],
    ['a link over a redirect of our own server', `<a href="/to-the-stranger">x</a>`, 'a'],
    ['a form over a redirect', `<form action="/to-the-stranger"><button>x</button></form>`, 'form button'],
    ['a link in a picture', `<svg><a href="{away}/"><text y="20">x</text></a></svg>`, 'svg a'],
    [
      'a map',
      `<img width="99" height="99" usemap="#m"><map name="m"><area href="{away}/" coords="0,0,99,99"></map>`,
      'img',
    ],
  ])('by %s ends where it began', async (_how, html, press) => {
    await put(html);
    await page.locator(press).click({ noWaitAfter: true });
  });

  it('by a refresh ends where it began', async () => {
    await put(`<meta http-equiv="refresh" content="0;url={away}/">`);
  });

  it.each(['{away}/', '/to-the-stranger', 'http://localhost:{homePort}/'])(
    'of a frame to %s does not happen',
    async (to) => {
      await put(`<iframe src="${to}"></iframe>`);
    },
  );

  it('of the page by a frame of its own does not happen', async () => {
    await put(`<iframe src="/frame"></iframe>`);
    await expect.poll(() => page.frames().at(-1)?.url()).toBe(`${stage.home}/frame`);
    await page
      .frames()
      .at(-1)
      ?.evaluate((to) => {
        if (window.top) window.top.location.href = to;
      }, address('{away}/'));
  });
});

it.each(['about:blank', 'blob'])('a page that went to %s after all is replaced by ours', async (to) => {
  await page.evaluate((where) => {
    location.href = where === 'blob' ? URL.createObjectURL(new Blob(['x'], { type: 'text/html' })) : where;
  }, to);
  await expect.poll(() => page.evaluate(() => 'isSame' in window).catch(() => true)).toBe(false);
  page = await kioskPage(shell, stage);
  await page.evaluate(() => Object.assign(window, { isSame: true }));
});

describe('a second window', () => {
  it.each(['/kiosk/', 'about:blank', 'data:text/html,x', 'javascript:void(0)'])(
    'is not opened by a script for %s',
    async (written) => {
      await page.evaluate((to) => void window.open(to), address(written));
      await noWindowStays();
    },
  );

  it.each([
    ['a click on a link of its own', `<a href="/x" target="_blank">x</a>`, {}],
    ['such a link without opener', `<a href="/x" target="_blank" rel="noopener">x</a>`, {}],
    ['a named one', `<a href="/x" target="other">x</a>`, {}],
    ['Ctrl and a click', `<a href="/x">x</a>`, { modifiers: ['Control'] }],
    ['Shift and a click', `<a href="/x">x</a>`, { modifiers: ['Shift'] }],
    ['the middle button', `<a href="/x">x</a>`, { button: 'middle' }],
  ] as const)('is not opened by %s', async (_how, html, options) => {
    await put(html);
    await page.locator('a').click({ ...options, modifiers: [...('modifiers' in options ? options.modifiers : [])] });
    await noWindowStays();
  });

  it('is not opened by a form', async () => {
    await put(`<form action="/x" target="_blank"><button>x</button></form>`);
    await page.locator('form button').click();
    await noWindowStays();
  });
});

describe('nothing is', () => {
  it.each([
    ['a link', `<a href="/file">x</a>`],
    ['a link that says so', `<a href="/kiosk/" download="a.html">x</a>`],
    ['a blob', `<a download="a.txt">x</a>`],
  ])('downloaded by %s', async (_how, html) => {
    await put(html);
    const { seen } = await shell.look();
    await page.locator('a').evaluate((link: HTMLAnchorElement) => {
      if (!link.href) link.href = URL.createObjectURL(new Blob(['x'.repeat(1_000)]));
      link.click();
    });
    const since = async () => (await shell.look()).seen.downloads.slice(seen.downloads.length);
    await expect.poll(since).toEqual([{ url: expect.any(String), isStopped: true }]);
  });

  it.each(['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'idle-detection'])(
    'permitted: %s',
    async (name) => {
      const state = await page.evaluate((one) => {
        // Chromium knows more names than the types do.
        return navigator.permissions.query({ name: one as PermissionName }).then((status) => status.state);
      }, name);
      expect(state).toBe('denied');
    },
  );

  it('told of where the machine stands', async () => {
    const told = await page.evaluate(
      () =>
        new Promise((tell) =>
          navigator.geolocation.getCurrentPosition(
            () => tell('told'),
            () => tell('refused'),
          ),
        ),
    );
    expect(told).toBe('refused');
  });

  it('known of Node or Electron, and little of the shell', async () => {
    const known = await page.evaluate(() => ({
      names: ['require', 'process', 'module', 'global', 'Buffer', 'electron'].filter((name) => name in window),
      bridge: Object.keys(window.luot ?? {}).sort(),
      canChange: Object.isFrozen(window.luot),
    }));
    expect(known).toEqual({
      names: [],
      bridge: ['beat', 'deviceToken', 'health', 'keepDeviceToken', 'onNextKey', 'restart'],
      canChange: true,
    });
  });

  it('made larger or smaller by pinching, by Ctrl and the wheel, or by two taps', async () => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.synthesizePinchGesture', { x: 500, y: 500, scaleFactor: 3, gestureSourceType: 'touch' });
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -500);
    await page.keyboard.up('Control');
    for (const type of ['touchStart', 'touchEnd', 'touchStart', 'touchEnd'] as const) {
      await cdp.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchStart' ? [{ x: 300, y: 300 }] : [],
      });
    }
    expect(await page.evaluate(() => [visualViewport?.scale, devicePixelRatio])).toEqual([1, 1]);
  });
});

describe('the keyboard', () => {
  it.each([
    ...[
      'Control+r',
      'Control+Shift+r',
      'F5',
      'Control+p',
      'Control+s',
      'Control+o',
      'Control+u',
      'Control+f',
      'Control+g',
    ],
    ...[
      'Control+n',
      'Control+t',
      'Control+w',
      'Control+h',
      'Control+j',
      'Control+l',
      'Control+d',
      'Control+e',
      'Control+k',
    ],
    ...['Control+Shift+i', 'Control+Shift+j', 'Control+Shift+c', 'Control+Shift+n', 'Control+Shift+Delete', 'F12'],
    ...['Control+0', 'Control+=', 'Control+-', 'Control+Tab', 'Control+PageUp', 'F1', 'F3', 'F6', 'F7', 'F10', 'F11'],
    ...['Alt+F4', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+d', 'Alt+Space', 'Control+F4', 'Shift+F10'],
    ...['Meta+d', 'Meta+e', 'Meta+l', 'ContextMenu', 'PrintScreen'],
  ])('has no %s for the page', async (chord) => {
    await listenToKeys();
    await page.keyboard.press(chord);
    await page.keyboard.press('x');
    // The keys that are held with it may be seen, where they do nothing alone.
    expect(await heardKeys()).toEqual([...(chord.startsWith('Shift') ? ['Shift'] : []), 'x']);
  });

  it('writes, moves and chooses', async () => {
    await listenToKeys();
    await page.locator('input').focus();
    await page.keyboard.type('Aá 1');
    for (const key of ['Tab', 'Enter', 'Escape', 'ArrowDown']) await page.keyboard.press(key);
    expect(await heardKeys()).toEqual(['A', ' ', '1', 'Tab', 'Enter', 'Escape', 'ArrowDown']);
    expect(await page.locator('input').inputValue()).toBe('Aá 1');
  });
});

async function listenToKeys() {
  await page.evaluate(() => {
    const keys: string[] = [];
    Object.assign(window, { keys });
    addEventListener('keydown', (event) => keys.push(event.key));
  });
}

const heardKeys = () => page.evaluate(() => (window as unknown as { keys: string[] }).keys);

/** A window that may not be is gone again as soon as Chromium has told of it. */
async function noWindowStays() {
  await expect.poll(() => shell.pages().length).toBe(1);
}

function address(written: string): string {
  const [home, away] = [new URL(stage.home), new URL(stage.away)];
  const places = {
    home: home.origin,
    away: away.origin,
    homeHost: home.host,
    awayHost: away.host,
    homePort: home.port,
  };
  return written.replace(/\{(\w+)\}/g, (_all, name: keyof typeof places) => places[name]);
}

/** Puts something into the page, as a mistake or an attack would. */
async function put(html: string) {
  await page.evaluate((text) => {
    document.querySelector('#put')?.remove();
    const box = document.createElement('div');
    box.id = 'put';
    box.innerHTML = text;
    document.body.append(box);
  }, address(html));
}

import { describe, expect, it } from 'vitest';
import { aMachine, type MachineParts } from './a-machine.ts';
import { chooseShell } from './choose-shell.ts';
import { launchRequest } from './launch-request.ts';

const FILES = { packageDir: '/luot/node_modules/electron', mainFile: '/luot/dist-electron/main.js' };
const ELECTRON: MachineParts = {
  env: { ELECTRON_OVERRIDE_DIST_PATH: '/e', PATH: '/usr/bin' },
  files: ['/e/electron', '/usr/bin/chromium'],
};
const BROWSER: MachineParts = { env: { PATH: '/usr/bin' }, files: ['/usr/bin/chromium'] };

const chosen = (parts: MachineParts, args = ['--room', 'tv'], env: Record<string, string> = {}) =>
  chooseShell(launchRequest(args, env), FILES, aMachine(parts));

describe('chooseShell', () => {
  it('takes Electron where its program is, and says so', () => {
    expect(
      chosen(ELECTRON, ['--room', 'tv', '--url', 'http://may-chu:9000'], { LUOT_BROWSER_FLAGS: '--no-sandbox' }),
    ).toEqual({
      kind: 'electron',
      program: '/e/electron',
      args: ['/luot/dist-electron/main.js', '--room=tv', '--url=http://may-chu:9000/', '--no-sandbox'],
      why: 'Dùng Electron tại /e/electron: chương trình có sẵn. / Using Electron at /e/electron: its program is here.',
    });
  });

  it('takes a browser where it is not, and says why', () => {
    const { kind, program, why } = chosen(BROWSER);
    expect({ kind, program }).toEqual({ kind: 'browser', program: '/usr/bin/chromium' });
    expect(why).toBe(
      'Dùng trình duyệt tại /usr/bin/chromium: không có chương trình Electron (--fetch-electron tải về từ GitHub). / ' +
        "Using the browser at /usr/bin/chromium: Electron's program is not here (--fetch-electron fetches it from GitHub).",
    );
  });

  it('says that it was tried to fetch it', () => {
    expect(chosen(BROWSER, ['--room', 'tv', '--fetch-electron']).why).toMatch(/could not be fetched from GitHub\.$/);
  });

  it('names what to install where there is neither', () => {
    expect(() => chosen({})).toThrow(/hãy cài Google Chrome.* \/ .*install Google Chrome, Chromium or Microsoft Edge/);
  });

  it('says that CHROMIUM_PATH leads nowhere', () => {
    expect(() => chosen({ ...BROWSER, env: { CHROMIUM_PATH: '/opt/gone' } })).toThrow(
      /CHROMIUM_PATH names \/opt\/gone/,
    );
  });
});

describe('the browser', () => {
  it('shows one page on the whole screen, with sound, and asks nobody anything', () => {
    expect(chosen(BROWSER, ['--room', 'tv'], { LUOT_BROWSER_FLAGS: ' --no-sandbox  --headless=new ' }).args).toEqual([
      '--kiosk',
      '--app=http://localhost:8080/display/',
      '--user-data-dir=/home/an/.local/share/luot/browser-tv',
      '--autoplay-policy=no-user-gesture-required',
      '--noerrdialogs',
      '--disable-infobars',
      '--disable-pinch',
      '--overscroll-history-navigation=0',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-session-crashed-bubble',
      '--hide-crash-restore-bubble',
      '--disable-features=Translate',
      '--password-store=basic',
      '--no-sandbox',
      '--headless=new',
    ]);
  });

  const EDGE = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';
  const MAC = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  it.each([
    ['linux', { PATH: '/b', XDG_DATA_HOME: '/data' }, ['/b/chromium'], '/data/luot/browser-kiosk'],
    ['linux', { PATH: '/snap/bin' }, ['/snap/bin/chromium'], '/home/an/snap/chromium/common/luot/browser-kiosk'],
    ['linux', { PATH: '/b' }, ['/b/google-chrome', '/snap/bin/chromium'], '/home/an/.local/share/luot/browser-kiosk'],
    ['darwin', {}, [MAC], '/home/an/Library/Application Support/Luot/browser-kiosk'],
    ['win32', { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\L' }, [EDGE], 'C:\\L\\Luot\\browser-kiosk'],
  ] as const)('keeps a profile of its own on %s %j', (platform, env, files, folder) => {
    const { args } = chosen({ platform, env, files }, ['--room', 'kiosk']);
    expect(args).toContain(`--user-data-dir=${folder}`);
    expect(args.includes('--edge-kiosk-type=fullscreen')).toBe(platform === 'win32');
  });
});

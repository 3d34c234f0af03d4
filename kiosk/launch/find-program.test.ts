import { describe, expect, it } from 'vitest';
import { aMachine } from './a-machine.ts';
import { findBrowser } from './find-browser.ts';
import { findElectron } from './find-electron.ts';

describe('findBrowser', () => {
  it.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, ['/usr/bin/chromium'], '/usr/bin/chromium'],
    ['linux', { PATH: '/usr/bin' }, ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
    ['linux', { PATH: '/a:/b' }, ['/b/chromium', '/a/chromium-browser'], '/b/chromium'],
    ['linux', { PATH: '/usr/bin' }, ['/opt/chromium'], undefined],
    ['linux', {}, ['/usr/bin/chromium'], undefined],
    [
      'win32',
      { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\an\\AppData\\Local' },
      ['C:\\Users\\an\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
      'C:\\Users\\an\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'win32',
      { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
      ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    [
      'win32',
      { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
      [
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      ],
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    ['win32', { PATH: 'C:\\bin' }, ['C:\\bin\\chromium'], undefined],
    [
      'darwin',
      { PATH: '/usr/bin' },
      ['/home/an/Applications/Chromium.app/Contents/MacOS/Chromium'],
      '/home/an/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    ['linux', { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/c' }, ['/usr/bin/chromium', '/opt/c'], '/opt/c'],
    // Whoever named one would wonder about another.
    ['linux', { PATH: '/usr/bin', CHROMIUM_PATH: '/opt/gone' }, ['/usr/bin/chromium'], undefined],
  ] as const)('%s %j with %j: %s', (platform, env, files, wanted) => {
    expect(findBrowser(aMachine({ platform, env, files }))).toBe(wanted);
  });
});

describe('findElectron', () => {
  const at = (machine: Parameters<typeof aMachine>[0], packageDir = '/luot/node_modules/electron') =>
    findElectron(packageDir, aMachine(machine));

  it('is the program that path.txt names', () => {
    const texts = { '/luot/node_modules/electron/path.txt': 'electron' };
    expect(at({ texts, files: ['/luot/node_modules/electron/dist/electron'] })).toBe(
      '/luot/node_modules/electron/dist/electron',
    );
  });

  it('is not there when it was only half fetched', () => {
    expect(at({ texts: { '/luot/node_modules/electron/path.txt': 'electron' } })).toBeUndefined();
    expect(at({})).toBeUndefined();
  });

  it.each([
    ['linux', '/opt/electron', '/opt/electron/electron'],
    ['darwin', '/opt/electron', '/opt/electron/Electron.app/Contents/MacOS/Electron'],
    ['win32', 'D:\\electron', 'D:\\electron\\electron.exe'],
  ] as const)('is in the folder that is named on %s', (platform, folder, program) => {
    expect(at({ platform, env: { ELECTRON_OVERRIDE_DIST_PATH: folder }, files: [program] })).toBe(program);
  });
});

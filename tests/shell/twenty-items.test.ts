import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// Electron's own list for whoever makes an app of it, as far as it can be read off the sources. What runs is tried beside this file.

const HOME = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(HOME, file), 'utf8');
const sources = (...patterns: string[]) =>
  globSync(patterns, { cwd: HOME })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

const MAIN = sources('kiosk/main/**/*.ts', 'kiosk/preload/**/*.ts');
const PAGES = sources('{kiosk/page,kiosk/setup,kiosk/staff,display,counter,shared/page}/**/*.{ts,tsx,html}');

/** The files in which this stands. */
const having = (files: string[], what: RegExp) => files.filter((file) => what.test(read(file)));

it('there are sources to read', () => {
  expect(MAIN.length).toBeGreaterThan(20);
  expect(PAGES.length).toBeGreaterThan(50);
});

describe('the shell’s sources', () => {
  it.each([
    [
      '6, 8, 9, 10: no protection of Chromium’s is switched off',
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|nodeIntegrationIn/,
    ],
    ['12: no webview is made', /webviewTag: true|<webview/],
    [
      '15: nothing is opened in another program',
      /openExternal|openPath|import \{[^}]*\bshell\b[^}]*\} from 'electron'/,
    ],
    ['18: nothing is loaded by file:', /loadFile|file:\/\/|pathToFileURL/],
    [
      '20: no page gets Electron’s own objects',
      /exposeInMainWorld\([^)]*ipcRenderer|\(event(, [^)]*)?\) => \w+\(event/,
    ],
  ])('%s', (_item, what) => {
    expect(having(MAIN, what)).toEqual([]);
  });

  it('2, 3, 4: every window has the one set of safe preferences', () => {
    const making = having(MAIN, /new BrowserWindow\(/);
    expect(making.length).toBeGreaterThan(2);
    expect(making.filter((file) => !read(file).includes('webPreferences: safePreferences('))).toEqual([]);
    expect(having(MAIN, /webPreferences: \{/)).toEqual([]);
  });

  it('7: the app’s own pages run only what lies beside them', () => {
    expect(read('kiosk/main/setup/setup-files.ts')).toContain("default-src 'none'; script-src 'self'");
    expect(read('kiosk/main/calm/calm-page.ts')).toContain("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('16: Electron is no older than when this was written', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    expect(Number(String(devDependencies.electron).split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  it('17: a page is answered in one place alone', () => {
    expect(having(MAIN, /ipcMain\.(handle|on|once)\(/)).toEqual(['kiosk/main/guard/answer-page.ts']);
  });

  it('19: the fuses are set', () => {
    const yml = read('electron-builder.yml');
    for (const fuse of [
      'runAsNode',
      'enableNodeOptionsEnvironmentVariable',
      'enableNodeCliInspectArguments',
      'grantFileProtocolExtraPrivileges',
    ]) {
      expect(yml).toMatch(new RegExp(`^ {2}${fuse}: false$`, 'm'));
    }
    for (const fuse of ['onlyLoadAppFromAsar', 'enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation']) {
      expect(yml).toMatch(new RegExp(`^ {2}${fuse}: true$`, 'm'));
    }
  });
});

it.each([
  ['ask for a file', /type=["']file|showOpenFilePicker|showSaveFilePicker|showDirectoryPicker/],
  ['open a window', /window\.open\(|target=["']_blank/],
  ['print by a dialog of the system', /window\.print\(\)/],
  ['ask for a device', /navigator\.(usb|hid|serial|bluetooth)|requestMIDIAccess/],
])('no page of a kiosk, a TV or a counter may %s', (_what, pattern) => {
  expect(having(PAGES, pattern)).toEqual([]);
});

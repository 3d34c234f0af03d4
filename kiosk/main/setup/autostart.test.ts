import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AutostartNeeds, desktopEntry, setAutostart } from './autostart.ts';

let folder: string;
let settings: unknown[];
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-autostart-'));
  [settings, said] = [[], []];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry = () => join(folder, 'autostart', 'luot.desktop');
const on = (platform: NodeJS.Platform, isPackaged = true, env = {}): AutostartNeeds => ({
  app: {
    isPackaged,
    getPath: () => folder,
    setLoginItemSettings: (setting) => void settings.push(setting),
  },
  platform,
  program: platform === 'win32' ? 'C:\\Program Files\\Luot\\Luot.exe' : '/opt/Luot/luot',
  env,
  say: (line) => void said.push(line),
});

describe('opening by itself', () => {
  it('is a setting of the account on Windows', () => {
    setAutostart(on('win32'), true);
    setAutostart(on('win32'), false);
    const path = 'C:\\Program Files\\Luot\\Luot.exe';
    expect(settings).toEqual([
      { openAtLogin: true, path },
      { openAtLogin: false, path },
    ]);
    expect(existsSync(entry())).toBe(false);
  });

  it('is an entry that every desktop reads on Linux, gone when it is not wanted', () => {
    setAutostart(on('linux'), true);
    expect(readFileSync(entry(), 'utf8')).toContain('\nExec="/opt/Luot/luot"\n');
    setAutostart(on('linux'), false);
    setAutostart(on('linux'), false);
    expect([existsSync(entry()), settings, said]).toEqual([false, [], []]);
  });

  it('names the AppImage itself, not where it has unpacked this time, and follows it when it was moved', () => {
    setAutostart(on('linux', true, { APPIMAGE: '/home/kiosk/Luot.AppImage' }), true);
    setAutostart(on('linux', true, { APPIMAGE: '/srv/Luot 2.AppImage' }), true);
    expect(readFileSync(entry(), 'utf8')).toContain('\nExec="/srv/Luot 2.AppImage"\n');
  });

  it('is left alone while the app runs from its sources', () => {
    setAutostart(on('linux', false), true);
    setAutostart(on('win32', false), true);
    expect([existsSync(entry()), settings]).toEqual([false, []]);
  });

  it('stops nothing when it cannot be set', () => {
    writeFileSync(join(folder, 'autostart'), 'a file where the folder should be');
    setAutostart(on('linux'), true);
    expect(said).toEqual([expect.stringContaining('Opening by itself could not be set')]);
  });

  it('quotes what a desktop would read as something else', () => {
    const path = '/srv/100% "Lượt" $HOME\\luot';
    expect(desktopEntry(path)).toContain(String.raw`Exec="/srv/100%% \\"Lượt\\" \\$HOME\\\\luot"`);
  });
});

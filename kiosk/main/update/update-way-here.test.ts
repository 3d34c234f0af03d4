import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileOf, NEW_PROGRAM, OLD_PROGRAM } from './testing/a-release.ts';
import { shelfPath } from './update-disk.ts';
import { SELF_CHECK, wayHere } from './update-way-here.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-way-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FRESH = { version: '1.2.0', file: fileOf(NEW_PROGRAM) };
const KEPT = { version: '1.1.0', file: fileOf(OLD_PROGRAM, { name: 'Luot-1.1.0.exe' }) };

function aPc(platform: NodeJS.Platform, env: Record<string, string> = {}, program = join(folder, 'Luot.exe')) {
  const ran: string[][] = [];
  const ends: string[] = [];
  const answers = { isInRegistry: true, version: '1.2.0\n' };
  const { kind, way } = wayHere({
    ...{ platform, env, program, folder },
    startAlone: (file, args) => void ran.push([file, ...args]),
    restart: () => void ends.push('restarted'),
    end: () => void ends.push('ended'),
    async run(file, args) {
      ran.push([file, ...args]);
      if (args[0] === 'query' && !answers.isInRegistry) throw new Error('code 1');
      return answers.version;
    },
  });
  return { kind, way, ran, ends, answers };
}

it('on Windows, lays the old installer out for the next sign-in, then runs the new one and ends', async () => {
  const { kind, way, ran, ends, answers } = aPc('win32', { SystemRoot: 'D:\\Windows' });
  expect(kind).toBe('nsis');
  expect(await way?.prepare(FRESH, null)).toBe('no-way-back');
  expect(ran).toEqual([]);
  expect(await way?.prepare(FRESH, KEPT)).toBeNull();
  await way?.switchTo(FRESH);
  await way?.settle();
  answers.isInRegistry = false;
  await way?.settle();
  const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
  const line = `"${shelfPath(folder, KEPT)}" /S --updated --force-run`;
  expect(ran.map(([file, ...args]) => [file?.split(/[\\/]/).at(-1), ...args])).toEqual([
    ['reg.exe', 'add', key, '/v', '!LuotUpdate', '/t', 'REG_SZ', '/d', line, '/f'],
    ['1.2.0-Luot-1.2.0.exe', '/S', '--updated', '--force-run'],
    ['reg.exe', 'query', key, '/v', '!LuotUpdate'],
    ['reg.exe', 'delete', key, '/v', '!LuotUpdate', '/f'],
    ['reg.exe', 'query', key, '/v', '!LuotUpdate'],
  ]);
  expect(ran[0]?.[0]).toMatch(/^D:\\Windows/);
  expect(ends).toEqual(['ended']);
});

it('on Windows, leaves a program that is installed for all accounts to an administrator', () => {
  // A folder that nobody may write to: it is not there.
  expect(aPc('win32', {}, join(folder, 'Program Files', 'Luot.exe'))).toMatchObject({ kind: 'nsis', way: null });
});

it('as an AppImage, asks the new program for its version before it takes the place of the old one', async () => {
  const image = join(folder, 'Luot.AppImage');
  writeFileSync(image, OLD_PROGRAM);
  writeFileSync(shelfPath(folder, FRESH), NEW_PROGRAM);
  const { kind, way, ran, ends, answers } = aPc('linux', { APPIMAGE: image });
  expect(kind).toBe('appimage');
  answers.version = '1.1.0\n';
  expect(await way?.prepare(FRESH, null)).toBe('does-not-start');
  answers.version = '1.2.0\n';
  expect(await way?.prepare(FRESH, null)).toBeNull();
  expect(ran.map((one) => one.slice(1))).toEqual([[SELF_CHECK], [SELF_CHECK]]);
  expect(readFileSync(image).equals(OLD_PROGRAM)).toBe(true);
  await way?.switchTo(FRESH);
  expect(readFileSync(image).equals(NEW_PROGRAM)).toBe(true);
  await way?.giveBack(null);
  expect(readFileSync(image).equals(OLD_PROGRAM)).toBe(true);
  expect(ends).toEqual(['restarted', 'restarted']);
});

it('as a package of the system, leaves it to whoever may install packages', () => {
  expect(aPc('linux')).toMatchObject({ kind: 'deb', way: null });
});

import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeUpdate } from './judge-update.ts';
import { MANIFEST_FILE, openManifest } from './manifest.ts';
import { makeKey, type SignRequest, signRelease } from './sign-release.ts';
import { EVENING, NEW_PROGRAM, OLD_PROGRAM } from './testing/a-release.ts';
import { UPDATE_KEYS } from './update-keys.ts';

let folder: string;
let key: string;
let publicKey: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luot-sign-'));
  key = join(folder, 'publisher.pem');
  publicKey = makeKey(key);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function release(name: string, files: Record<string, Buffer>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(path, file), bytes);
  return path;
}

const request = (from: string, change: Partial<SignRequest> = {}): SignRequest => ({
  ...{ key, from, before: null, share: 10, days: 60, now: EVENING, ...change },
});

const NEW_FILES = {
  'Luot Setup 1.2.0.exe': NEW_PROGRAM,
  'Luot-1.2.0.AppImage': NEW_PROGRAM,
  'Luot-1.2.0-arm64.AppImage': OLD_PROGRAM,
  'luot_1.2.0_amd64.deb': NEW_PROGRAM,
  'latest.yml': Buffer.from('version: 9.9.9'),
  'Luot Setup 1.2.0.exe.blockmap': Buffer.from('map'),
};

it('signs all installers of a folder so that every kind of machine finds its own', async () => {
  const before = release('before', { 'Luot Setup 1.1.0.exe': OLD_PROGRAM });
  const from = release('new', { ...NEW_FILES, 'Luot Setup 1.1.0.exe': OLD_PROGRAM });
  await signRelease(request(from, { before, share: 100 }));
  const manifest = openManifest(readFileSync(join(from, MANIFEST_FILE)), [publicKey]);
  if (typeof manifest === 'string') throw new Error(manifest);
  const machine = { version: '1.1.0', machine: 'm', seen: null, failed: {}, now: EVENING };
  const found = (
    [
      ['win32-x64', 'nsis'],
      ['linux-x64', 'appimage'],
      ['linux-arm64', 'appimage'],
      ['linux-x64', 'deb'],
      ['win32-arm64', 'nsis'],
    ] as const
  ).map(([platform, kind]) => judgeUpdate(manifest, { ...machine, platform, kind }));
  expect(found.map((file) => (typeof file === 'string' ? file : file.name))).toEqual([
    'Luot Setup 1.2.0.exe',
    'Luot-1.2.0.AppImage',
    'Luot-1.2.0-arm64.AppImage',
    'luot_1.2.0_amd64.deb',
    'other-platform',
  ]);
  expect([manifest.version, manifest.before?.version, manifest.share]).toEqual(['1.2.0', '1.1.0', 100]);
  expect([manifest.issuedAt, manifest.expiresAt]).toEqual([EVENING, EVENING + 60 * 86_400_000]);
});

describe('it does not sign', () => {
  it.each([
    ['an empty folder', {}, null, 'no installer'],
    [
      'two installers for one machine',
      { 'Luot-1.2.0.exe': NEW_PROGRAM, 'Luot Setup 1.2.0.exe': NEW_PROGRAM },
      null,
      'two installers',
    ],
    ['a name that no machine would take', { 'Lượt Setup 1.2.0.exe': NEW_PROGRAM }, null, 'bad-file-name'],
    [
      'what is older than what was before',
      { 'Luot-1.0.0.exe': NEW_PROGRAM },
      { 'Luot-1.1.0.exe': OLD_PROGRAM },
      'not newer',
    ],
    [
      'a way back that does not lie there',
      { 'Luot-1.2.0.exe': NEW_PROGRAM },
      { 'Luot-1.1.0.exe': OLD_PROGRAM },
      'as well',
    ],
  ])('%s', async (_what, files, earlier, complaint) => {
    const from = release('new', files);
    const before = earlier && release('before', earlier);
    await expect(signRelease(request(from, { before }))).rejects.toThrow(complaint);
  });

  it('with a key of another kind', async () => {
    const other = join(folder, 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    writeFileSync(other, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await expect(signRelease(request(release('new', NEW_FILES), { key: other }))).rejects.toThrow('Ed25519');
  });
});

it('makes a key that only its owner may read, and never over another', () => {
  if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600);
  const kept = readFileSync(key, 'utf8');
  expect(() => makeKey(key)).toThrow('EEXIST');
  expect(readFileSync(key, 'utf8')).toBe(kept);
});

it('prints a public half that fits into the program, and every key that ships is one', () => {
  for (const one of [publicKey, ...UPDATE_KEYS]) {
    expect(one).toMatch(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/);
    expect(openManifest(Buffer.from('{}'), [one])).toBe('not-readable');
  }
});

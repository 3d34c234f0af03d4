import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { startVirtualPrinter } from '#printer/virtual-printer.ts';
import { kill, openAllDay, startHallProcess } from '#tests/hall/hall-process.ts';
import { joinKiosk, writeOffice } from '#tests/hall/test-hall.ts';
import { stubElectron, stubFpm } from './stub-electron.ts';

// The app is packed for Linux as `npm run package` packs it, but around a stub in place of Electron's program, which cannot be had
// everywhere; what it holds is then looked at and, in plain Node, run.

const HOME = resolve(import.meta.dirname, '../..');
const onLinux = process.platform === 'linux';
/** electron-builder takes seconds where nothing else runs. */
const PATIENT = { timeout: 180_000 };

let folder: string;
let app: string;
/** Everything in the archive, with `/` between folders. */
let held: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-package-'));
  if (!onLinux) return;
  await buildMain(HOME);
  await stubElectron(join(folder, 'electron'));
  await pack(`-c.directories.output=${join(folder, 'out')}`, `-c.electronDist=${join(folder, 'electron')}`);
  app = join(folder, 'out', process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked');
  const listed = listPackage(join(app, 'resources/app.asar'), { isPack: false });
  held = listed.map((path) => path.replaceAll('\\', '/').slice(1));
  extractAll(join(app, 'resources/app.asar'), join(folder, 'inside'));
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.runIf(onLinux)('the app that goes into the installer', PATIENT, () => {
  it.each([
    ['the shell', /^dist-electron\/main\.js$/],
    ['the preload of the hall’s pages', /^dist-electron\/hall-preload\.cjs$/],
    ['the preload of the app’s own pages', /^dist-electron\/setup-preload\.cjs$/],
    ['the first-run page', /^dist-electron\/setup\/index\.html$/],
    ['the server', /^dist-server\/main\.js$/],
    ['the program that copies', /^dist-server\/backup-worker\.js$/],
    ['the sample office', /^dist-server\/sample-office\.json$/],
    ['the migrations', /^dist-server\/migrations\/.+\.sql$/],
    ['the kiosk’s page', /^dist\/kiosk\/page\/index\.html$/],
    ['the display’s page', /^dist\/display\/index\.html$/],
    ['the counter’s page', /^dist\/counter\/index\.html$/],
    ['the pages’ font', /^dist\/assets\/noto-sans-vietnamese-.+\.woff2$/],
    ['the voice', /^dist\/assets\/letter-a-.+\.opus$/],
    ['the slip’s font', /^node_modules\/@expo-google-fonts\/be-vietnam-pro\/.+\.ttf$/],
    ['what sets its letters', /^node_modules\/harfbuzzjs\/dist\/harfbuzz\.wasm$/],
    ['the database’s JavaScript', /^node_modules\/better-sqlite3\/lib\/database\.js$/],
  ])('holds %s', (_what, wanted) => {
    expect(held.filter((path) => wanted.test(path))).not.toEqual([]);
  });

  it.each([
    ['a Node beside Electron’s own', /^node_modules\/node-(linux|win)-/],
    ['a source', /^(server|shared|kiosk|counter|display|manager|phone|start|printer|demo|docs)\/|\.[mc]?tsx?$/],
    ['a test', /^tests\/|\.test\.|\/(test|tests)\//],
    ['a map', /\.map$/],
    [
      'what only builds',
      /^node_modules\/(@rolldown|vite|rolldown|lightningcss|typescript|electron|electron-builder)\//,
    ],
    ['what the pages have within them', /^node_modules\/(@preact|@fontsource|preact|socket\.io-client)\//],
    ['an office’s data', /^data\/|office\.db/],
  ])('does not hold %s', (_what, unwanted) => {
    expect(held.filter((path) => unwanted.test(path))).toEqual([]);
  });

  it('holds the binaries of this system alone, and beside the archive, where they can be loaded', async () => {
    const binaries = held.filter((path) => path.endsWith('.node'));
    const system = `${process.platform}-${process.arch}`;
    expect(binaries).toContain(`node_modules/better-sqlite3/prebuilds/${system}.node`);
    for (const path of binaries) {
      expect(path).toMatch(
        new RegExp(`better-sqlite3/prebuilds/${system}|bindings-cpp/prebuilds/${system}/|koffi-${system}/`),
      );
      const beside = await readFile(join(app, 'resources/app.asar.unpacked', path));
      // Not rebuilt: the very file that came with the package.
      expect(beside.equals(await readFile(join(HOME, path)))).toBe(true);
    }
  });

  it('opens a hall that gives numbers and prints slips, from nothing but what it holds', async () => {
    const printer = await startVirtualPrinter();
    const dataDir = join(folder, 'data');
    writeOffice(dataDir, { ...openAllDay(), printer: { kind: 'tcp', host: '127.0.0.1', port: printer.port } });
    const env = { DATA_DIR: dataDir, PORT: '0', LAN: 'off' };
    const { url, child } = await startHallProcess(env, join(folder, 'inside/dist-server/main.js'));
    for (const page of ['', 'kiosk/', 'counter/', 'display/', 'manager/']) {
      expect((await fetch(new URL(page, url))).status).toBe(200);
    }
    const kiosk = await joinKiosk(url);
    await kiosk.until(({ printer: state }) => state === 'ready');
    await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    await kiosk.until(({ slips }) => slips[0]?.outcome === 'printed');
    kiosk.close();
    await kill(child);
    await printer.close();
  });

  it('loads what talks to other printers', async () => {
    const program = `await import('serialport'); await import('koffi'); console.log('loaded');`;
    const cwd = join(folder, 'inside');
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd });
    expect(stdout).toBe('loaded\n');
  });

  it('has its fuses set in the program', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(join(app, 'luot'));
    // As the program carries them: the letters of one and nought.
    const [on, off] = ['1'.charCodeAt(0), '0'.charCodeAt(0)];
    expect(wire).toEqual({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  it.each([
    ['-c.nsis.oneKlick=true', 'configuration.nsis'],
    ['-c.linux.tarket=deb', 'configuration.linux'],
    ['-c.electronFuses.runAsNodes=false', 'configuration.electronFuses'],
    ['-c.filess=dist', "unknown property 'filess'"],
  ])('is not packed when the settings hold a key that means nothing: %s', async (key, named) => {
    await expect(pack(key)).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining(named) });
  });
});

describe.runIf(onLinux)('the .deb', PATIENT, () => {
  it('puts the app, its icon and its entry where they belong, and starts it in its sandbox', async () => {
    const program = await stubFpm(folder);
    const out = `-c.directories.output=${join(folder, 'deb')}`;
    await run({ CUSTOM_FPM_PATH: program }, '--linux', 'deb', '--prepackaged', app, out);
    const asked: string[] = JSON.parse(await readFile(join(folder, 'asked.json'), 'utf8'));
    expect(asked.slice(-3)).toEqual([
      `${app}/=/opt/Luot`,
      expect.stringMatching(/kiosk\/icon\.png=\/usr\/share\/icons\/hicolor\/512x512\/apps\/luot\.png$/),
      expect.stringMatching(/=\/usr\/share\/applications\/luot\.desktop$/),
    ]);
    const entry = await readFile(join(folder, 'luot.desktop'), 'utf8');
    expect(entry).toMatch(/^Exec=\/opt\/Luot\/luot %U$/m);
    expect(entry).toMatch(/^StartupWMClass=luot$/im);
  });
});

describe.runIf(onLinux)('an installer for another kind of system', PATIENT, () => {
  it.each([
    ['--win', '--x64'],
    ['--linux', process.arch === 'x64' ? '--arm64' : '--x64'],
  ])('is not built, because its binaries are not here: %s %s', async (...system) => {
    const out = `-c.directories.output=${join(folder, 'other')}`;
    await expect(run({}, ...system, '--dir', out, `-c.electronDist=${join(folder, 'electron')}`)).rejects.toMatchObject(
      {
        code: 1,
        stdout: expect.stringContaining('An installer is built on the kind of system it is for'),
      },
    );
  });
});

/** Packs as `npm run package` does, but for the installers themselves. */
const pack = (...more: string[]) => run({}, '--linux', '--dir', ...more);

function run(env: Record<string, string>, ...more: string[]) {
  const program = join(HOME, 'node_modules/electron-builder/cli.js');
  const options = { cwd: HOME, maxBuffer: 16e6, env: { ...process.env, ...env } };
  return promisify(execFile)(process.execPath, [program, ...more], options);
}

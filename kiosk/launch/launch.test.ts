import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { findElectron } from './find-electron.ts';

const HOME = resolve(import.meta.dirname, '..', '..');
/** As much of a page as the launcher looks for. */
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PAGE = '<title>Màn hình sảnh · Lượt</title>';
const onPosix = process.platform !== 'win32';

/** Asks for its page as a browser would, with its own arguments in the address, and stays until the server lets go. */
const FAKE_BROWSER = `#!${process.execPath}
const args = process.argv.slice(2);
const page = new URL(args.find((arg) => arg.startsWith('--app=')).slice(6));
page.searchParams.set('args', JSON.stringify(args));
const answer = await fetch(page, { headers: { 'user-agent': 'fake browser' } });
await answer.text();
`;

let folder: string;
let server: Server;
let url: string;
let launcher: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luot-launch-'));
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // `address()` of a server that listens on a port is never a path.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterEach(async () => {
  if (launcher?.exitCode === null && launcher.signalCode === null) {
    // Asked, not forced: it takes its browser with it.
    launcher.kill();
    await once(launcher, 'exit');
  }
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('the launcher', () => {
  it.runIf(onPosix)('opens the page in the browser, and ends when the browser is closed', async () => {
    const asked = answering();
    const run = launch(['--room', 'tv', '--url', url], { CHROMIUM_PATH: await fakeBrowser() });
    const { address, letGo } = await asked;
    const args: string[] = JSON.parse(address.searchParams.get('args') ?? '[]');
    expect(args.slice(0, 3)).toEqual(['--kiosk', `--app=${url}display/`, `--user-data-dir=${folder}/luot/browser-tv`]);
    letGo();
    expect(await run.ended).toBe(0);
    expect(run.output()).toMatch(/Using the browser at .*fake-browser\.mjs: Electron's program is not here/);
  });

  it.runIf(onPosix)('takes the browser with it when it is ended', async () => {
    const asked = answering();
    const run = launch(['--room', 'kiosk', '--url', url], { CHROMIUM_PATH: await fakeBrowser() });
    const { gone } = await asked;
    launcher?.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    await gone;
  });

  it('says in one sentence what to install, and ends with code 1', async () => {
    const run = launch(['--room', 'kiosk', '--url', url], { CHROMIUM_PATH: join(folder, 'gone') });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/^CHROMIUM_PATH chỉ đến .* \/ CHROMIUM_PATH names .*\n$/);
  });

  it('says what it did not understand, and ends with code 1', async () => {
    const run = launch(['--room', 'desk'], {});
    expect(await run.ended).toBe(1);
    expect(run.output()).toBe('Cần --room kiosk hoặc --room tv. / Needed: --room kiosk or --room tv.\n');
  });

  it.runIf(onPosix && inject('browserPath'))('opens the page in a real Chromium, and takes it with it', async () => {
    const asked = answering(/Chrome/);
    const run = launch(['--room', 'tv', '--url', url], {
      CHROMIUM_PATH: inject('browserPath'),
      // The page once more: the headless shell out of the registry does not know --app.
      LUOT_BROWSER_FLAGS: `--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage ${url}display/`,
    });
    const { address, gone } = await asked;
    expect(address.pathname).toBe('/display/');
    launcher?.kill();
    expect(await run.ended).toBe(0);
    await gone;
  });
});

const electron = findElectron(join(HOME, 'node_modules', 'electron'), {
  platform: process.platform,
  env: process.env,
  home: '',
  isFile: existsSync,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
});

it.skipIf(!electron)('opens the page in a real Electron (skipped where its program was not fetched)', async () => {
  const asked = answering(/Electron/);
  launch(['--room', 'tv', '--url', url], {
    ELECTRON_OVERRIDE_DIST_PATH: process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '',
    LUOT_BROWSER_FLAGS: process.getuid?.() === 0 ? '--no-sandbox' : '',
  });
  expect((await asked).address.pathname).toBe('/display/');
});

type Asked = { address: URL; letGo(): void; gone: Promise<unknown> };

/** The first request of such a browser, held open until the test lets go; the launcher's own look at the server is answered at once. */
function answering(agent = /fake browser/): Promise<Asked> {
  return new Promise((resolve) => {
    server.on('request', (request, response) => {
      if (!agent.test(request.headers['user-agent'] ?? '')) return void response.writeHead(200, HTML).end(PAGE);
      resolve({
        address: new URL(request.url ?? '/', url),
        letGo: () => response.end('<p>Lượt</p>'),
        gone: once(response, 'close'),
      });
    });
  });
}

/** A program that stands in for a browser. */
async function fakeBrowser(): Promise<string> {
  const file = join(folder, 'fake-browser.mjs');
  await writeFile(file, FAKE_BROWSER);
  await chmod(file, 0o755);
  return file;
}

/** Starts the launcher as the npm script does, with a data folder of its own, which holds no Electron, whatever this machine has. */
function launch(args: string[], env: Record<string, string>) {
  let output = '';
  const child = spawn(process.execPath, ['kiosk/launch/launch.ts', ...args], {
    cwd: HOME,
    env: { ...process.env, LUOT_BROWSER_FLAGS: '', ELECTRON_OVERRIDE_DIST_PATH: folder, XDG_DATA_HOME: folder, ...env },
  });
  launcher = child;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit').then(([code]) => code as number | null); // what `exit` is emitted with
  return { ended, output: () => output };
}

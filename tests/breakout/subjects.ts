import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserArguments } from '#kiosk/launch/browser-arguments.ts';
import { startShell } from '#tests/stand-in/start-shell.ts';
import { GLASS, type Screen } from './screen.ts';

/** Something that shows a page on the screen. */
export type Subject = { debugAt: string; close(): Promise<void> };

/** What opens one. `url`: a server's origin, or for the control the page itself. */
export type Opening = { screen: Screen; program: string; url: string; bundle: string };

/** A browser as anybody opens it: whatever does not lead out of this one proves nothing. */
export function openControl({ screen, program, url }: Opening): Promise<Subject> {
  return openBrowser(screen, program, (folder) => [
    `--user-data-dir=${folder}`,
    '--no-first-run',
    '--no-default-browser-check',
    url,
  ]);
}

/** The kiosk's launcher in an installed browser: what it shows where Electron's program is missing. */
export function openLaunched({ screen, program, url }: Opening): Promise<Subject> {
  return openBrowser(screen, program, (folder) => {
    const request = {
      room: 'kiosk',
      server: new URL(url),
      page: new URL('/kiosk/', url),
      fetchElectron: false,
      flags: [],
    } as const;
    const machine = {
      platform: process.platform,
      env: { XDG_DATA_HOME: folder, LOCALAPPDATA: folder },
      home: folder,
      isFile: () => false,
      read: () => undefined,
    };
    return browserArguments({ ...request, flags: [] }, program, machine).map((arg) =>
      arg.startsWith('--user-data-dir=') ? `--user-data-dir=${folder}` : arg,
    );
  });
}

/** The built shell in the stand-in, in a window of its own. */
export async function openStandIn({ screen, program, url, bundle }: Opening): Promise<Subject> {
  const env = { ...screen.env, STAND_IN_HEADED: 'yes' };
  const shell = await startShell({ bundle, args: ['--room=kiosk', `--url=${url}`], browserPath: program, env });
  await shell.page();
  return { debugAt: await debugAddress(join(shell.folder, 'chromium')), close: shell.close };
}

async function openBrowser(screen: Screen, program: string, args: (folder: string) => string[]): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-breakout-'));
  const more = [
    '--remote-debugging-port=0',
    '--touch-events=enabled',
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--window-position=0,0',
    `--window-size=${GLASS.width},${GLASS.height}`,
  ];
  const child = spawn(program, [...more, ...args(folder)], {
    env: { ...process.env, ...screen.env },
    stdio: 'ignore',
    detached: true,
  });
  try {
    const debugAt = await debugAddress(folder);
    return { debugAt, close: () => end(child, folder) };
  } catch (cause) {
    await end(child, folder);
    throw cause;
  }
}

/** A wrapper of the system's may stand between: all that came from it goes. */
async function end(child: ChildProcess, folder: string) {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // A way out closed it already.
  }
  await gone;
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Chromium writes the port that it took into its profile. */
async function debugAddress(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 300; tries += 1) {
    if (existsSync(file)) {
      const [port] = readFileSync(file, 'utf8').split('\n');
      if (port) return `http://127.0.0.1:${port}`;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The browser did not open.');
}

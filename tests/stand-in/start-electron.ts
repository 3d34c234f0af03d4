import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { findElectron } from '#kiosk/launch/find-electron.ts';
import { seen } from './app.ts';
import type { ShellWanted, StartedShell } from './start-shell.ts';

/** Electron's real program, where somebody has fetched it. */
export const electronHere = findElectron(resolve(import.meta.dirname, '../../node_modules/electron'), {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isFile: existsSync,
  read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
});

/** Starts the built shell in the real Electron. It is not packaged there: it takes switches, among them those that Playwright needs. */
export async function startElectron(
  program: string,
  { bundle, args, folder = '' }: ShellWanted,
): Promise<StartedShell> {
  const appData = join(folder, 'appData');
  const app = await _electron.launch({
    executablePath: program,
    args: [bundle, ...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, XDG_CONFIG_HOME: appData, APPDATA: appData } as Record<string, string>, // no key without a value
  });
  let output = '';
  const child = app.process();
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  await app.evaluate(({ session }) => {
    const downloads: object[] = [];
    Object.assign(globalThis, { downloads });
    // Heard after the shell's own listener: it has decided by then.
    session.defaultSession.on('will-download', (event, item) => {
      downloads.push({ url: item.getURL(), isStopped: event.defaultPrevented });
    });
  });
  return {
    folder,
    ended,
    pages: () => app.windows(),
    page: async () => app.windows().at(-1) ?? (await app.firstWindow()),
    said: () => output,
    order: () => {
      throw new Error('Only the stand-in takes orders.');
    },
    look: async () => {
      const downloads = await app.evaluate(() => (globalThis as unknown as { downloads: [] }).downloads);
      return { seen: { ...seen, downloads }, windows: [] };
    },
    close: async () => {
      // The window refuses to be closed as anybody would close it.
      await app.evaluate(({ app }) => app.exit(0)).catch(() => {});
      await ended;
    },
  };
}

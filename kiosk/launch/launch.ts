// Opens a room's page on the whole screen: `node with-node.mjs kiosk/launch/launch.ts --room kiosk|tv [--url http://…]`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAnswering } from '#kiosk/main/healing/is-answering.ts';
import { awaitServer } from './await-server.ts';
import { buildMain } from './build-main.ts';
import { chooseShell } from './choose-shell.ts';
import { findElectron } from './find-electron.ts';
import { keepRunning } from './keep-running.ts';
import { launchRequest } from './launch-request.ts';
import { LaunchTrouble } from './launch-trouble.ts';
import type { Machine } from './machine.ts';

const home = resolve(import.meta.dirname, '..', '..');
const files = {
  packageDir: join(home, 'node_modules', 'electron'),
  mainFile: join(home, 'dist-electron', 'main.js'),
};
const machine: Machine = { platform: process.platform, env: process.env, home: homedir(), isFile, read };
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const request = launchRequest(process.argv.slice(2), process.env);
  if (request.fetchElectron && !findElectron(files.packageDir, machine)) await fetchElectron();
  const shell = chooseShell(request, files, machine);
  say(shell.why);
  // Electron waits for the server behind a page of its own, a browser would show an error page.
  if (shell.kind === 'electron') await buildMain(home);
  else await awaitServer(request.page, { isAnswering, pause, say });
  // Told so, the app asks to be started again instead of starting a second one of itself, which nobody would watch.
  const watched = { ...process.env, LUOT_LAUNCHED: 'yes' };
  const kept = keepRunning({
    start: () => spawn(shell.program, shell.args, { stdio: ['ignore', 'ignore', 'inherit'], env: watched }),
    now: Date.now,
    later: (ms, run) => void setTimeout(run, ms),
    say,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => kept.stop());
  process.exit(await kept.ended);
} catch (cause) {
  if (!(cause instanceof LaunchTrouble)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
}

/** Runs the package's own fetching, which checks what came. Whether it worked is seen by looking for the program again. */
async function fetchElectron() {
  const script = join(files.packageDir, 'install.js');
  if (!isFile(script)) return;
  say('Đang tải Electron từ GitHub… / Fetching Electron from GitHub…');
  await once(spawn(process.execPath, [script], { stdio: 'inherit' }), 'exit');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function read(path: string): string | undefined {
  return isFile(path) ? readFileSync(path, 'utf8') : undefined;
}

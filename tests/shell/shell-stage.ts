import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { buildMain } from '#kiosk/launch/build-main.ts';
import { hashPin } from '#kiosk/main/staff/exit-pin.ts';
import { electronHere, startElectron } from '#tests/stand-in/start-electron.ts';
import { type StartedShell, startShell } from '#tests/stand-in/start-shell.ts';

const HOME = resolve(import.meta.dirname, '../..');
export const PIN = '246813';

/** A page as plain as one of ours can be: the shell knows it by its title. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Lượt</title>
<style>html,body{margin:0;height:100%;touch-action:none}</style><h1>Lấy số</h1><button>Một</button><input>`;

/** A shell, built as it ships, before a server of its own, and a stranger's server beside it. */
export type ShellStage = {
  home: string;
  away: string;
  /** What the stranger was asked for. */
  strayed: string[];
  /** Where the app keeps its data. */
  dataFolder: string;
  /** Starts the installed app on a PC that is a kiosk; with `args` in place of that. */
  start(args?: string[], env?: Record<string, string>): Promise<StartedShell>;
  /** The same in the real Electron where its program is here. Only what a page, a key or a finger can do is the same in both. */
  startReal(): Promise<StartedShell>;
  close(): Promise<void>;
};

/** @param browserPath the browser that stands in for Electron's */
export async function openShellStage(browserPath: string): Promise<ShellStage> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-shell-'));
  const bundle = await buildMain(HOME, join(folder, 'built'));
  const strayed: string[] = [];
  const [away, stranger] = await listen((address, response) => {
    strayed.push(address);
    response.setHeader('content-type', 'text/html');
    response.end('<title>Elsewhere</title>');
  });
  const [home, hall] = await listen((address, response) => giveOut(address, response, away));
  const dataFolder = join(folder, 'machine', 'appData', 'Luot');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(join(dataFolder, 'machine.json'), JSON.stringify({ role: 'kiosk', server: home, exit: hashPin(PIN) }));
  const wanted = { bundle, browserPath, folder: join(folder, 'machine') };
  const start = (args: string[] = [], env = {}) => startShell({ ...wanted, args, env });
  return {
    ...{ home, away, strayed, dataFolder },
    start,
    startReal: () => (electronHere ? startElectron(electronHere, { ...wanted, args: [] }) : start()),
    async close() {
      for (const server of [hall, stranger]) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The kiosk's page, once the server has given it out. */
export async function kioskPage(shell: StartedShell, { home }: ShellStage): Promise<Page> {
  const page = await shell.page();
  await page.waitForURL(`${home}/kiosk/`);
  await page.getByRole('heading', { name: 'Lấy số' }).waitFor();
  return page;
}

function giveOut(address: string, response: ServerResponse, away: string) {
  const { pathname } = new URL(address, 'http://home');
  if (pathname === '/to-the-stranger') return response.writeHead(302, { location: `${away}/redirected` }).end();
  if (pathname === '/file') {
    return response.writeHead(200, { 'content-disposition': 'attachment; filename="a.exe"' }).end('MZ');
  }
  return response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
}

async function listen(answer: (address: string, response: ServerResponse) => void): Promise<[string, Server]> {
  const server = createServer((request, response) => answer(request.url ?? '/', response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // `address()` of a server that listens on a port is never a path.
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server];
}

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { UtilityProcess } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isAnswering } from '#kiosk/main/healing/is-answering.ts';
import { CLOSING_PATIENCE_MS, type OwnServer, runOwnServer } from '#kiosk/main/server/own-server.ts';
import { forkLikeElectron } from '#kiosk/main/testing/fake-utility-process.ts';
import { openAllDay } from './hall/hall-process.ts';
import { joinKiosk, writeOffice } from './hall/test-hall.ts';

// The built server as the app runs it, in a process of its own; only that process is plain Node's and not Electron's.

const PATIENCE = { timeout: 30_000, interval: 50 };

let dataDir: string;
let port: number;
let server: OwnServer;
let children: ReturnType<typeof forkLikeElectron>[];
let told: string[];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'luot-own-server-'));
  writeOffice(dataDir, openAllDay());
  const probe = await listenAt(0);
  // `address()` of a server that listens on a port is never a path.
  port = (probe.address() as AddressInfo).port;
  await new Promise((closed) => probe.close(closed));
  [children, told] = [[], []];
});
afterEach(async () => {
  await server.end();
  rmSync(dataDir, { recursive: true, force: true });
});

it('[R8] is there again with all it had after it was killed, and closes its books when the app ends', async () => {
  server = run();
  await untilThere();
  const kiosk = await joinKiosk(`http://localhost:${port}/`);
  const take = () => kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  expect(await take()).toMatchObject({ answer: { number: 'A001' } });
  const back = new Promise<void>((again) =>
    kiosk.socket.once('disconnect', () => kiosk.socket.once('connect', () => again())),
  );
  process.kill(children[0]?.pid ?? 0, 'SIGKILL');
  await back;
  expect(await take()).toMatchObject({ answer: { number: 'A002', ahead: 1 } });
  kiosk.close();

  const ended = new Promise((heard) => children[1]?.once('exit', heard));
  await server.end();
  expect(await ended).toBe(0);
  expect([children.length, told]).toEqual([2, []]);
});

it('says in its own words that its port is taken, and is there by itself once it is free', async () => {
  const inTheWay = await listenAt(port);
  server = run();
  await vi.waitUntil(() => told.length > 0, PATIENCE);
  expect(told[0]).toMatch(new RegExp(`${port}.* / .*${port}`));
  await new Promise((closed) => inTheWay.close(closed));
  await untilThere();
});

const untilThere = () => vi.waitUntil(() => isAnswering(new URL(`http://localhost:${port}/kiosk/`)), PATIENCE);

async function listenAt(wanted: number) {
  const listener = createServer().listen(wanted);
  await once(listener, 'listening');
  return listener;
}

function run(): OwnServer {
  return runOwnServer({
    fork(program, args, options) {
      const child = forkLikeElectron(program, args, options);
      children.push(child);
      // It has all that is used.
      return child as unknown as UtilityProcess;
    },
    program: resolve(import.meta.dirname, '../dist-server/main.js'),
    dataDir,
    env: { ...process.env, PORT: String(port), LAN: 'off' },
    ticks: () => performance.now(),
    later(ms, run) {
      // Pauses are cut short; nobody is ended by force.
      if (ms !== CLOSING_PATIENCE_MS) setTimeout(run, Math.min(ms, 300));
    },
    say() {},
    needsPerson: (sentence) => void told.push(sentence),
  });
}

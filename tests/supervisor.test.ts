import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openAllDay } from './hall/hall-process.ts';
import { joinKiosk, writeOffice } from './hall/test-hall.ts';

const HOME = resolve(import.meta.dirname, '..');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP
  server.close();
  await once(server, 'close');
  return port;
}

it('[R8] a killed server is started again by itself with all it had; ended, the supervisor takes the server with it', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-supervisor-'));
  writeOffice(dataDir, openAllDay());
  const port = await freePort();
  const supervisor = spawn(process.execPath, ['dist-server/supervise.js'], {
    cwd: HOME,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LAN: 'off' },
  });
  const pids: number[] = [];
  let said = '';
  let heard: () => void = () => undefined;
  supervisor.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
    for (const [, pid] of said.matchAll(/server runs as process (\d+)/g)) {
      if (!pids.includes(Number(pid))) pids.push(Number(pid));
    }
    heard();
  });
  const untilLives = (count: number) =>
    new Promise<void>((seen) => {
      heard = () => pids.length >= count && seen();
      heard();
    });
  await untilLives(1);
  const kiosk = await joinKiosk(`http://localhost:${port}/`);
  const take = () => kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  expect(await take()).toMatchObject({ answer: { number: 'A001' } });

  const back = new Promise<void>((resolve) =>
    kiosk.socket.once('disconnect', () => kiosk.socket.once('connect', resolve)),
  );
  process.kill(pids[0] ?? 0, 'SIGKILL');
  await untilLives(2);
  await back;
  expect(await take()).toMatchObject({ answer: { number: 'A002', ahead: 1 } });
  kiosk.close();

  supervisor.kill('SIGTERM');
  const [code] = await once(supervisor, 'exit');
  expect(code).toBe(0);
  expect(() => process.kill(pids[1] ?? 0, 0)).toThrow('ESRCH');
  rmSync(dataDir, { recursive: true, force: true });
});

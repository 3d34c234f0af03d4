import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { compare, gaps, newOfficeFolder, readJournal, type Told } from './aftermath.ts';
import { type FaultOutcome, together } from './outcome.ts';
import { openPage } from './page-in-node.ts';

const HOME = resolve(import.meta.dirname, '../..');

/**
 * Kills the server as it runs in an office, under its supervisor, and measures until a kiosk has the answer to the press that it
 * made at that moment. Every round has a supervisor of its own, which has not yet learnt to wait.
 */
export async function restartUnderSupervisor({ rounds }: { rounds: number }): Promise<FaultOutcome> {
  const outcomes: FaultOutcome[] = [];
  for (let round = 0; round < rounds; round += 1) outcomes.push(await restartOnce());
  return together(outcomes);
}

async function restartOnce(): Promise<FaultOutcome> {
  const { dataDir, remove } = newOfficeFolder();
  const port = await freePort();
  const supervisor = spawn(process.execPath, ['dist-server/supervise.js'], {
    cwd: HOME,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LAN: 'off' },
  });
  const pid = new Promise<number>((told) => {
    let said = '';
    supervisor.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
      const [, first] = said.match(/server runs as process (\d+)/) ?? [];
      if (first) told(Number(first));
    });
  });
  const told: Told = { taken: [], called: [] };
  const kiosk = openPage(`http://localhost:${port}/`, 'view:kiosk', { role: 'kiosk' });
  const take = async () => {
    const reply = await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
    if (!reply.ok) throw new Error(reply.refusal);
    told.taken.push(reply.answer);
  };
  await kiosk.until(({ view }) => view.value !== null);
  await take();
  process.kill(await pid, 'SIGKILL');
  const killedAt = performance.now();
  await take();
  const recoveryMs = performance.now() - killedAt;
  kiosk.close();
  const ended = once(supervisor, 'exit');
  supervisor.kill('SIGTERM');
  await ended;
  const entries = readJournal(dataDir);
  remove();
  const { lost, doubled } = compare(told, entries);
  return {
    rounds: 1,
    acknowledged: told.taken.length,
    lost,
    doubled: doubled + gaps(entries),
    recoveryMs: [recoveryMs],
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const closed = once(server, 'close');
  server.close();
  await closed;
  return port;
}

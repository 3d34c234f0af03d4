import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDataFolder } from '#server/settings/data-folder.ts';
import type { Limits } from '#server/socket/rates.ts';
import { openStore } from '#server/store/open-store.ts';
import { openAllDay } from '#tests/hall/hall-process.ts';
import { writeOffice } from '#tests/hall/test-hall.ts';

const HOME = resolve(import.meta.dirname, '../..');

/** Bytes, after everything that nobody holds has been collected. */
export type Memory = { heapUsed: number; rss: number; external: number };

export type WatchedHall = {
  url: string;
  /** For whoever comes from another machine: over TLS even this one is a guest. */
  secureUrl: string;
  memory(): Promise<Memory>;
  /** What it has said of itself: warnings, faults, the last words of a process that fell over. */
  output(): string;
  hasEnded(): boolean;
  /** Closes it in order. @returns what its journal then tells */
  close(): Promise<Aftermath>;
};

/** What is left on the disk. */
export type Aftermath = {
  exitCode: number | null;
  /** The first row that does not fit the chain. */
  brokenLink: number | null;
  /** Every number given out, in order. */
  numbers: string[];
};

/** Opens the hall in a process of its own, open whatever the hour, on a folder that is thrown away. */
export async function openWatchedHall(limits?: Limits): Promise<WatchedHall> {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-watched-'));
  writeOffice(dataDir, openAllDay());
  const env = { ...process.env, DATA_DIR: dataDir, ...(limits ? { LIMITS: JSON.stringify(limits) } : {}) };
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, 'watched-hall.ts')], {
    cwd: HOME,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const { url, secureUrl } = (await told(child, () => output)) as { url: string; secureUrl: string };
  return {
    url,
    secureUrl,
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async memory() {
      const heard = told(child, () => output);
      child.send('memory');
      return (await heard) as Memory;
    },
    async close() {
      const gone = once(child, 'exit');
      if (child.connected) child.send('close');
      if (child.exitCode === null && child.signalCode === null) await gone;
      const aftermath = { exitCode: child.exitCode, ...read(dataDir) };
      rmSync(dataDir, { recursive: true, force: true });
      return aftermath;
    },
  };
}

/** The next thing the child says. @throws with its output when it ends instead */
function told(child: ChildProcess, output: () => string): Promise<unknown> {
  return new Promise((hear, fail) => {
    const ended = (code: number | null) => fail(new Error(`The hall ended (${code}): ${output()}`));
    child.once('exit', ended);
    child.once('message', (said) => {
      child.off('exit', ended);
      hear(said);
    });
  });
}

function read(dataDir: string): Omit<Aftermath, 'exitCode'> {
  const store = openStore(openDataFolder(dataDir));
  const numbers = [...store.journal.readDay()].flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'ticket-issued' ? [event.ticket.number] : [])),
  );
  const brokenLink = store.journal.brokenLink();
  store.close();
  return { brokenLink, numbers };
}

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { SERVER_NODE_FLAGS } from '#server/node-flags.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { openAllDay } from '#tests/hall/hall-process.ts';
import { writeOffice } from '#tests/hall/test-hall.ts';

/**
 * `durable` as in the office, `memory` without a disk, `plain` with a disk that is given one plain row a press, `bare` one
 * that is given the rows of the office's journal by bare statements; `each`: a transaction
 * for every press; `slow`: a disk that takes five milliseconds more.
 */
export type Mode = `${'durable' | 'memory' | 'plain' | 'bare'}${'' | ' each'}${'' | ' slow'}`;
export type BenchHall = {
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** From the start of the process to its address, ms. */
  startMs: number;
  ask(): Promise<{ rss: number; heapUsed: number; turns: number; stallMs: number }>;
  /** Ends it; its folder goes with it unless it was handed in. */
  close(): Promise<void>;
};

const HOME = resolve(import.meta.dirname, '../..');
/** Within the project, so that the packages are found from there. */
const BUILT = join(HOME, 'node_modules/.cache/bench-hall');
let isBuilt: Promise<unknown> | null = null;

/** The hall is measured as it ships: built. */
function buildHall(): Promise<unknown> {
  const input = { 'bench-hall': join(import.meta.dirname, 'bench-hall.ts') };
  isBuilt ??= build({
    configFile: join(HOME, 'vite.server.config.ts'),
    logLevel: 'warn',
    build: { outDir: BUILT, rolldownOptions: { input } },
  });
  return isBuilt;
}

/** A hall in a process of its own, on a new folder or on one that is kept. */
export async function startHall(mode: Mode, kept?: string, port = '0'): Promise<BenchHall> {
  await buildHall();
  const dataDir = kept ?? newFolder();
  const begun = performance.now();
  const child = fork(join(BUILT, 'bench-hall.js'), [], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: ['--expose-gc', ...SERVER_NODE_FLAGS],
    env: { ...process.env, DATA_DIR: dataDir, DIST: join(HOME, 'dist'), MODE: mode, PORT: port },
  });
  const said = await new Promise<unknown>((open, failed) => {
    child.stdout?.once('data', open);
    child.once('exit', (code) => failed(new Error(`the hall of the bench ended with ${code}`)));
  });
  return {
    url: String(said).trim(),
    dataDir,
    child,
    startMs: performance.now() - begun,
    async ask() {
      const answer = once(child, 'message');
      child.send('memory');
      const [message] = await answer;
      return message;
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.disconnect();
        await gone;
      }
      if (!kept) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A data folder with an office that is open whenever the bench runs, and that keeps ten years. */
export function newFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-bench-'));
  writeOffice(dataDir, { ...openAllDay(), keepDays: 3660 });
  return dataDir;
}

/** The sample office as it stands in the settings. */
export function sampleOffice(): Setup {
  const text = readFileSync(join(import.meta.dirname, '../../server/settings/sample-office.json'), 'utf8');
  return JSON.parse(text); // checked by the settings' own tests
}

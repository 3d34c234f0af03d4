import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Setup } from '#shared/domain/setup.ts';

/** The server as it was built before all tests. */
const SHIPPED = 'dist-server/main.js';
/** Opens the hall without limits on how fast a machine may ask. */
export const HURRIED = 'tests/hall/hurried-hall.ts';
const HOME = resolve(import.meta.dirname, '../..');

export type HallProcess = { url: string; child: ChildProcess; output: () => string };

/**
 * Starts the built hall as `npm start` does, in a process of its own.
 * @param program `HURRIED` for a test that presses faster than one machine may
 * @param under a program that starts it, with its arguments: one that watches it, or puts it somewhere
 * @throws with what it said, when it ends before it is open
 */
export async function startHallProcess(
  env: Record<string, string>,
  program = SHIPPED,
  under: readonly string[] = [],
): Promise<HallProcess> {
  const [command = process.execPath, ...args] = [...under, process.execPath, program];
  const child = spawn(command, args, { cwd: HOME, env: { ...process.env, ...env } });
  let output = '';
  return await new Promise((opened, failed) => {
    const hear = (chunk: Buffer) => {
      output += chunk;
      const [url] = output.match(/http:\/\/localhost:\d+\//) ?? [];
      if (url) opened({ url, child, output: () => output });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.once('exit', (code) => failed(new Error(`exit code ${code}: ${output}`)));
  });
}

/** Ends it as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess) {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** An office that is open whenever the test runs: every day, and in a time zone in which it is about noon now. */
export function openAllDay(): Pick<Setup, 'office' | 'sessions' | 'dayCloses'> {
  return {
    office: { name: { vi: 'Văn phòng thử', en: 'Trial office' }, timeZone: noonZone() },
    sessions: [
      {
        name: 'day',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        ticketsFrom: '00:00',
        opens: '00:01',
        ticketsUntil: '23:58',
        closes: '23:59',
      },
    ],
    dayCloses: '23:59',
  };
}

function noonZone(): string {
  const ahead = 12 - new Date().getUTCHours();
  // The signs of these names are turned round: Etc/GMT-7 is seven hours ahead of UTC.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

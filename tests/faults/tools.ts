import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Why a fault cannot be made on this machine; the row says so instead of a figure. */
export class Skipped extends Error {
  override name = 'Skipped';
}

/** @throws Skipped when the program is not there */
export function need(program: string): string {
  const found = `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));
  if (!found) throw new Skipped(`${program} (not installed)`);
  return found;
}

/** Carries out a command that a container may forbid. @throws Skipped with what it said */
export function carryOut(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(need(program), args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  const why = (error?.message ?? stderr).trim().split('\n').at(-1) ?? '';
  throw new Skipped(`${program} ${args[0] ?? ''} (${why})`);
}

/** @throws Skipped where it takes root and we are not */
export function needRoot() {
  if (process.getuid?.() !== 0) throw new Skipped('needs root');
}

/** libfaketime, where Debian and others put it. @throws Skipped when it is not there */
export function fakeTimeLibrary(): string {
  for (const lib of ['/usr/lib', '/usr/lib64']) {
    if (!existsSync(lib)) continue;
    const folders = ['', ...readdirSync(lib).filter((name) => name.includes('linux-gnu'))];
    for (const folder of folders) {
      const file = join(lib, folder, 'faketime/libfaketime.so.1');
      if (existsSync(file)) return file;
    }
  }
  throw new Skipped('libfaketime (not installed)');
}

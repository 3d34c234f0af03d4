import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

/**
 * Electron's program, if it is here: the package comes with `npm ci`, the program itself is fetched later, to where the package's
 * `path.txt` says. `ELECTRON_OVERRIDE_DIST_PATH` names a folder that holds one.
 */
export function findElectron(packageDir: string, { platform, env, isFile, read }: Machine): string | undefined {
  const { join } = platform === 'win32' ? win32 : posix;
  const program = read(join(packageDir, 'path.txt'))?.trim() || USUAL[platform] || 'electron';
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(packageDir, 'dist'), program);
  return isFile(path) ? path : undefined;
}

const USUAL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

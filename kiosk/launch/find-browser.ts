import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

/**
 * An installed browser that can be a kiosk: `CHROMIUM_PATH`, else the first in the usual places. A `CHROMIUM_PATH` that leads
 * nowhere finds none: whoever set it would wonder about another browser.
 */
export function findBrowser(machine: Machine): string | undefined {
  const { env, isFile } = machine;
  if (env.CHROMIUM_PATH) return isFile(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return usualPlaces(machine).find(isFile);
}

function usualPlaces(machine: Machine): string[] {
  switch (machine.platform) {
    case 'win32':
      return onWindows(machine);
    case 'darwin':
      return onMac(machine);
    default:
      return onPath(machine);
  }
}

function onWindows({ env }: Machine): string[] {
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
  // Edge is on every Windows, so it comes last: somebody chose the others.
  programs.push('Microsoft\\Edge\\Application\\msedge.exe');
  return programs.flatMap((program) => roots.map((root) => win32.join(root, program)));
}

function onMac({ home }: Machine): string[] {
  const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return programs.flatMap((name) =>
    ['/Applications', posix.join(home, 'Applications')].map((root) =>
      posix.join(root, `${name}.app/Contents/MacOS/${name}`),
    ),
  );
}

function onPath({ env }: Machine): string[] {
  const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  programs.push('microsoft-edge', 'microsoft-edge-stable');
  const folders = (env.PATH ?? '').split(posix.delimiter).filter(Boolean);
  return programs.flatMap((program) => folders.map((folder) => posix.join(folder, program)));
}

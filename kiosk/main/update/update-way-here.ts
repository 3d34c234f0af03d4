import { execFile } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { appImageWay } from './appimage-way.ts';
import type { Kind } from './manifest.ts';
import { type NsisNeeds, nsisWay } from './nsis-way.ts';
import { realDisk, shelfPath } from './update-disk.ts';
import type { Way } from './way.ts';

/** What the new program answers with its version, and nothing else happens. */
export const SELF_CHECK = '--self-check';
const SELF_CHECK_PATIENCE_MS = 60_000;

export type WayHereNeeds = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** The file that is this program. */
  program: string;
  /** The app's own folder for updates. */
  folder: string;
  startAlone: NsisNeeds['startAlone'];
  restart(): void;
  end(): void;
  run?: Run;
};
type Run = (program: string, args: readonly string[]) => Promise<string>;

/** How this program was installed, and how another takes its place; without a way, somebody with the rights has to do it. */
export function wayHere(needs: WayHereNeeds): { kind: Kind; way: Way | null } {
  const { platform, env, program, folder, startAlone, restart, end, run = runHere } = needs;
  const pathOf = (kept: Parameters<typeof shelfPath>[1]) => shelfPath(folder, kept);
  if (platform === 'win32') {
    // Installed for all accounts, as it should be for a kiosk: its own account may not replace it, and nobody is there to be asked.
    const isOurs = mayWrite(dirname(program));
    const way = isOurs ? nsisWay({ pathOf, startAlone, end, atNextSignIn: runOnce(env, run) }) : null;
    return { kind: 'nsis', way };
  }
  // The system's package manager put it there, as root.
  if (!env.APPIMAGE) return { kind: 'deb', way: null };
  const starts = async (file: string, version: string) => {
    const said = await run(file, [SELF_CHECK]).catch(() => '');
    return said.trim() === version;
  };
  const disk = { ...realDisk, mayWrite };
  return { kind: 'appimage', way: appImageWay({ disk, image: env.APPIMAGE, folder, pathOf, starts, restart }) };
}

/** Tried, because rights alone do not tell it on Windows, nor on a disk that is mounted for reading only. */
function mayWrite(folder: string): boolean {
  const file = join(folder, `.luot-${process.pid}`);
  try {
    closeSync(openSync(file, 'wx'));
    rmSync(file);
    return true;
  } catch {
    // Whatever the reason: not here.
    return false;
  }
}

const RUN_ONCE = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';
/** With `!` Windows takes it away only when it has run to its end. */
const VALUE = '!LuotUpdate';

function runOnce(env: WayHereNeeds['env'], run: Run): NsisNeeds['atNextSignIn'] {
  // By its path: a program of that name in another folder must not be found first.
  const reg = join(env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  return {
    async set(program, args) {
      const line = `"${program}" ${args.join(' ')}`;
      await run(reg, ['add', RUN_ONCE, '/v', VALUE, '/t', 'REG_SZ', '/d', line, '/f']);
    },
    async clear() {
      const isThere = await run(reg, ['query', RUN_ONCE, '/v', VALUE]).then(
        () => true,
        () => false,
      );
      if (isThere) await run(reg, ['delete', RUN_ONCE, '/v', VALUE, '/f']);
    },
  };
}

const runHere: Run = async (program, args) => {
  const { stdout } = await promisify(execFile)(program, [...args], {
    timeout: SELF_CHECK_PATIENCE_MS,
    windowsHide: true,
  });
  return stdout;
};

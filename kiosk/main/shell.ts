import type * as Electron from 'electron';
import type { BrowserWindow } from 'electron';
import type { InNetwork } from './find-hall/find-in-network.ts';
import { createHomes, type Homes } from './guard/homes.ts';
import { healerFor } from './healing/heal.ts';
import type { Healer } from './healing/healer.ts';
import type { KeptPage, Outside as PageOutside } from './healing/keep-page.ts';
import { createServerHere, type ServerHere } from './server/server-here.ts';
import type { MachineFile } from './setup/machine-file.ts';
import type { FindHall } from './setup/setup-calls.ts';

/** The world beside Electron; handed in, so that tests play it. */
export type Outside = PageOutside & {
  findHall: FindHall;
  /** Tells when the hall has moved to another address. That is kept already. */
  follow: InNetwork['follow'];
  env: Record<string, string | undefined>;
  /** ms that only ever run forward. */
  ticks(): number;
  say(line: string): void;
  /** ms UTC. */
  now(): number;
  /** This machine's place among the others of a hall, 0 to 1: what all do at night, they do not do at once. */
  share: number;
  /** Ends the app and starts it anew. */
  restart(): void;
  /** Has the app opened by itself when the PC is switched on, or not. */
  setAutostart(isWanted: boolean): void;
};

/** What of Electron is used; handed in, so that tests run without its program. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'globalShortcut'
  | 'ipcMain'
  | 'Menu'
  | 'powerMonitor'
  | 'powerSaveBlocker'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'utilityProcess'
>;

/** A window, and its page if that is kept there. */
export type ShownWindow = { window: BrowserWindow; page: KeptPage | null };

/** What the parts of the shell share. */
export type Shell = {
  electron: ElectronParts;
  outside: Outside;
  homes: Homes;
  machineFile: MachineFile;
  /** Where the built program lies: `main.js`, the preloads, the app's own pages. */
  folder: string;
  /** The hall's server, where this PC is that too. */
  serverHere: ServerHere;
  healer: Healer;
  /** The windows that are open now, the first in front. */
  windows(): readonly ShownWindow[];
  /** Opens windows in place of those that are there. The old ones go last: a moment without any would end the app, or bare the desktop. */
  show(open: () => ShownWindow[]): void;
};

export type ShellParts = Pick<Shell, 'electron' | 'outside' | 'machineFile' | 'folder'>;

export function createShell(parts: ShellParts): Shell {
  let shown: ShownWindow[] = [];
  const windows = () => shown;
  const serverHere = createServerHere(parts, windows);
  return {
    ...parts,
    homes: createHomes(),
    serverHere,
    healer: healerFor(parts, { windows, serverHere }),
    windows,
    show(open) {
      const before = shown;
      shown = open();
      for (const { window } of before) if (!window.isDestroyed()) window.destroy();
    },
  };
}

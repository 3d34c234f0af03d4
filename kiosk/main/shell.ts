import type * as Electron from 'electron';
import type { BrowserWindow } from 'electron';
import { createHomes, type Homes } from './homes.ts';
import type { Outside as PageOutside } from './keep-page.ts';
import type { MachineFile } from './machine-file.ts';
import type { FindHall } from './setup-calls.ts';

/** The world beside Electron; handed in, so that tests play it. */
export type Outside = PageOutside & { findHall: FindHall };

/** What of Electron is used; handed in, so that tests run without its program. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'globalShortcut'
  | 'ipcMain'
  | 'Menu'
  | 'powerSaveBlocker'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'utilityProcess'
>;

/** What the parts of the shell share. */
export type Shell = {
  electron: ElectronParts;
  outside: Outside;
  homes: Homes;
  machineFile: MachineFile;
  /** Where the built program lies: `main.js`, the preloads, the app's own pages. */
  folder: string;
  /** The windows that are open now, the first in front. */
  windows(): readonly BrowserWindow[];
  /** Opens windows in place of those that are there. The old ones go last: a moment without any would end the app, or bare the desktop. */
  show(open: () => BrowserWindow[]): void;
};

export function createShell(parts: Omit<Shell, 'homes' | 'windows' | 'show'>): Shell {
  let windows: BrowserWindow[] = [];
  return {
    ...parts,
    homes: createHomes(),
    windows: () => windows,
    show(open) {
      const before = windows;
      windows = open();
      for (const window of before) if (!window.isDestroyed()) window.destroy();
    },
  };
}

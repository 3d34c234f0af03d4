import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { STAFF_ASKS, type StaffWay } from '#kiosk/bridge.ts';
import { isCalmPage } from '#kiosk/main/calm/calm-page.ts';
import { answerPage } from '#kiosk/main/guard/answer-page.ts';
import { openSetup, STAFF_PAGE } from '#kiosk/main/setup/open-setup.ts';
import type { Shell } from '#kiosk/main/shell.ts';
import { safePreferences } from '#kiosk/main/windows/window-preferences.ts';
import { answerStaff } from './staff-calls.ts';
import { createStaffLog, staffTriesFile } from './staff-files.ts';
import { createStaffTries } from './staff-tries.ts';

/** A pad that was opened and forgotten, or opened by a child, goes by itself. */
const PAD_STANDS_MS = 90_000;

/** The way out for the staff: a pad over the room's page, on which their PIN opens the app's other doors. */
export function serveStaff(shell: Shell): { ask(): void } {
  const { electron, homes, machineFile, outside } = shell;
  const folder = electron.app.getPath('userData');
  const note = createStaffLog(folder, outside.now);
  let pad: BrowserWindow | null = null;
  const close = () => {
    if (pad && !pad.isDestroyed()) pad.destroy();
    pad = null;
  };
  const ask = () => {
    if (pad && !pad.isDestroyed()) return;
    note('asked');
    pad = openPad(shell);
    const mine = pad;
    outside.later(PAD_STANDS_MS, () => {
      if (pad === mine) close();
    });
  };
  answerPage(electron.ipcMain, {
    channel: STAFF_ASKS,
    // Also from the page that stands while the server is away: just then somebody may have to get in.
    mayAsk: (address, window) => homes.allows(window, address, 'hall') || isCalmPage(address),
    read: (said) => (said === undefined ? true : null),
    answer: ask,
  });
  answerStaff({
    ipcMain: electron.ipcMain,
    mayAsk: (address, window) => homes.allows(window, address, 'staff'),
    kept: () => machineFile.read()?.exit ?? null,
    tries: createStaffTries(staffTriesFile(folder), outside.ticks),
    note,
    go(way) {
      close();
      leave(shell, way);
    },
  });
  return { ask };
}

function leave(shell: Shell, way: StaffWay) {
  const { electron, outside } = shell;
  switch (way) {
    case 'back':
      return shell.windows()[0]?.window.focus();
    case 'setup':
      return openSetup(shell);
    case 'restart':
      return outside.restart();
    case 'quit':
      return electron.app.quit();
  }
}

/** Over the whole of the first window, above everything. */
function openPad({ electron, homes, folder, windows }: Shell): BrowserWindow {
  const { app, BrowserWindow, screen } = electron;
  const window = new BrowserWindow({
    ...(windows()[0]?.window.getBounds() ?? screen.getPrimaryDisplay().bounds),
    frame: false,
    fullscreen: true,
    alwaysOnTop: true,
    skipTaskbar: true,
    backgroundColor: '#073c44',
    webPreferences: safePreferences(app, join(folder, 'staff-preload.cjs')),
  });
  homes.give(window.webContents, { kind: 'staff', page: STAFF_PAGE });
  window.webContents.loadURL(STAFF_PAGE.href).catch(() => {});
  return window;
}

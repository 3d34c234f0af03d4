import { join } from 'node:path';
import type { Protocol } from 'electron';
import type { Shell } from '#kiosk/main/shell.ts';
import { openMachine } from '#kiosk/main/windows/open-role.ts';
import { safePreferences } from '#kiosk/main/windows/window-preferences.ts';
import { answerSetup } from './setup-calls.ts';
import { readSetupFile } from './setup-files.ts';

const SCHEME = 'luot-setup';
/** The page that asks what this PC is. Others of the app's own pages lie beside it. */
export const SETUP_PAGE = new URL(`${SCHEME}://app/index.html`);
/** The pad of the staff's PIN. Another host: neither page may go to the other. */
export const STAFF_PAGE = new URL(`${SCHEME}://staff/index.html`);

/** Before Electron is ready: the app's own pages have an address that is as good as https. */
export function registerSetupScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Once Electron is ready: hands out the app's own pages and answers what they ask. */
export function serveSetup(shell: Shell): void {
  const { app, ipcMain, protocol, screen } = shell.electron;
  protocol.handle(SCHEME, (request) => {
    const address = new URL(request.url);
    return readSetupFile(join(shell.folder, address.host === STAFF_PAGE.host ? 'staff' : 'setup'), address);
  });
  let pin = shell.machineFile.read()?.pin?.fingerprint ?? null;
  answerSetup({
    ipcMain,
    machineFile: shell.machineFile,
    findHall: shell.outside.findHall,
    mayAsk: (address, window) => shell.homes.allows(window, address, 'setup'),
    monitors: () => screen.getAllDisplays().length,
    version: app.getVersion(),
    open(machine) {
      const next = machine.pin?.fingerprint ?? null;
      const isOtherHall = pin !== null && next !== null && next !== pin;
      pin = next ?? pin;
      // Chromium remembers for a while whom it was told to refuse: that may have been this very server.
      if (isOtherHall) shell.outside.restart();
      else openMachine(shell, machine);
    },
  });
}

/** Asks what this PC is, on the whole screen, in place of what stood there. */
export function openSetup({ electron, homes, folder, show }: Shell, page = SETUP_PAGE): void {
  const { app, BrowserWindow, screen } = electron;
  show(() => {
    const window = new BrowserWindow({
      ...screen.getPrimaryDisplay().bounds,
      fullscreen: true,
      autoHideMenuBar: true,
      title: 'Lượt',
      backgroundColor: '#073c44',
      webPreferences: safePreferences(app, join(folder, 'setup-preload.cjs')),
    });
    homes.give(window.webContents, { kind: 'setup', page, keys: 'work' });
    // It lies in the app itself; if it cannot be read, a reinstallation is what helps.
    window.webContents.loadURL(page.href).catch(() => {});
    return [{ window, page: null }];
  });
}

import { join } from 'node:path';
import type * as Electron from 'electron';
import { chooseScreen } from './choose-screen.ts';
import { guardContents, guardSession } from './guard-contents.ts';
import { keepPage, type Outside } from './keep-page.ts';
import type { Room, ShellRequest } from './shell-request.ts';

/** What of Electron is used; handed in, so that tests run without its program. */
export type ElectronParts = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'Menu' | 'powerSaveBlocker' | 'screen' | 'session'
>;

/** Opens one room's page on the whole of one screen. */
export async function openShell(electron: ElectronParts, { room, page }: ShellRequest, outside: Outside) {
  const { app, Menu, powerSaveBlocker, session } = electron;
  // A folder of its own per room: the lock below is per folder, and kiosk and TV may share a PC.
  app.setPath('userData', join(app.getPath('appData'), 'Luot', room));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  app.on('web-contents-created', (_event, contents) => guardContents(contents, page));

  await app.whenReady();
  Menu.setApplicationMenu(null);
  guardSession(session.defaultSession);
  powerSaveBlocker.start('prevent-display-sleep');
  const window = openWindow(electron, room);
  app.on('second-instance', () => window.focus());
  keepPage(window.webContents, page, outside);
}

function openWindow({ app, BrowserWindow, screen }: ElectronParts, room: Room) {
  const wanted = () => chooseScreen(screen.getPrimaryDisplay(), screen.getAllDisplays(), room);
  const window = new BrowserWindow({
    ...wanted().bounds,
    fullscreen: true,
    kiosk: true,
    autoHideMenuBar: true,
    // The waiting page's ground, so that nothing white flashes before it.
    backgroundColor: '#073c44',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      autoplayPolicy: 'no-user-gesture-required',
      // Its dictionaries would be fetched from outside.
      spellcheck: false,
    },
  });
  window.on('system-context-menu', (event) => event.preventDefault());

  // A TV is often switched on after its PC: the window moves over when the second monitor appears.
  const place = () => {
    if (window.isDestroyed() || screen.getDisplayMatching(window.getBounds()).id === wanted().id) return;
    window.setKiosk(false);
    window.setBounds(wanted().bounds);
    window.setKiosk(true);
  };
  screen.on('display-added', place);
  screen.on('display-removed', place);
  return window;
}

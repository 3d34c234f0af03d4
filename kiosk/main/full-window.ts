import { join } from 'node:path';
import { chooseScreen } from './choose-screen.ts';
import { keepPage } from './keep-page.ts';
import { pageOf } from './page-of.ts';
import type { Shell, ShownWindow } from './shell.ts';
import type { Room } from './shell-request.ts';
import { safePreferences } from './window-preferences.ts';

/** A room's page over the whole of one screen, kept there for ever. */
export function openFullWindow({ electron, homes, outside, folder }: Shell, room: Room, server: URL): ShownWindow {
  const { app, BrowserWindow, screen } = electron;
  const page = pageOf(room, server);
  const wanted = () => chooseScreen(screen.getPrimaryDisplay(), screen.getAllDisplays(), room);
  const window = new BrowserWindow({
    ...wanted().bounds,
    fullscreen: true,
    kiosk: true,
    autoHideMenuBar: true,
    // The waiting page's ground, so that nothing white flashes before it.
    backgroundColor: '#073c44',
    webPreferences: safePreferences(app, join(folder, 'hall-preload.cjs')),
  });
  homes.give(window.webContents, { kind: 'hall', page });
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
  return { window, page: keepPage(window.webContents, page, outside, { room }) };
}

import { join } from 'node:path';
import { guardWindow } from '#kiosk/main/guard/guard-window.ts';
import { keepWell } from '#kiosk/main/healing/keep-well.ts';
import type { Shell, ShownWindow } from '#kiosk/main/shell.ts';
import type { Place } from './choose-screen.ts';
import { firstPlace, keepPlace } from './keep-place.ts';
import { pageOf } from './page-of.ts';
import { safePreferences } from './window-preferences.ts';

/** A room's page over the whole of one screen, kept there for ever. */
export function openFullWindow(shell: Shell, place: Place, server: URL): ShownWindow {
  const { electron, homes, outside, folder } = shell;
  const { app, BrowserWindow, screen } = electron;
  const room = place === 'kiosk' ? 'kiosk' : 'tv';
  const page = pageOf(room, server);
  const first = firstPlace({ screen }, place);
  const window = new BrowserWindow({
    ...first,
    show: first !== null,
    fullscreen: first !== null,
    kiosk: first !== null,
    autoHideMenuBar: true,
    // The waiting page's ground, so that nothing white flashes before it.
    backgroundColor: '#073c44',
    webPreferences: safePreferences(app, join(folder, 'hall-preload.cjs')),
  });
  homes.give(window.webContents, { kind: 'hall', page });
  guardWindow(app, window);
  keepPlace(window, place, { screen, later: outside.later });
  return { window, page: keepWell({ ...shell, contents: window.webContents, page, room }) };
}

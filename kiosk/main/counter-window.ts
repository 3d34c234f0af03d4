import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { NEXT_KEY } from '#kiosk/bridge.ts';
import { keepWell } from './keep-well.ts';
import type { Machine } from './machine.ts';
import { pageOf } from './page-of.ts';
import type { Shell, ShownWindow } from './shell.ts';
import { safePreferences } from './window-preferences.ts';

export const COUNTER_WIDTH = 360;
const USUAL_HEIGHT = 640;
/** Below this the button for "next" is cut off. */
const LEAST_HEIGHT = 420;

/** The clerk's small window: above his other programs, where he left it, and "next" by one key from any of them. */
export function openCounterWindow(shell: Shell, server: URL, machine: Machine): ShownWindow {
  const { app, BrowserWindow, globalShortcut, screen } = shell.electron;
  const page = pageOf('counter', server);
  const kept = machine.counterWindow;
  const room = kept
    ? screen.getDisplayMatching({ ...kept, width: COUNTER_WIDTH }).workArea
    : screen.getPrimaryDisplay().workArea;
  const window = new BrowserWindow({
    ...placeIn(room, kept),
    minWidth: COUNTER_WIDTH,
    maxWidth: COUNTER_WIDTH,
    minHeight: LEAST_HEIGHT,
    maximizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    autoHideMenuBar: true,
    title: 'Lượt',
    backgroundColor: '#ffffff',
    webPreferences: safePreferences(app, join(shell.folder, 'hall-preload.cjs')),
  });
  shell.homes.give(window.webContents, { kind: 'hall', page, keys: 'work' });
  const remember = () => {
    const { x, y, height } = window.getBounds();
    shell.machineFile.change({ counterWindow: { x, y, height } });
  };
  window.on('moved', remember);
  window.on('resized', remember);
  // Windows tells of the end of a move, Linux does not: there the last place is kept when the window goes.
  window.on('close', remember);

  // Without taking the focus: the clerk goes on typing where he was. A key that another program holds is not ours to take.
  globalShortcut.register(machine.nextKey, () => {
    if (!window.isDestroyed()) window.webContents.send(NEXT_KEY);
  });
  window.on('closed', () => globalShortcut.unregister(machine.nextKey));
  return { window, page: keepWell({ ...shell, contents: window.webContents, page, room: 'counter' }) };
}

/** Where it was left, as far as that is still on a monitor; else in the lower right corner, where the least is covered. */
export function placeIn(room: Rectangle, kept: Machine['counterWindow']): Rectangle {
  const height = Math.min(Math.max(kept?.height ?? USUAL_HEIGHT, LEAST_HEIGHT), room.height);
  const right = room.x + room.width - COUNTER_WIDTH;
  const bottom = room.y + room.height - height;
  return {
    x: within(room.x, kept?.x ?? right, right),
    y: within(room.y, kept?.y ?? bottom, bottom),
    width: COUNTER_WIDTH,
    height,
  };
}

const within = (least: number, wanted: number, most: number) => Math.max(least, Math.min(wanted, most));

import { join } from 'node:path';
import type { BrowserWindow, GlobalShortcut, Rectangle } from 'electron';
import { NEXT_KEY } from '#kiosk/bridge.ts';
import { keepWell } from '#kiosk/main/healing/keep-well.ts';
import type { Machine } from '#kiosk/main/setup/machine.ts';
import type { Shell, ShownWindow } from '#kiosk/main/shell.ts';
import { pageOf } from './page-of.ts';
import { safePreferences } from './window-preferences.ts';

/** What the page needs: counted without the frame that the system draws around it. */
export const COUNTER_WIDTH = 360;
const USUAL_HEIGHT = 640;
/** Below this the button for "next" is cut off. */
const LEAST_HEIGHT = 420;
/** No maximum: Electron asks for a number. */
const ANY_HEIGHT = 100_000;
/** A key that is held down is pressed again and again by the system: longer than it waits before it begins with that. */
const HELD_MS = 1_000;

/** The clerk's small window: above his other programs, where he left it, and "next" by one key from any of them. */
export function openCounterWindow(shell: Shell, server: URL, machine: Machine): ShownWindow {
  const { app, BrowserWindow, screen } = shell.electron;
  const page = pageOf('counter', server);
  const window = new BrowserWindow({
    width: COUNTER_WIDTH,
    height: USUAL_HEIGHT,
    useContentSize: true,
    maximizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    autoHideMenuBar: true,
    title: 'Lượt',
    backgroundColor: '#ffffff',
    webPreferences: safePreferences(app, join(shell.folder, 'hall-preload.cjs')),
  });
  const { width } = window.getBounds();
  const kept = machine.counterWindow;
  const room = kept ? screen.getDisplayMatching({ ...kept, width }).workArea : screen.getPrimaryDisplay().workArea;
  window.setBounds(placeIn(room, kept, width));
  window.setMinimumSize(width, LEAST_HEIGHT);
  window.setMaximumSize(width, ANY_HEIGHT);
  shell.homes.give(window.webContents, { kind: 'hall', page, keys: 'work' });
  const remember = () => {
    const { x, y, height } = window.getBounds();
    shell.machineFile.change({ counterWindow: { x, y, height } });
  };
  window.on('moved', remember);
  window.on('resized', remember);
  // Windows tells of the end of a move, Linux does not: there the last place is kept when the window goes.
  window.on('close', remember);
  takeNextKey(shell, machine.nextKey, window);
  return { window, page: keepWell({ ...shell, contents: window.webContents, page, room: 'counter' }) };
}

/** "Next" from any program, without taking the focus: the clerk goes on typing where he was. */
function takeNextKey({ electron, outside }: Shell, key: string, window: BrowserWindow): void {
  const { globalShortcut } = electron;
  let pressedAt = Number.NEGATIVE_INFINITY;
  const isOurs = register(globalShortcut, key, () => {
    const isHeld = outside.ticks() - pressedAt < HELD_MS;
    pressedAt = outside.ticks();
    if (!isHeld && !window.isDestroyed()) window.webContents.send(NEXT_KEY);
  });
  if (isOurs) {
    window.on('closed', () => globalShortcut.unregister(key));
    return;
  }
  // Another program has it, or there is no such key. The page's buttons and its own keys work all the same.
  window.setTitle(`Lượt (${key}: không dùng được / not available)`);
  window.on('page-title-updated', (event) => event.preventDefault());
}

function register(shortcuts: GlobalShortcut, key: string, pressed: () => void): boolean {
  try {
    return shortcuts.register(key, pressed);
  } catch {
    // Electron throws at a key's name that it cannot read; machine.json may have been edited by hand.
    return false;
  }
}

/** Where it was left, as far as that is still on a monitor; else in the lower right corner, where the least is covered. */
export function placeIn(room: Rectangle, kept: Machine['counterWindow'], width: number): Rectangle {
  const height = Math.min(Math.max(kept?.height ?? USUAL_HEIGHT, LEAST_HEIGHT), room.height);
  const right = room.x + room.width - width;
  const bottom = room.y + room.height - height;
  return {
    x: within(room.x, kept?.x ?? right, right),
    y: within(room.y, kept?.y ?? bottom, bottom),
    width,
    height,
  };
}

const within = (least: number, wanted: number, most: number) => Math.max(least, Math.min(wanted, most));

import { EventEmitter } from 'node:events';
import { forkLikeElectron } from '#kiosk/main/testing/fake-utility-process.ts';
import { StandInApp, seen } from './app.ts';
import { type Chromium, openChromium } from './chromium.ts';
import type { StandInContents, Surroundings } from './contents.ts';
import { IpcMain } from './ipc.ts';
import { protocol } from './schemes.ts';
import { StandInSession } from './session.ts';
import { windowClass } from './window.ts';

type Display = { id: number; bounds: object; workArea?: object; scaleFactor?: number };

/** What the tests say to the process. */
export type Order =
  | { do: 'emit'; on: 'app' | 'screen' | 'powerMonitor'; name: string; args?: unknown[] }
  | { do: 'screens'; all: Display[] }
  | { do: 'press-shortcut'; accelerator: string }
  | { do: 'close-windows' }
  | { do: 'tell'; id: number };

const MAIN: Display = { id: 1, bounds: { x: 0, y: 0, width: 1080, height: 1920 } };

/** Electron's main modules over a real Chromium. `open` is what Electron does once the main module has run to its end. */
export function standInElectron(folder: string) {
  const app = new StandInApp(folder);
  const ipcMain = new IpcMain();
  let around: Surroundings | undefined;
  const there = () => {
    if (!around) throw new Error('Cannot create BrowserWindow before app is ready');
    return around;
  };
  const BrowserWindow = windowClass(there);
  const screens = screensOf(process.env.STAND_IN_SCREENS);
  const shortcuts = new Map<string, () => void>();
  const powerMonitor = Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => 0,
    getSystemIdleState: () => 'active',
    isOnBatteryPower: () => false,
  });
  const session = {
    get defaultSession() {
      return there().session;
    },
    fromPartition: () => there().session,
  };
  app.closeWindows = () => {
    for (const window of [...BrowserWindow.all]) window.close();
    return BrowserWindow.all.length === 0;
  };
  const modules = {
    ...{ app, BrowserWindow, ipcMain, powerMonitor, protocol, screen: screens.screen, session },
    Menu: { setApplicationMenu: (menu: unknown) => void seen.menus.push(menu), buildFromTemplate: () => ({}) },
    powerSaveBlocker: blockers(),
    webContents: { getAllWebContents: () => BrowserWindow.all.map(({ webContents }) => webContents) },
    globalShortcut: {
      register: (accelerator: string, run: () => void) => {
        shortcuts.set(accelerator, run);
        seen.shortcuts.push(accelerator);
        return true;
      },
      unregister: (accelerator: string) => void shortcuts.delete(accelerator),
      unregisterAll: () => shortcuts.clear(),
      isRegistered: (accelerator: string) => shortcuts.has(accelerator),
    },
    net: { fetch: globalThis.fetch, isOnline: () => true },
    dialog: { showErrorBox: (title: string) => void seen.errorBoxes.push(title) },
    utilityProcess: { fork: forkLikeElectron },
  };

  /** Opens the browser with the switches that the main module has asked for, then says that it is ready. */
  async function open(): Promise<Chromium> {
    const chromium = await openChromium({
      executablePath: process.env.STAND_IN_BROWSER ?? '',
      isHeadless: process.env.STAND_IN_HEADED !== 'yes',
      folder,
      switches: seen.switches,
    });
    app.shutDown = () => chromium.close();
    const created = (contents: StandInContents) => void app.emit('web-contents-created', {}, contents);
    around = { chromium, ipcMain, session: new StandInSession(chromium, protocol), created };
    // Who wants it is the page in front; Chromium does not always say.
    chromium.onStranger((page) => BrowserWindow.all.at(-1)?.webContents.meet(page));
    around.session.on('stand-in-last-window', () => {
      // Electron's process would be gone by now.
      if (app.isQuitting) return;
      if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
      else app.quit();
    });
    app.becomeReady();
    return chromium;
  }

  function obey(order: Order): void {
    if (order.do === 'emit') {
      const targets = { app, screen: screens.screen, powerMonitor };
      targets[order.on].emit(order.name, ...(order.args ?? []));
    } else if (order.do === 'screens') screens.become(order.all);
    else if (order.do === 'press-shortcut') shortcuts.get(order.accelerator)?.();
    else if (order.do === 'close-windows') for (const window of [...BrowserWindow.all]) window.close();
    else process.send?.({ answers: order.id, seen, windows: BrowserWindow.all.map(pictureOf) });
  }
  return { modules, open, obey };
}

type Windowish = { bounds: object; is: object; options: object; webContents: StandInContents };

/** A window as the tests are told of it. */
const pictureOf = ({ bounds, is, options, webContents }: Windowish) => ({
  ...{ bounds, is, options },
  url: webContents.getURL(),
  zoom: webContents.zoom,
  pinch: webContents.pinch,
});

function screensOf(told: string | undefined) {
  let all: Display[] = (told ? JSON.parse(told) : [MAIN]).map(whole);
  const screen = Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => all[0],
    getAllDisplays: () => all,
    getDisplayMatching: (bounds: { x: number; y: number }) =>
      all.find((one) => JSON.stringify(one.bounds).includes(`"x":${bounds.x},"y":${bounds.y},`)) ?? all[0],
    getDisplayNearestPoint: () => all[0],
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  });
  const become = (next: Display[]) => {
    const before = all;
    all = next.map(whole);
    for (const one of before) if (!all.some(({ id }) => id === one.id)) screen.emit('display-removed', {}, one);
    for (const one of all) {
      const old = before.find(({ id }) => id === one.id);
      if (!old) screen.emit('display-added', {}, one);
      else if (JSON.stringify(old) !== JSON.stringify(one)) screen.emit('display-metrics-changed', {}, one, ['bounds']);
    }
  };
  return { screen, become };
}

const whole = (display: Display): Display => ({ workArea: display.bounds, scaleFactor: 1, ...display });

function blockers() {
  return {
    start: (kind: string) => seen.blockers.push(kind) - 1,
    stop: (id: number) => void delete seen.blockers[id],
    isStarted: (id: number) => seen.blockers[id] !== undefined,
  };
}

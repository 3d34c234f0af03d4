import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// As much of Electron as the shell uses, and it remembers what was asked of it. Electron's own types are classes with hundreds of
// members, so that whoever hands this in has to say that it stands for them.

type Bounds = { x: number; y: number; width: number; height: number };
export type FakeScreen = { id: number; bounds: Bounds; workArea: Bounds };

export const MAIN_SCREEN: FakeScreen = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1080, height: 1920 },
  workArea: { x: 0, y: 0, width: 1080, height: 1880 },
};
export const TV_SCREEN: FakeScreen = {
  id: 2,
  bounds: { x: 1080, y: 0, width: 1920, height: 1080 },
  workArea: { x: 1080, y: 0, width: 1920, height: 1080 },
};

export class FakeContents extends EventEmitter {
  loaded: string[] = [];
  isGone = false;
  crashes = 0;
  zoom: number | undefined;
  pinch: number[] = [];
  opener: ((details: { url: string }) => { action: string }) | undefined;

  /** Which addresses are begun and never come to their end. */
  neverLoads = (_address: string) => false;

  loadURL = async (address: string) => {
    this.loaded.push(address);
    this.emit('loading', address);
    if (this.neverLoads(address)) await new Promise(() => {});
  };
  executeJavaScript = async (_code: string): Promise<unknown> => true;
  invalidate = () => {};
  getURL = () => this.loaded.at(-1) ?? '';
  isDestroyed = () => this.isGone;
  forcefullyCrashRenderer = () => {
    this.crashes += 1;
  };
  setWindowOpenHandler = (opener: FakeContents['opener']) => {
    this.opener = opener;
  };
  setZoomFactor = (factor: number) => {
    this.zoom = factor;
  };
  sent: string[] = [];
  /** The page itself, as it asks the main process. */
  mainFrame = { parent: null, url: '' };
  send = (channel: string) => void this.sent.push(channel);
  setVisualZoomLevelLimits = async (...limits: number[]) => {
    this.pinch = limits;
  };
}

export class FakeSession extends EventEmitter {
  handlers: Record<string, (...args: unknown[]) => unknown> = {};
  setPermissionRequestHandler = (handler: (...args: unknown[]) => unknown) => {
    this.handlers.request = handler;
  };
  setPermissionCheckHandler = (handler: (...args: unknown[]) => unknown) => {
    this.handlers.check = handler;
  };
  setDevicePermissionHandler = (handler: (...args: unknown[]) => unknown) => {
    this.handlers.device = handler;
  };
  setCertificateVerifyProc = (handler: (...args: unknown[]) => unknown) => {
    this.handlers.certificate = handler;
  };
}

class FakeWindow extends EventEmitter {
  webContents = new FakeContents();
  options: Bounds & Record<string, unknown>;
  bounds: Bounds;
  focused = 0;
  kiosk: boolean[] = [];

  constructor(options: Bounds & Record<string, unknown>) {
    super();
    this.options = options;
    this.bounds = options;
  }
  isGone = false;
  isDestroyed = () => this.isGone;
  destroy = () => {
    this.isGone = true;
    this.webContents.isGone = true;
    this.emit('closed');
  };
  isVisible = () => this.options.show !== false;
  getBounds = () => this.bounds;
  setBounds = (bounds: Bounds) => {
    this.bounds = bounds;
  };
  sizes: Record<string, number[]> = {};
  setMinimumSize = (...size: number[]) => {
    this.sizes.least = size;
  };
  setMaximumSize = (...size: number[]) => {
    this.sizes.most = size;
  };
  title: string | undefined;
  setTitle = (title: string) => {
    this.title = title;
  };
  setKiosk = (isKiosk: boolean) => {
    this.kiosk.push(isKiosk);
  };
  focus = () => {
    this.focused += 1;
  };
}

/** A process beside the app's. */
class FakeChild extends EventEmitter {
  stderr = new EventEmitter();
  words: string[] = [];
  program: string;
  env: Record<string, string>;

  constructor(program: string, env: Record<string, string>) {
    super();
    this.program = program;
    this.env = env;
  }
  postMessage = (word: string) => void this.words.push(word);
  kill = () => true;
}

/** Each app has folders of its own, which are made only by what really writes there. */
function newFolders() {
  const appData = join(tmpdir(), 'luot-fake-electron', randomUUID());
  return { appData, userData: join(appData, 'Luot') };
}

class FakeApp extends EventEmitter {
  isPackaged = true;
  isFirst = true;
  hasQuit = false;
  exitCode: number | undefined;
  isSandboxed = false;
  paths: Record<string, string> = newFolders();
  switches: string[] = [];
  #ready = Promise.withResolvers<void>();

  getVersion = () => '0.1.0';
  getPath = (name: string) => this.paths[name];
  setPath = (name: string, path: string) => {
    this.paths[name] = path;
  };
  requestSingleInstanceLock = () => this.isFirst;
  quit = () => {
    this.hasQuit = true;
  };
  exit = (code: number) => {
    this.exitCode = code;
  };
  enableSandbox = () => {
    this.isSandboxed = true;
  };
  commandLine = { appendSwitch: (...parts: string[]) => void this.switches.push(parts.join('=')) };
  whenReady = () => this.#ready.promise;
  becomeReady = () => this.#ready.resolve();
}

/** An Electron whose program is nowhere. `app.becomeReady()` is what Electron does once the main module has run to its end. */
export function createFakeElectron() {
  const app = new FakeApp();
  const screens = { all: [MAIN_SCREEN] };
  const windows: FakeWindow[] = [];
  class BrowserWindow extends FakeWindow {
    constructor(options: Bounds & Record<string, unknown>) {
      super(options);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }
  const menus: unknown[] = [];
  const blockers: string[] = [];
  const children: FakeChild[] = [];
  const privileged: string[] = [];
  const session = { defaultSession: new FakeSession() };
  const asked = new Map<string, (event: unknown, ...said: unknown[]) => unknown>();
  const schemes = new Map<string, (request: { url: string }) => Promise<Response>>();
  const keys = new Map<string, () => void>();
  const screen = Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => MAIN_SCREEN,
    getAllDisplays: () => screens.all,
    getDisplayMatching: ({ x, y }: Bounds) =>
      screens.all.find(({ bounds }) => bounds.x === x && bounds.y === y) ?? MAIN_SCREEN,
  });
  return {
    app,
    BrowserWindow,
    globalShortcut: {
      /** As Electron: throws at a name that is no key's, and gives none that another program has (here: F10). */
      register(key: string, pressed: () => void) {
        if (!/^F\d+$/.test(key)) throw new TypeError('conversion failure');
        if (key === 'F10') return false;
        keys.set(key, pressed);
        return true;
      },
      unregister: (key: string) => void keys.delete(key),
    },
    ipcMain: {
      handle: (name: string, answer: (event: unknown, ...said: unknown[]) => unknown) => void asked.set(name, answer),
    },
    protocol: {
      registerSchemesAsPrivileged: (list: { scheme: string }[]) =>
        void privileged.push(...list.map(({ scheme }) => scheme)),
      handle: (scheme: string, answer: (request: { url: string }) => Promise<Response>) =>
        void schemes.set(scheme, answer),
    },
    Menu: { setApplicationMenu: (menu: unknown) => void menus.push(menu) },
    powerMonitor: new EventEmitter(),
    powerSaveBlocker: { start: (kind: string) => blockers.push(kind) },
    screen,
    session,
    utilityProcess: {
      fork(program: string, _args: string[], options: { env?: Record<string, string> }) {
        const child = new FakeChild(program, options.env ?? {});
        children.push(child);
        return child;
      },
    },
    seen: { windows, menus, blockers, screens, asked, schemes, privileged, keys, children },
  };
}

/** An event that can be stopped. */
export function stoppable(url = '') {
  const event = {
    url,
    isStopped: false,
    preventDefault: () => {
      event.isStopped = true;
    },
  };
  return event;
}

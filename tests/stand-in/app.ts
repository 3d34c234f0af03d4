import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stoppable } from './stoppable.ts';

/** What was asked of the stand-in that leaves no trace on a page. */
export type Seen = {
  switches: string[];
  isSandboxed: boolean;
  menus: unknown[];
  blockers: string[];
  relaunches: unknown[];
  loginItems: unknown[];
  shortcuts: string[];
  errorBoxes: string[];
  downloads: { url: string; isStopped: boolean }[];
};

export const seen: Seen = {
  switches: [],
  isSandboxed: false,
  menus: [],
  blockers: [],
  relaunches: [],
  loginItems: [],
  shortcuts: [],
  errorBoxes: [],
  downloads: [],
};

/** Electron's `app`. */
export class StandInApp extends EventEmitter {
  readonly isPackaged = process.env.STAND_IN_PACKAGED !== 'no';
  readonly name = 'Luot';
  closeWindows: () => boolean = () => true;
  shutDown: () => Promise<void> = async () => {};
  private readonly paths: Record<string, string>;
  private readonly ready = Promise.withResolvers<void>();
  private isReady_ = false;
  isQuitting = false;

  constructor(folder: string) {
    super();
    const names = ['appData', 'userData', 'temp', 'home', 'logs', 'sessionData', 'desktop', 'documents', 'downloads'];
    this.paths = Object.fromEntries(names.map((name) => [name, join(folder, name)]));
    this.paths.exe = process.execPath;
    for (const path of [this.paths.appData, this.paths.userData]) if (path) mkdirSync(path, { recursive: true });
  }

  getPath = (name: string) => {
    const path = this.paths[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  };
  setPath = (name: string, path: string) => {
    mkdirSync(path, { recursive: true });
    this.paths[name] = path;
  };
  getAppPath = () => process.cwd();
  getVersion = () => process.env.npm_package_version ?? '0.1.0';
  getName = () => this.name;
  setName = () => {};
  getLocale = () => 'vi';
  getSystemLocale = () => 'vi-VN';
  setAppUserModelId = () => {};
  getAppMetrics = () => [];
  focus = () => {};
  requestSingleInstanceLock = () => process.env.STAND_IN_FIRST !== 'no';
  releaseSingleInstanceLock = () => {};
  enableSandbox = () => {
    seen.isSandboxed = true;
  };
  disableHardwareAcceleration = () => {};
  commandLine = {
    appendSwitch: (name: string, value?: string) =>
      void seen.switches.push(value === undefined ? `--${name}` : `--${name}=${value}`),
    appendArgument: () => {},
    hasSwitch: (name: string) => process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? '',
  };
  setLoginItemSettings = (settings: unknown) => void seen.loginItems.push(settings);
  getLoginItemSettings = () => ({ openAtLogin: false });
  whenReady = () => this.ready.promise;
  isReady = () => this.isReady_;
  relaunch = (options?: unknown) => void seen.relaunches.push(options ?? {});

  becomeReady() {
    this.isReady_ = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.ready.resolve();
  }

  quit = () => {
    if (this.isQuitting) return;
    const before = stoppable();
    this.emit('before-quit', before);
    if (before.defaultPrevented || !this.closeWindows()) return;
    const will = stoppable();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) this.exit(0);
  };

  exit = (code = 0) => {
    if (this.isQuitting) return;
    this.isQuitting = true;
    this.emit('quit', {}, code);
    // Told while there is still somebody who can tell; Electron's process ends here at once.
    if (process.connected) process.send?.({ exits: code, seen });
    void this.shutDown().finally(() => process.exit(code));
  };
}

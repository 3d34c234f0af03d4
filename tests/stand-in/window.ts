import { EventEmitter } from 'node:events';
import { StandInContents, type Surroundings } from './contents.ts';
import { stoppable } from './stoppable.ts';

type Bounds = { x: number; y: number; width: number; height: number };
type Options = Partial<Bounds> & Record<string, unknown> & { webPreferences?: { preload?: string } };

const USUAL: Bounds = { x: 0, y: 0, width: 800, height: 600 };

/** Electron's `BrowserWindow` class, each with a page of the same Chromium. */
export function windowClass(around: () => Surroundings) {
  return class StandInWindow extends EventEmitter {
    static all: StandInWindow[] = [];
    static getAllWindows = () => StandInWindow.all;
    static getFocusedWindow = () => StandInWindow.all.at(-1) ?? null;
    static fromWebContents = (contents: unknown) =>
      StandInWindow.all.find((window) => window.webContents === contents) ?? null;

    readonly id: number;
    readonly options: Options;
    readonly webContents: StandInContents;
    readonly is: Record<string, boolean> = { kiosk: false, full: false, top: false, shown: true, minimized: false };
    bounds: Bounds;
    isGone = false;

    constructor(options: Options = {}) {
      super();
      this.options = options;
      const { x, y, width, height } = { ...USUAL, ...options };
      this.bounds = { x, y, width, height };
      Object.assign(this.is, {
        kiosk: options.kiosk === true,
        full: options.fullscreen === true,
        shown: options.show !== false,
      });
      const surroundings = around();
      this.webContents = new StandInContents(surroundings, options.webPreferences?.preload ?? null);
      this.id = this.webContents.id;
      this.webContents.on('stand-in-closed', () => this.gone());
      void this.webContents.setSize({ width, height });
      StandInWindow.all.push(this);
      surroundings.created(this.webContents);
    }

    loadURL = (address: string) => this.webContents.loadURL(address);
    isDestroyed = () => this.isGone;
    getBounds = () => this.bounds;
    getContentBounds = () => this.bounds;
    getNormalBounds = () => this.bounds;
    getPosition = () => [this.bounds.x, this.bounds.y];
    getSize = () => [this.bounds.width, this.bounds.height];
    setBounds = (bounds: Partial<Bounds>) => {
      this.bounds = { ...this.bounds, ...bounds };
      void this.webContents.setSize({ width: this.bounds.width, height: this.bounds.height });
      this.emit('move');
      this.emit('resize');
    };
    setPosition = (x: number, y: number) => this.setBounds({ x, y });
    setSize = (width: number, height: number) => this.setBounds({ width, height });
    setKiosk = (is: boolean) => this.turn('kiosk', is);
    isKiosk = () => this.is.kiosk;
    setFullScreen = (is: boolean) => this.turn('full', is);
    isFullScreen = () => this.is.full;
    setAlwaysOnTop = (is: boolean) => this.turn('top', is);
    isAlwaysOnTop = () => this.is.top;
    show = () => this.turn('shown', true, 'show');
    showInactive = () => this.turn('shown', true, 'show');
    hide = () => this.turn('shown', false, 'hide');
    isVisible = () => this.is.shown;
    minimize = () => this.turn('minimized', true, 'minimize');
    restore = () => this.turn('minimized', false, 'restore');
    isMinimized = () => this.is.minimized;
    focus = () => {
      this.webContents.focus();
      this.emit('focus');
    };
    blur = () => void this.emit('blur');
    isFocused = () => true;
    moveTop = () => {};
    maximize = () => {};
    setMenu = () => {};
    removeMenu = () => {};
    setMenuBarVisibility = () => {};
    setAutoHideMenuBar = () => {};
    setTitle = () => {};
    setMinimumSize = () => {};
    setMaximumSize = () => {};
    setIcon = () => {};
    setResizable = () => {};
    setMinimizable = () => {};
    setClosable = () => {};
    setSkipTaskbar = () => {};
    setVisibleOnAllWorkspaces = () => {};
    setBackgroundColor = () => {};

    /** What a person's Alt+F4 does: it can be refused. */
    close = () => {
      if (this.isGone) return;
      const event = stoppable();
      this.emit('close', event);
      if (!event.defaultPrevented) this.destroy();
    };
    destroy = () => {
      if (this.isGone) return;
      void this.webContents.close();
      this.gone();
    };

    private turn(name: string, is: boolean, event?: string) {
      this.is[name] = is;
      if (event) this.emit(event);
    }

    private gone() {
      if (this.isGone) return;
      this.isGone = true;
      this.webContents.isGone = true;
      StandInWindow.all = StandInWindow.all.filter((window) => window !== this);
      this.emit('closed');
      if (StandInWindow.all.length === 0) this.webContents.session.emit('stand-in-last-window');
    }
  };
}

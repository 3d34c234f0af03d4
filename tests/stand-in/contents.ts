import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { seen } from './app.ts';
import { watchCertificates } from './certificates.ts';
import type { Chromium } from './chromium.ts';
import { Frames } from './frames.ts';
import { answerIpc, type IpcMain } from './ipc.ts';
import { watchNavigation } from './navigation.ts';
import { mainWorld, preloadWorld } from './page-side.ts';
import { hiddenScheme } from './schemes.ts';
import type { StandInSession } from './session.ts';
import { stoppable } from './stoppable.ts';

export type OpenDetails = { url: string; frameName: string; disposition: string };
type Opener = (details: OpenDetails) => { action: string };

/** What contents need of the rest. */
export type Surroundings = {
  chromium: Chromium;
  ipcMain: IpcMain;
  session: StandInSession;
  /** Tells the app of contents that were made. */
  created(contents: StandInContents): void;
};

let made = 0;

/** Electron's `webContents` over a page of a real Chromium. */
export class StandInContents extends EventEmitter {
  readonly id: number;
  readonly frames = new Frames();
  readonly secret = randomUUID();
  readonly session: StandInSession;
  readonly around: Surroundings;
  /** What the main process asked to be loaded, until it stands. */
  loading: string | null = null;
  isGone = false;
  private hasCrashed = false;
  private now: Page | null = null;
  opener: Opener = () => ({ action: 'allow' });
  zoom = 1;
  pinch: number[] = [];
  page: Promise<Page>;
  cdp!: CDPSession;
  private readonly preload: string | null;
  private size: { width: number; height: number } | null = null;

  constructor(around: Surroundings, preload: string | null, page?: Page) {
    super();
    made += 1;
    this.id = made;
    this.around = around;
    this.session = around.session;
    this.preload = preload === null ? null : readFileSync(preload, 'utf8');
    this.page = this.takeOver(page ?? around.chromium.newPage());
    this.page.catch((cause) => process.stderr.write(`stand-in: ${cause}\n`));
  }

  get mainFrame() {
    return this.frames.main;
  }

  loadURL = async (address: string): Promise<void> => {
    if (this.hasCrashed) this.page = this.replace(this.page);
    await this.page;
    this.loading = address;
    const isLocal = address.startsWith('data:');
    // The stand-in's own way of asking about keys needs a request; only Electron's own pages forbid all of them.
    await this.cdp.send('Page.setBypassCSP', { enabled: isLocal });
    const { errorText } = await this.cdp.send('Page.navigate', { url: hiddenScheme.forChromium(address) });
    if (errorText) {
      this.loading = null;
      throw new Error(`${errorText} (-2) loading '${address}'`);
    }
  };

  getURL = () => this.frames.main.url;
  isDestroyed = () => this.isGone;
  isCrashed = () => this.hasCrashed;
  isLoading = () => this.loading !== null;
  setWindowOpenHandler = (opener: Opener) => {
    this.opener = opener;
  };
  setZoomFactor = (factor: number) => {
    this.zoom = factor;
  };
  setZoomLevel = (level: number) => {
    this.zoom = 1.2 ** level;
  };
  getZoomFactor = () => this.zoom;
  setVisualZoomLevelLimits = async (...limits: number[]) => {
    this.pinch = limits;
  };
  setAudioMuted = () => {};
  setBackgroundThrottling = () => {};
  focus = () => void this.page.then((page) => page.bringToFront()).catch(() => {});
  reload = () => void this.page.then(() => this.cdp.send('Page.reload')).catch(() => {});
  reloadIgnoringCache = () => this.reload();
  stop = () => void this.page.then(() => this.cdp.send('Page.stopLoading')).catch(() => {});
  /** Electron ends the process at once; Chromium's own crash waits ten seconds for a page that hangs. */
  forcefullyCrashRenderer = () => {
    const { now } = this;
    if (!now || this.hasCrashed) return;
    void this.cdp.send('Page.crash').catch(() => {});
    this.rendererGone(now);
  };
  executeJavaScript = async (code: string) => (await this.page).evaluate(code);
  capturePage = async () => {
    const png = await (await this.page).screenshot();
    return { toPNG: () => png };
  };

  send = (channel: string, ...args: unknown[]) => void this.deliver({ channel, args });

  /** Hands something to the preload script of the page, if there is one just now. */
  async deliver(said: object) {
    await this.page;
    const contextId = this.frames.mainWorld();
    if (contextId === undefined) return;
    const expression = `standInDeliver(${JSON.stringify(said)})`;
    await this.cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => {});
  }

  /** A window that this page wants. Chromium has made it already: it stays, or it goes. */
  meet(popup: Page) {
    const answer = this.opener({ url: popup.url(), frameName: '', disposition: 'new-window' });
    if (answer.action === 'deny') return void popup.close().catch(() => {});
    const child = new StandInContents(this.around, null, popup);
    this.around.created(child);
    this.emit('did-create-window', { webContents: child }, { url: popup.url() });
  }

  async setSize(size: { width: number; height: number }) {
    this.size = size;
    const page = await this.page;
    if (this.around.chromium.isHeadless && !page.isClosed()) await page.setViewportSize(size).catch(() => {});
  }

  async close() {
    this.isGone = true;
    const page = await this.page;
    this.emit('destroyed');
    await page.close().catch(() => {});
  }

  /** Electron's contents live on with a new renderer; here they get a new page. */
  private async replace(crashed: Promise<Page>): Promise<Page> {
    this.hasCrashed = false;
    const page = await this.takeOver(this.around.chromium.newPage());
    // Not waited for: one that hangs closes late.
    void crashed.then((old) => old.close()).catch(() => {});
    return page;
  }

  private async takeOver(given: Page | Promise<Page>): Promise<Page> {
    const page = await given;
    this.now = page;
    this.cdp = await page.context().newCDPSession(page);
    const { cdp } = this;
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Network.enable');
    await this.frames.follow(cdp, hiddenScheme.forMain);
    await cdp.send('Runtime.addBinding', { name: 'standIn', executionContextName: 'preload' });
    const sides = JSON.stringify({ secret: this.secret });
    const script =
      this.preload === null ? 'null' : `(require, module) => { const exports = module.exports; ${this.preload}\n}`;
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorld})(${sides})` });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${preloadWorld})(${sides}, ${script})`,
      worldName: 'preload',
    });
    answerIpc(this, this.around.ipcMain);
    await watchNavigation(this);
    await watchCertificates(this);
    this.watchPage(page);
    if (this.size && this.around.chromium.isHeadless) await page.setViewportSize(this.size);
    return page;
  }

  private rendererGone(page: Page) {
    if (this.now !== page || this.hasCrashed) return;
    this.hasCrashed = true;
    this.loading = null;
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }

  private watchPage(page: Page) {
    page.on('crash', () => this.rendererGone(page));
    page.on('close', () => {
      if (!this.isGone && this.now === page) this.emit('stand-in-closed');
    });
    page.on('console', (message) => {
      this.emit('console-message', { level: message.type(), message: message.text(), frame: this.mainFrame });
    });
    page.on('download', (download) => {
      const event = stoppable();
      const item = {
        getURL: () => download.url(),
        getFilename: () => download.suggestedFilename(),
        cancel: event.preventDefault,
      };
      this.session.emit('will-download', event, item, this);
      seen.downloads.push({ url: download.url(), isStopped: event.defaultPrevented });
      if (event.defaultPrevented) void download.cancel().catch(() => {});
    });
  }
}

import type { WebContents } from 'electron';
import { isCalmPage } from '#kiosk/main/calm/calm-page.ts';
import { refusingPage } from '#kiosk/main/calm/refusing-page.ts';
import { restingPage, waitingPage } from '#kiosk/main/calm/waiting-page.ts';
import type { Matter } from '#kiosk/main/find-hall/follow-hall.ts';
import { allowedAddress } from '#kiosk/main/guard/allowed-address.ts';
import type { ShownRoom } from '#kiosk/main/windows/page-of.ts';

/** How long until the server is asked again. It is in the same building: a short pause costs nothing. */
export const RETRY_MS = 2_000;
/** A crashed page comes back after this; without a pause a page that crashes at once would take the whole PC. */
export const CRASH_PAUSE_MS = 500;
/** A page that is not there after this is asked for again from the beginning: its server may have died in the middle of it. */
export const LOAD_PATIENCE_MS = 30_000;

/** What Chromium calls a load that another load replaced. */
const ABORTED = -3;

export type Outside = {
  /** Does the server give out this page? */
  isAnswering(page: URL): Promise<boolean>;
  later(ms: number, run: () => void): void;
  /** Who answered at the server's address instead, if it was somebody. */
  matter?(): Matter | null;
};

export type KeepOptions = {
  room?: ShownRoom;
  /** Told that the page broke, and how. True: the whole app is about to start anew, and the calm page stays until then. */
  broke?(how: string): boolean;
};

/** A page that is kept on its screen. */
export type KeptPage = {
  /** Opens the page anew, out of a visitor's sight, if the server gives it out now; if not, everything stays. */
  renew(): Promise<void>;
  /** Opens the page anew in any case, behind the calm page for as long as it takes. */
  reopen(): void;
};

/**
 * Keeps the page on the screen, for ever: a server that is away is waited for behind a calm page, a crashed page is opened again.
 * The page is loaded only when the server answers, so that nobody sees an error page flash by.
 */
export function keepPage(contents: WebContents, page: URL, outside: Outside, options: KeepOptions = {}): KeptPage {
  const { isAnswering, later, matter = () => null } = outside;
  const { room = 'kiosk', broke = () => false } = options;
  let isTrying = false;
  let isResting = false;
  let isPageShown = false;
  let loads = 0;
  let told: Matter | null = null;

  contents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) wait();
  });
  contents.on('did-navigate', (_event, url, status) => {
    // An address that nobody is asked about (about:blank, blob:) is come back from.
    if (status >= 400 || !(allowedAddress(page, url) || isCalmPage(url))) wait();
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    isPageShown = false;
    if (broke(reason)) isResting = true;
    // Not within this event: Electron is still taking the old process down, and a load from here could take the whole app with it.
    later(0, () => showCalm());
    later(CRASH_PAUSE_MS, tryToOpen);
  });
  // A page that hangs cannot reload itself; once crashed it comes back like any other.
  contents.on('unresponsive', () => contents.forcefullyCrashRenderer());
  wait();
  return {
    reopen: wait,
    async renew() {
      if (isPageShown && (await isAnswering(page)) && isPageShown) open();
    },
  };

  function wait() {
    showCalm();
    tryToOpen();
  }

  function showCalm() {
    isPageShown = false;
    told = matter();
    void load(contents, isResting ? restingPage(room) : pageUntilThen(room, page.origin, told));
  }

  function tryToOpen() {
    if (isTrying || isPageShown) return;
    isTrying = true;
    void tryAgain();
  }

  async function tryAgain(): Promise<void> {
    const isThere = !isResting && (await isAnswering(page));
    if (contents.isDestroyed() || isResting) return;
    if (!isThere) {
      if (matter() !== told) showCalm();
      return later(RETRY_MS, () => void tryAgain());
    }
    isTrying = false;
    open();
  }

  function open() {
    isPageShown = true;
    loads += 1;
    const mine = loads;
    let isLoaded = false;
    void load(contents, page.href).then(() => {
      isLoaded = true;
    });
    later(LOAD_PATIENCE_MS, () => {
      if (!isLoaded && isPageShown && mine === loads) wait();
    });
  }
}

function pageUntilThen(room: ShownRoom, server: string, matter: Matter | null): string {
  return matter ? refusingPage(matter, server) : waitingPage(room, server);
}

/** Comes back when it is loaded, or could not be: that is told by did-fail-load as well, which also hears of loads that nobody here began. */
async function load(contents: WebContents, address: string) {
  if (!contents.isDestroyed()) await contents.loadURL(address).catch(() => {});
}

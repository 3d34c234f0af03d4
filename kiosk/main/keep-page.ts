import type { WebContents } from 'electron';
import { waitingPage } from './waiting-page.ts';

/** How long until the server is asked again. It is in the same building: a short pause costs nothing. */
export const RETRY_MS = 2_000;
/** A crashed page comes back after this; without a pause a page that crashes at once would take the whole PC. */
export const CRASH_PAUSE_MS = 1_000;

/** What Chromium calls a load that another load replaced. */
const ABORTED = -3;

export type Outside = {
  /** Does the server give out this page? */
  isAnswering(page: URL): Promise<boolean>;
  later(ms: number, run: () => void): void;
};

/**
 * Keeps the page on the screen, for ever: a server that is away is waited for behind a calm page, a crashed page is opened again.
 * The page is loaded only when the server answers, so that nobody sees an error page flash by.
 */
export function keepPage(contents: WebContents, page: URL, { isAnswering, later }: Outside): void {
  let isTrying = false;

  contents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) wait();
  });
  contents.on('did-navigate', (_event, _url, status) => {
    if (status >= 400) wait();
  });
  contents.on('render-process-gone', () => later(CRASH_PAUSE_MS, wait));
  // A page that hangs cannot reload itself; once crashed it comes back like any other.
  contents.on('unresponsive', () => contents.forcefullyCrashRenderer());
  wait();

  function wait() {
    if (contents.isDestroyed()) return;
    load(waitingPage(page.origin));
    if (isTrying) return;
    isTrying = true;
    void tryAgain();
  }

  async function tryAgain(): Promise<void> {
    const isThere = await isAnswering(page);
    if (contents.isDestroyed()) return;
    if (!isThere) {
      later(RETRY_MS, () => void tryAgain());
      return;
    }
    isTrying = false;
    load(page.href);
  }

  function load(address: string) {
    // A load that fails is told by did-fail-load as well, which also hears of those that nobody here began.
    contents.loadURL(address).catch(() => {});
  }
}

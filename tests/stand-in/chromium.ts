import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

export type Chromium = Awaited<ReturnType<typeof openChromium>>;

type Wanted = {
  executablePath: string;
  isHeadless: boolean;
  folder: string;
  /** What the main process appended to the command line. */
  switches: string[];
};

/** The real browser behind the stand-in. Tests come to the same pages by its debugging address. */
export async function openChromium({ executablePath, isHeadless, folder, switches }: Wanted) {
  const context = await chromium.launchPersistentContext(join(folder, 'chromium'), {
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    headless: isHeadless,
    viewport: isHeadless ? { width: 1080, height: 1920 } : null,
    hasTouch: isHeadless,
    args: [
      '--remote-debugging-port=0',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--force-color-profile=srgb',
      '--font-render-hinting=none',
      // All frames of a page in one place, so that what is asked about it is asked about all of them.
      '--disable-site-isolation-trials',
      '--disable-features=IsolateOrigins,site-per-process,Translate',
      '--use-fake-device-for-media-stream',
      ...(isHeadless ? [] : ['--kiosk', '--touch-events=enabled', '--app=data:text/html,', '--window-position=0,0']),
      ...switches,
    ],
  });
  const browser = context.browser();
  const root = await browser?.newBrowserCDPSession();
  const address = (await readFile(join(folder, 'chromium', 'DevToolsActivePort'), 'utf8')).split('\n');
  let first: Page | undefined = context.pages()[0];
  let isMaking = 0;
  let meet: (page: Page) => void = () => {};
  context.on('page', (page) => {
    if (isMaking === 0) meet(page);
  });
  return {
    isHeadless,
    context,
    debugAt: `http://127.0.0.1:${address[0]}`,
    /** The page that is there already, or one more. */
    newPage: async (): Promise<Page> => {
      const before = first;
      first = undefined;
      if (before) return before;
      isMaking += 1;
      try {
        return await context.newPage();
      } finally {
        isMaking -= 1;
      }
    },
    /** Who is told of pages that nobody here made. */
    onStranger: (run: typeof meet) => {
      meet = run;
    },
    setPermission: async (origin: string, name: string, isGranted: boolean) => {
      const setting = isGranted ? 'granted' : 'denied';
      await root?.send('Browser.setPermission', { permission: { name }, setting, origin });
    },
    close: () => context.close(),
  };
}

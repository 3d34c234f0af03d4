import { extname, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { openPage } from '#tests/browser/browser.ts';
import type { FoundHall, NoHall, SetupAnswers, SetupPicture } from './bridge.ts';
import { ownPage } from './launch/build-main.ts';
import { KINDS, POLICY } from './main/setup/setup-files.ts';

/** Nobody answers here: what the page asks for is handed to it from memory. */
const ORIGIN = 'https://luot-setup.test';
const HOME = resolve(import.meta.dirname, '..');

/** What the app knows and says to the first-run page. */
export type PlayedApp = {
  picture: SetupPicture;
  halls: FoundHall[];
  /** By what was typed; whatever is not in here is nobody. */
  at: Record<string, FoundHall | NoHall>;
  isEnough: boolean;
};

/** The first-run page in a real browser, and what it told the app. */
export type OpenedSetup = { page: Page; faults: string[]; told: () => Promise<Told>; close(): Promise<void> };
export type Told = { finished: SetupAnswers[]; cancelled: number; looked: string[] };

export const NEW_PC: PlayedApp = {
  picture: {
    role: null,
    server: null,
    fingerprint: null,
    autostart: true,
    hasExitPin: false,
    monitors: 1,
    version: '0.1.0',
  },
  halls: [],
  at: {},
  isEnough: true,
};

/** For tests: opens the first-run page, built as it ships, before an app that is played. */
export async function openSetupPage(
  browser: Browser,
  options: BrowserContextOptions,
  app: PlayedApp = NEW_PC,
): Promise<OpenedSetup> {
  const files = await builtPage();
  const { page, context, faults } = await openPage(browser, 'about:blank', options);
  await context.route(`${ORIGIN}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = files.get(path.slice(1));
    const contentType = KINDS[extname(path)];
    if (body === undefined || !contentType) return route.fulfill({ status: 404 });
    return route.fulfill({ body, contentType, headers: { 'content-security-policy': POLICY } });
  });
  await page.addInitScript(playApp, app);
  await page.goto(`${ORIGIN}/index.html`);
  await page.locator('h1').waitFor();
  await page.evaluate(() => document.fonts.ready);
  // The page in the browser has what `playApp` put there.
  const told = () => page.evaluate(() => (window as unknown as { told: Told }).told);
  return { page, faults, told, close: () => context.close() };
}

/** Runs in the page, before it: the bridge as the preload would lay it. */
function playApp({ picture, halls, at, isEnough }: PlayedApp) {
  const told: Told = { finished: [], cancelled: 0, looked: [] };
  Object.assign(window, { told });
  window.luotSetup = {
    picture: async () => picture,
    halls: async () => halls,
    async look(address) {
      told.looked.push(address);
      return at[address] ?? 'nobody-there';
    },
    async finish(answers) {
      told.finished.push(answers);
      return isEnough;
    },
    async cancel() {
      told.cancelled += 1;
    },
  };
}

let page: Promise<Map<string, string | Buffer>> | undefined;

/** The built page by the names of its files, from memory: tests that run side by side write nothing. */
function builtPage(): Promise<Map<string, string | Buffer>> {
  page ??= (async () => {
    const config = ownPage(HOME, 'unused', 'setup');
    // One output, as one format is built.
    const built = (await build({ ...config, build: { ...config.build, write: false } })) as Rolldown.RolldownOutput;
    return new Map(
      built.output.map((file) => [
        file.fileName,
        file.type === 'chunk' ? file.code : typeof file.source === 'string' ? file.source : Buffer.from(file.source),
      ]),
    );
  })();
  return page;
}

import type { Browser, Page } from 'playwright-core';
import { openPage, SCREENS } from '#tests/browser/browser.ts';

/** A machine of the hall: a browser with a memory of its own, showing one page. */
export type Machine = {
  page: Page;
  /** What its scripts complained of. */
  faults: string[];
  /** What it said of itself, each time it came to the server: whoever has this can say it again. */
  handshakes: Record<string, unknown>[];
  /** The codes of the slips that it gave out, by which phones follow them. */
  links: string[];
};

/** Switches a machine on. */
export async function openMachine(browser: Browser, url: string, screen: keyof typeof SCREENS): Promise<Machine> {
  const { page, faults } = await openPage(browser, 'about:blank', { viewport: SCREENS[screen] });
  const handshakes: Machine['handshakes'] = [];
  const links: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const [, link] = String(payload).match(/\/t\/([\w-]{16,})/) ?? [];
      if (link) links.push(link);
    });
    socket.on('framesent', ({ payload }) => {
      // Socket.IO's word for "connect", with what the page shows for it.
      const said = String(payload);
      if (said.startsWith('40{')) handshakes.push(JSON.parse(said.slice(2)));
    });
  });
  await page.goto(url);
  return { page, faults, handshakes, links };
}

/** The code that it shows while nobody knows it, as it is read aloud. */
export async function codeOn({ page }: Machine): Promise<string> {
  const spelled = await page.locator('.pairing-code').getAttribute('aria-label');
  return spelled?.replaceAll(' ', '') ?? '';
}

/** What it said of itself last. */
export function lastHandshake({ handshakes }: Machine): Record<string, unknown> {
  const last = handshakes.at(-1);
  if (!last) throw new Error('This machine has not come to the server.');
  return last;
}

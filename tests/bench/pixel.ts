import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import { build } from 'vite';
import { DOUBLE_PRESS_MS } from '#shared/page/presses.ts';
import { launchBrowser } from '#tests/browser/browser.ts';
import { browserPath } from '#tests/browser/prepare.ts';
import { joinCounter, joinKiosk } from '#tests/hall/test-hall.ts';
import { type Line, line, percentile } from './line.ts';
import { startHall } from './start-hall.ts';

/** Where the pages of the bench note what happened when, ms UTC of this machine's clock. */
type Noted = { noted: { keys: number[]; rows: Record<string, number> } };

/**
 * From a clerk's key to the row on the lobby's glass, both in a real browser, beside Socket.IO alone that carries a word from one socket
 * to another. What lies between the two is the hall, the disk, two pages, and up to a frame of waiting for the glass.
 */
export async function pixelLines(presses: number): Promise<Line[]> {
  await build({ logLevel: 'error' });
  const browser = await launchBrowser(await browserPath());
  const hall = await startHall('durable');
  const echo = await bareEcho();
  const times = { pixel: [] as number[], echo: [] as number[] };
  try {
    await takeTickets(hall.url, presses);
    const display = await openPage(browser, `${hall.url}display/`, noteRows);
    const clerk = await openPage(browser, `${hall.url}counter/?counter=1`, noteKeys);
    await clerk.locator('.primary:enabled').waitFor();
    for (let press = 0; press < presses; press += 1) {
      times.echo.push(await echo.once());
      times.pixel.push(await pressed(clerk, display, press));
    }
  } finally {
    echo.close();
    await browser.close();
    await hall.close();
  }
  const both = (share: number) => [percentile(times.pixel, share), percentile(times.echo, share)] as const;
  return [
    line('clerk’s key → pixel on the TV, p50: hall ÷ a bare echo', ...both(0.5), 'ms', ''),
    line('clerk’s key → pixel on the TV, p99: hall ÷ a bare echo', ...both(0.99), 'ms', ''),
  ];
}

async function takeTickets(url: string, count: number) {
  const [kiosk, counter] = [await joinKiosk(url), await joinCounter(url, 1)];
  await counter.send('counter:open', {});
  for (let taken = 0; taken < count; taken += 1) {
    await kiosk.send('ticket:take', { services: ['dat-dai'], priority: 'regular' });
  }
  kiosk.close();
  counter.close();
}

async function openPage(browser: Browser, url: string, note: () => void): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await page.addInitScript(note);
  await page.goto(url);
  return page;
}

/** Runs in the clerk's page. */
function noteKeys() {
  const noted = { keys: [] as number[], rows: {} };
  Object.assign(window, { noted });
  // The moment of the key itself, not of this listener.
  addEventListener('keydown', ({ timeStamp }) => noted.keys.push(performance.timeOrigin + timeStamp), true);
}

/** Runs in the display. */
function noteRows() {
  const noted = { keys: [], rows: {} as Record<string, number> };
  Object.assign(window, { noted });
  const note = () => {
    const fresh = [...document.querySelectorAll<HTMLElement>('.call-row[data-call]')].filter(
      ({ dataset }) => !((dataset.call ?? '') in noted.rows),
    );
    for (const { dataset } of fresh) noted.rows[dataset.call ?? ''] = 0;
    if (fresh.length === 0) return;
    const painted = new MessageChannel();
    // A task that is asked for before a frame is painted comes after it.
    painted.port1.onmessage = () => {
      for (const { dataset } of fresh) noted.rows[dataset.call ?? ''] = performance.timeOrigin + performance.now();
    };
    requestAnimationFrame(() => painted.port2.postMessage(null));
  };
  new MutationObserver(note).observe(document, { childList: true, subtree: true, attributeFilter: ['data-call'] });
}

/** One press of the clerk's one key. @returns from the key to the paint, ms */
async function pressed(clerk: Page, display: Page, before: number): Promise<number> {
  // Sooner the page would take it for the second half of a double press. And not in step with the frames.
  await new Promise((rested) => setTimeout(rested, DOUBLE_PRESS_MS + 50 * Math.random()));
  await clerk.keyboard.press('Space');
  const rows = await display.waitForFunction((count) => {
    const moments = Object.values((window as unknown as Noted).noted.rows);
    return moments.length > count && moments.every((moment) => moment > 0) && moments;
  }, before);
  const keys = await clerk.evaluate(() => (window as unknown as Noted).noted.keys);
  // The clerk must know whom he has called before he presses again.
  const number = (await display.locator('.call-row .row-number').first().textContent()) ?? '';
  await clerk.locator('.at-counter .number', { hasText: number }).waitFor();
  await clerk.locator('.primary:enabled:not(.is-under-way)').waitFor();
  return Math.max(...((await rows.jsonValue()) as number[])) - (keys.at(-1) ?? Number.NaN);
}

/** Socket.IO and nothing else: one socket says a word, another hears it. */
async function bareEcho(): Promise<{ once(): Promise<number>; close(): void }> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'bare-server.ts'), [], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [said] = await once(child.stdout ?? process.stdin, 'data');
  const [mouth, ear] = await Promise.all([0, 1].map(() => joinBare(String(said).trim())));
  let round = 0;
  return {
    async once() {
      round += 1;
      const heard = new Promise<void>((hear) => ear?.once('picture', () => hear()));
      const begun = performance.now();
      mouth?.emit('go', round, null);
      await heard;
      return performance.now() - begun;
    },
    close() {
      mouth?.close();
      ear?.close();
      child.disconnect();
    },
  };
}

async function joinBare(url: string): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  await new Promise<void>((there) => socket.once('connect', () => there()));
  return socket;
}

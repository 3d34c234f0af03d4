import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Seen } from './app.ts';
import type { Order } from './electron.ts';

const RUN = resolve(import.meta.dirname, 'run-stand-in.ts');

export type ShellWindow = {
  bounds: object;
  is: Record<string, boolean>;
  options: { webPreferences?: object };
  url: string;
  zoom: number;
  pinch: number[];
};
export type Look = { seen: Seen; windows: ShellWindow[] };

export type StartedShell = {
  /** The app's data folder (`appData` of Electron lies in it). */
  folder: string;
  /** The page that is in the first window now: another one after a crash. */
  page(): Promise<Page>;
  /** Every page that Chromium has, those of windows that may not be there included. */
  pages(): Page[];
  /** What it wrote to its two streams. */
  said(): string;
  /** What was asked of Electron that leaves no trace on a page, and the windows. */
  look(): Promise<Look>;
  order(order: Order): void;
  /** The code it ended with. */
  ended: Promise<number>;
  close(): Promise<void>;
};

export type ShellWanted = {
  /** The built main module. */
  bundle: string;
  args: string[];
  /** The browser that stands in; empty: an installed Chrome. */
  browserPath: string;
  env?: Record<string, string>;
  /** Kept afterwards when it is given: what a machine has when it starts a second time. */
  folder?: string;
};

/** Starts the built shell in the stand-in. With `until` "ended" nobody waits for its window: it is to end by itself. */
export async function startShell({ bundle, args, browserPath, env, folder: kept }: ShellWanted): Promise<StartedShell> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'luot-shell-')));
  const child = fork(RUN, [bundle, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, STAND_IN_FOLDER: folder, STAND_IN_BROWSER: browserPath, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit').then(([code]) => (code ?? -1) as number); // what `exit` is emitted with
  let browser: Browser | undefined;
  const connected = connection(child).then(async (debugAt) => {
    if (debugAt) browser = await chromium.connectOverCDP(debugAt);
  });
  let asked = 0;
  const pages = () => browser?.contexts().flatMap((context) => context.pages()) ?? [];
  return {
    folder,
    ended,
    pages,
    said: () => output,
    order: (order) => void child.send(order),
    async page() {
      await connected;
      const page = pages()
        .filter((one) => !one.isClosed())
        .at(-1);
      if (!page) throw new Error(`No page is open. It said:\n${output}`);
      return page;
    },
    async look() {
      await connected;
      asked += 1;
      return answerTo(child, asked);
    },
    async close() {
      await connected.catch(() => {});
      await browser?.close().catch(() => {});
      if (child.exitCode === null && child.signalCode === null) {
        child.disconnect();
        await ended;
      }
      if (kept === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where Chromium can be reached, or nothing when the shell ended before it had any. */
function connection(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    child.on('message', (said: { debugAt?: string }) => {
      if (said.debugAt) resolve(said.debugAt);
    });
    child.once('exit', () => resolve(null));
  });
}

function answerTo(child: ChildProcess, id: number): Promise<Look> {
  return new Promise((resolve, reject) => {
    const hear = (said: { answers?: number } & Look) => {
      if (said.answers !== id) return;
      child.off('message', hear);
      resolve(said);
    };
    child.on('message', hear);
    child.once('exit', () => reject(new Error('The shell has ended.')));
    child.send({ do: 'tell', id } satisfies Order);
  });
}

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { Server } from 'socket.io';
import { WHOEVER_LOOKS } from '#display/sample-board.ts';
import { type MessageName, messageRow } from '#shared/contract/messages.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';

/** A command as the stage heard it. */
export type Heard = { name: MessageName; commandId: string; input: unknown };

const DIST = resolve(import.meta.dirname, '../../dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.opus': 'audio/ogg',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webm': 'video/webm',
};

/** A test lets the hours of a page fly: it would miss the beats that came by the clock on the wall, and take the line for dead. */
const NEVER = { pingInterval: 1e9, pingTimeout: 1e9 };

/**
 * Plays the server for one page: hands out the built pages, shows it the pictures that a test wants, and answers its commands
 * as the test wants. So a page can be seen in states that are hard to bring about in a real hall.
 * @param answerWith what each command is answered; the default says yes to everything
 * @param files what lies at which address beside the pages
 */
export async function createStage(
  answerWith: (heard: Heard) => unknown = () => ({ ok: true, answer: {} }),
  files: Record<string, string> = {},
): Promise<{
  url: string;
  heard: Heard[];
  show<V extends ViewName>(name: V, view: Views[V]): void;
  /** Cuts every page off and refuses it until `raise`. */
  drop(): void;
  raise(): void;
  close(): Promise<void>;
}> {
  const heard: Heard[] = [];
  const showing = new Map<ViewName, unknown>();
  let isUp = true;
  const http = createServer((request, response) => void handOut(request.url ?? '/', response, files));
  const io = new Server(http, { serveClient: false, allowRequest: (_request, decide) => decide(null, isUp), ...NEVER });
  io.on('connection', (socket) => {
    for (const [name, view] of showing) socket.emit(name, addressed(view, socket.id));
    socket.onAny(
      (name: MessageName, envelope: { commandId: string; input: unknown }, answer: (reply: unknown) => void) => {
        if (!messageRow(name)) return;
        const one = { name, commandId: envelope.commandId, input: envelope.input };
        // Comes by itself every few seconds, whatever is looked at.
        if (name === 'machine:health') return answer({ ok: true, answer: { at: Date.now() } });
        heard.push(one);
        if (name.startsWith('call:') || name === 'display:sound') return answer({ ok: true, answer: {} });
        const reply = answerWith(one);
        if (reply !== undefined) answer(reply);
      },
    );
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo; // listening on TCP, so it is not a pipe's name
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    show(name, view) {
      // The latest last, also for a page that comes in later: whether it stands at the door or inside is said by what came last.
      showing.delete(name);
      showing.set(name, view);
      for (const [id, socket] of io.sockets.sockets) socket.emit(name, addressed(view, id));
    },
    drop() {
      isUp = false;
      io.disconnectSockets(true);
    },
    raise() {
      isUp = true;
    },
    close: () => io.close(),
  };
}

/** A board names the display that speaks; on the stage that is each page that looks. */
function addressed(view: unknown, id: string): unknown {
  const { voice } = view as Partial<Views['view:board']>;
  return voice?.speaker === WHOEVER_LOOKS ? { ...(view as object), voice: { ...voice, speaker: id } } : view;
}

const PAGES: Record<string, string> = {
  '/': 'start/index.html',
  '/kiosk/': 'kiosk/page/index.html',
  '/counter/': 'counter/index.html',
  '/display/': 'display/index.html',
  '/manager/': 'manager/index.html',
  '/t/': 'phone/index.html',
};

async function handOut(url: string, response: import('node:http').ServerResponse, files: Record<string, string>) {
  const { pathname } = new URL(url, 'http://stage');
  const address = pathname.startsWith('/t/') ? '/t/' : pathname;
  const file = files[pathname] ?? join(DIST, normalize(PAGES[address] ?? address));
  try {
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(await readFile(file));
  } catch {
    // Only a test asks here; what is not built is not found.
    response.statusCode = 404;
    response.end();
  }
}

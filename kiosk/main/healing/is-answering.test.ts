import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { isAnswering } from './is-answering.ts';

const HOME = resolve(import.meta.dirname, '../../..');
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const ours = (page: string) => readFileSync(join(HOME, page));

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function at(answer: (response: ServerResponse) => void): Promise<URL> {
  server = createServer((_request, response) => answer(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port never has a path for an address.
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk/`);
}

it.each(['kiosk/page/index.html', 'display/index.html', 'counter/index.html'])(
  'knows %s for a page of the house',
  async (page) => {
    expect(await isAnswering(await at((response) => response.writeHead(200, HTML).end(ours(page))))).toBe(true);
  },
);

it.each<[string, (response: ServerResponse) => void]>([
  ['another program’s page', (to) => to.writeHead(200, HTML).end('<title>Router</title><p>Sign in')],
  ['a page that is ours, with the error of a proxy', (to) => to.writeHead(502, HTML).end(ours('display/index.html'))],
  ['a page that was not found', (to) => to.writeHead(404, HTML).end(ours('display/index.html'))],
  [
    'a word of our server’s that is no page',
    (to) => to.writeHead(200, { 'content-type': 'text/plain' }).end('<title>Lượt</title>'),
  ],
  ['nothing', (to) => to.writeHead(200, HTML).end()],
  ['the way to somewhere else', (to) => to.writeHead(302, { location: '/elsewhere' }).end()],
  ['half of an answer', (to) => to.writeHead(200, HTML).write('<title>Lượ', () => to.destroy())],
  ['no answer', (to) => to.destroy()],
])('takes %s for no page of the house', async (_name, answer) => {
  expect(await isAnswering(await at(answer))).toBe(false);
});

it('reads no more of an endless answer than a page could be', async () => {
  const page = await at((response) => {
    response.writeHead(200, HTML);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
      response.once('drain', more);
    };
    more();
  });
  expect(await isAnswering(page)).toBe(false);
});

it('takes a port at which nobody is for nobody', async () => {
  const page = await at(() => {});
  server?.close();
  await once(server as Server, 'close');
  expect(await isAnswering(page)).toBe(false);
});

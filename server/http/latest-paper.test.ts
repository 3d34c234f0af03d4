import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { PaperTray } from '#server/ports.ts';
import { get, ownAddress } from '#tests/hall/from-outside.ts';
import { createPageHandler } from './hand-out-pages.ts';

let close = () => {};
afterEach(() => close());

/** The pages of a house with these papers, on every address of this machine. */
async function openHouse(tray: PaperTray | null): Promise<number> {
  const own = ownAddress();
  const names = new Set(own === null ? [] : [own]);
  const server = createServer(
    createPageHandler({
      dist: import.meta.dirname,
      names,
      guide: null,
      information: { path: '', files: () => [] },
      tray,
      // Asked for nothing here.
      voice: {} as never,
    }),
  );
  close = () => server.close();
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  return (server.address() as AddressInfo).port; // listening on TCP, so it is not a pipe's name
}

const paper = Uint8Array.of(0x89, 0x50);
const latest = (port: number, name: string) => get(`http://${name}:${port}/latest-paper.png?7`);

it('the latest paper of a demonstration is shown on its own machine, and is never an old one', async () => {
  const { status, headers } = await latest(await openHouse({ count: () => 7, latest: () => paper }), 'localhost');
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'image/png', 'no-store']);
});

it('another machine does not get it: a slip has a number and a code', async () => {
  const port = await openHouse({ count: () => 7, latest: () => paper });
  expect((await latest(port, ownAddress() ?? 'evil.example')).status).toBe(403);
});

it('where there is no demonstration, or no paper yet, there is nothing', async () => {
  expect((await latest(await openHouse(null), 'localhost')).status).toBe(404);
  close();
  expect((await latest(await openHouse({ count: () => 0, latest: () => null }), 'localhost')).status).toBe(404);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_CLIP_BYTES, MOST_PACK_BYTES } from '#shared/domain/recording.ts';
import { get, ownAddress } from '#tests/hall/from-outside.ts';
import { createPageHandler } from './hand-out-pages.ts';

let port: number;
let changed: string[];
let close = () => {};
beforeEach(async () => {
  changed = [];
  const own = ownAddress();
  const change = (what: string) => async () => {
    changed.push(what);
    return null;
  };
  const recordings = { path: '/none', clips: () => [], keep: change('keep'), drop: change('drop') };
  const handler = createPageHandler({
    ...{ dist: import.meta.dirname, names: new Set(own === null ? [] : [own]), guide: null, tray: null },
    information: { path: '', files: () => [] },
    voice: {
      recordings: { ...recordings, takePack: change('import'), pack: async () => Buffer.from('{}') },
      mayRecord: ({ session, isLocal }) => session === 'the manager' && isLocal,
      fault: (cause) => changed.push(String(cause)),
    },
  });
  const server = createServer(handler);
  close = () => server.close();
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  port = (server.address() as AddressInfo).port; // listening on TCP, so it is not a pipe's name
});
afterEach(() => close());

type Asked = { path?: string; host?: string; headers?: Record<string, string | undefined>; method?: string };

async function ask({ path = 'keep?id=ba&says=ba', host = 'localhost', headers = {}, method = 'POST' }: Asked) {
  const ours = { 'x-luot-session': 'the manager', origin: `http://${host}:${port}`, 'content-length': '0' };
  const said = Object.fromEntries(Object.entries({ ...ours, ...headers }).filter(([, value]) => value !== undefined));
  const { status, body } = await get(`http://${host}:${port}/voice/office/${path}`, { method, headers: said });
  return [status, status === 200 ? JSON.parse(body).trouble : null];
}

describe('[B33] a change of the recordings', () => {
  it.each(['keep?id=ba&says=ba', 'drop?id=ba', 'import'])('is made for the manager: %s', async (path) => {
    expect(await ask({ path })).toEqual([200, null]);
    expect(changed).toEqual([path.split('?')[0]]);
  });

  it.each<[string, Asked, number]>([
    ['without a session', { headers: { 'x-luot-session': '' } }, 403],
    ['with another’s session', { headers: { 'x-luot-session': 'a clerk' } }, 403],
    ['by a form, which can add no header', { headers: { 'x-luot-session': undefined } }, 403],
    ['by no page', { headers: { origin: undefined } }, 403],
    ['by a page of another house', { headers: { origin: 'http://evil.example' } }, 403],
    ['by a page that hides where it is from', { headers: { origin: 'null' } }, 403],
    ['by a method of another kind', { method: 'PUT' }, 405],
    ['under a name that there is not', { path: 'rename' }, 405],
    ['after a page asked whether it may', { method: 'OPTIONS' }, 405],
  ])('is not made %s', async (_what, asked, status) => {
    expect((await ask(asked))[0]).toBe(status);
    expect(changed).toEqual([]);
  });

  it('is not made over plain HTTP from another machine', async () => {
    const host = ownAddress();
    if (host === null) return expect(host).toBeNull();
    expect((await ask({ host }))[0]).toBe(403);
    expect(changed).toEqual([]);
  });

  it.each([
    ['keep?id=ba&says=ba', MOST_CLIP_BYTES],
    ['import', MOST_PACK_BYTES],
  ])('is not read when it is larger than it may be: %s', async (path, most) => {
    // Said to be so long, and never sent: whoever waited for it would wait in vain.
    expect(await ask({ path, headers: { 'content-length': String(most + 1) } })).toEqual([200, 'too-large']);
    expect(changed).toEqual([]);
  });

  it('is stopped where more comes than was said', async () => {
    const answer = await fetch(`http://localhost:${port}/voice/office/drop?id=ba`, {
      // In pieces, so that nothing says beforehand how much it is.
      ...{ method: 'POST', body: new Blob(['more than nothing']).stream(), duplex: 'half' },
      headers: { 'x-luot-session': 'the manager', origin: `http://localhost:${port}` },
    });
    expect(await answer.json()).toEqual({ trouble: 'too-large' });
    expect(changed).toEqual([]);
  });
});

it.each(['', '..%2f..%2foffice.db', 'clip-ba-0000000000000000.wav', 'manifest.json.damaged-1', '%00'])(
  'nothing is handed out that is not in the list: %s',
  async (name) => {
    expect((await get(`http://localhost:${port}/voice/office/${name}`)).status).toBe(404);
  },
);

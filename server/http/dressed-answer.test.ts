import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { get, ownAddress } from '#tests/hall/from-outside.ts';
import { openTestHall, type TestHall } from '#tests/hall/test-hall.ts';

const DIST = resolve(import.meta.dirname, '../../dist');

let house: TestHall;
beforeAll(async () => {
  house = await openTestHall();
});
afterAll(() => house.close());

/** Each kind of answer that the server gives, with the status that shows that it is that kind. */
const ANSWERS: [string, string, number, Record<string, unknown>?][] = [
  ['a page', 'kiosk/', 200],
  ['a page of a phone', 't/some-code', 200],
  ['a page without its slash', 'kiosk', 308],
  ['the authority', 'luot-ca.crt', 200],
  ['nothing there', 'nothing', 404],
  ['a file that is not there', 'assets/nothing.js', 404],
  ['a foreign Host', 'kiosk/', 403, { headers: { host: 'evil.example' } }],
  ['a POST', '', 405, { method: 'POST' }],
  ['Socket.IO’s handshake', 'socket.io/?EIO=4&transport=polling', 200],
  ['Socket.IO’s refusal', 'socket.io/?EIO=4&transport=carrier-pigeon', 400],
  [
    'Socket.IO’s refusal of a foreign page',
    'socket.io/?EIO=4&transport=polling',
    403,
    { headers: { origin: 'https://evil.example' } },
  ],
];

/** What a browser is told with each of them. */
const told = async (url: string, options: Record<string, unknown> = {}) => {
  const { status, headers } = await get(url, { rejectUnauthorized: false, ...options });
  return {
    status,
    policy: String(headers['content-security-policy']),
    others: ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-opener-policy'].map(
      (name) => headers[name],
    ),
    secure: headers['strict-transport-security'],
  };
};
const DRESSED = {
  policy: expect.stringMatching(/^default-src 'self';(?!.*(unsafe|\*|data:|http:|https:)).*frame-ancestors 'none'$/),
  others: ['nosniff', 'DENY', 'no-referrer', 'same-origin'],
};

describe('every answer says what a browser may do with it', () => {
  it.each(ANSWERS)('%s', async (_what, path, status, options) => {
    expect(await told(house.url + path, options)).toEqual({ ...DRESSED, status, secure: undefined });
  });

  it.each(ANSWERS)('%s, over TLS, where it stays', async (_what, path, status, options) => {
    expect(await told(house.secureUrl + path, options)).toEqual({ ...DRESSED, status, secure: 'max-age=31536000' });
  });

  it('the way to TLS, for another machine in the open', async () => {
    const url = house.url.replace('localhost', ownAddress() ?? 'localhost');
    expect(await told(url)).toEqual({ ...DRESSED, status: 200, secure: undefined });
  });

  it('under the name localhost none is bound to TLS: the server’s own PC would never see its plain pages again', async () => {
    const url = house.secureUrl.replace('127.0.0.1', 'localhost');
    expect(await told(`${url}kiosk/`)).toEqual({ ...DRESSED, status: 200, secure: undefined });
  });
});

it('the built pages carry no map to their source, and no script or style but from files', () => {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const texts = files.filter((file) => /\.(js|css|html)$/.test(file));
  expect(texts.length).toBeGreaterThan(10);
  const mapped = texts.filter((file) => readFileSync(join(DIST, file), 'utf8').includes('sourceMappingURL'));
  expect(mapped).toEqual([]);
  const inline = texts
    .filter((file) => file.endsWith('.html'))
    .filter((file) =>
      /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/.test(readFileSync(join(DIST, file), 'utf8')),
    );
  expect(inline).toEqual([]);
});

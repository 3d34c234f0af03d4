import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { networkInterfaces } from 'node:os';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import { Client, joinManager, openTestHall, type TestHall } from './hall/test-hall.ts';

let house: TestHall;
let authority: string;

beforeAll(async () => {
  house = await openTestHall();
  authority = (await get(`${house.secureUrl}luot-ca.crt`, { rejectUnauthorized: false })).body;
});
afterAll(() => house.close());

type Got = { status: number; headers: Record<string, unknown>; body: string };

function get(url: string, options: Record<string, unknown> = {}): Promise<Got> {
  const request = url.startsWith('https') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** An address of this machine that is not loopback: from there it is another machine. */
function ownAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((cards) => cards ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}

function knock(url: string, options: Parameters<typeof io>[1]): Promise<string | null> {
  const socket = io(url, {
    reconnection: false,
    forceNew: true,
    transports: ['websocket'],
    rejectUnauthorized: false,
    ...options,
  });
  return new Promise((resolve) => {
    const settle = (word: string | null) => {
      socket.close();
      resolve(word);
    };
    socket.on('connect', () => settle(null));
    socket.on('connect_error', (error) => settle(error.message));
  });
}

const hello = (role: string) => ({ protocol: PROTOCOL_VERSION, role, counter: null });

describe('[A10] over TLS', () => {
  it('the certificate is trusted by whoever trusts the office’s authority, and by nobody else', async () => {
    expect((await get(`${house.secureUrl}nothing`, { ca: authority })).status).toBe(404);
    await expect(get(`${house.secureUrl}nothing`)).rejects.toThrow(/certificate/);
  });

  it('pages come with the usual headers, and stay on TLS', async () => {
    const { headers } = await get(`${house.secureUrl}nothing`, { ca: authority });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  it.each([
    ['a foreign Origin', { extraHeaders: { origin: 'https://evil.example' } }],
    ['our own Origin, but in the open', { extraHeaders: { origin: 'http://127.0.0.1' } }],
    ['a foreign Host', { extraHeaders: { host: 'evil.example' } }],
  ])('%s is refused at the handshake', async (_what, options) => {
    expect(await knock(house.secureUrl, { auth: hello('kiosk'), ...options })).toBe('websocket error');
  });

  it('the start page is for the server’s own PC', async () => {
    expect(await knock(house.secureUrl, { auth: hello('start') })).toBe('not-allowed');
  });
});

describe.skipIf(ownAddress() === null)('[A10] in the open, another machine', () => {
  const here = () => house.url.replace('localhost', ownAddress() ?? '');

  it('gets the authority with its fingerprint and the way to TLS', async () => {
    const page = await get(here());
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/([0-9A-F]{2}:){31}[0-9A-F]{2}/);
    expect(page.body).toContain('https://');
    expect((await get(`${here()}luot-ca.crt`)).body).toBe(authority);
  });

  it('is sent on from every page, and gets no file', async () => {
    const { status, headers } = await get(`${here()}kiosk/`);
    expect([status, String(headers.location)]).toEqual([308, expect.stringMatching(/^https:\/\/.*\/kiosk\/$/)]);
    expect((await get(`${here()}office.db`)).status).toBe(308);
  });

  it.each(['kiosk', 'counter', 'display', 'manager', 'start'])('may not be a %s', async (role) => {
    expect(await knock(here(), { auth: hello(role) })).toBe('not-allowed');
  });
});

describe('[A7] pairing over the network', () => {
  it('a TV shows a code, is let in, and is out within a second when it is revoked; its token is worth nothing then', async () => {
    const manager = await joinManager(house.url);
    const access = new Client(house.url, 'view:access', { role: 'manager', counter: null });
    const tv = await Client.join(house.secureUrl, 'view:door', 'display');
    expect(tv.view()).toMatchObject({ needs: 'pairing', code: expect.stringMatching(/^[A-Z3-9]{8}$/) });
    await access.until(({ knocking }) => knocking.some(({ code }) => code === tv.view().code));

    const paired = new Promise<string>((resolve) => tv.socket.once('device:paired', resolve));
    const code = tv.view().code ?? '';
    expect(await manager.send('device:pair', { code, role: 'display', counter: null, name: 'TV sảnh' })).toEqual({
      ok: true,
      answer: {},
    });
    const device = await paired;
    const board = new Client(house.secureUrl, 'view:board', { role: 'display', counter: null, device });
    await board.until(() => true);

    const { devices } = await access.until((view) => view.devices.some(({ isConnected }) => isConnected));
    const gone = new Promise((resolve) => board.socket.once('disconnect', resolve));
    await manager.send('device:revoke', { device: devices[0]?.id ?? '' });
    await gone;
    const replayed = new Client(house.secureUrl, 'view:door', { role: 'display', counter: null, device });
    expect(await replayed.until(() => true)).toMatchObject({ needs: 'pairing' });
    for (const client of [manager, access, tv, board, replayed]) client.close();
  });

  it('whoever stands at the door can do nothing and sees nothing of the hall', async () => {
    const stranger = await Client.join(house.secureUrl, 'view:door', 'counter', 1);
    expect(await stranger.send('counter:open', {})).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await stranger.send('manager:set-password', { password: 'một câu thật dài' })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    });
    expect(Object.keys(stranger.view()).sort()).toEqual([
      'at',
      'clerks',
      'code',
      'counter',
      'needs',
      'office',
      'timeZone',
    ]);
    stranger.close();
  });
});

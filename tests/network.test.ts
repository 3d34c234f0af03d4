import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority } from '#server/tls/certificates.ts';
import { get, hello, knock, ownAddress } from './hall/from-outside.ts';
import { Client, joinManager, openTestHall, type TestHall } from './hall/test-hall.ts';

let house: TestHall;
let authority: string;

beforeAll(async () => {
  house = await openTestHall();
  authority = (await get(`${house.secureUrl}luot-ca.crt`, { rejectUnauthorized: false })).body;
});
afterAll(() => house.close());

/** A handshake by polling, byte for byte: Socket.IO's own client would put its Host over ours. */
function poll(headers: Record<string, string>) {
  return get(`${house.secureUrl}socket.io/?EIO=4&transport=polling`, { rejectUnauthorized: false, headers });
}

describe('[A10] over TLS', () => {
  it('the certificate is trusted by whoever trusts the office’s authority, and by nobody else', async () => {
    expect((await get(`${house.secureUrl}nothing`, { ca: authority })).status).toBe(404);
    await expect(get(`${house.secureUrl}nothing`)).rejects.toThrow(/certificate/);
  });

  it('an impostor of the same name is not the authority: who trusts him is shown nothing and says nothing', async () => {
    const { certificate } = await makeAuthority(house.hall.setup.office.name.vi, Date.now());
    await expect(get(`${house.secureUrl}kiosk/`, { ca: certificate })).rejects.toThrow(/certificate/);
    const strict = { auth: hello('kiosk'), rejectUnauthorized: true };
    expect(await knock(house.secureUrl, { ...strict, ca: authority })).toBe(null);
    expect(await knock(house.secureUrl, { ...strict, ca: certificate })).toBe('websocket error');
    expect(await knock(house.secureUrl, strict)).toBe('websocket error');
  });

  const foreign = [
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['an Origin of nowhere', { origin: 'null' }],
    ['our own Origin, but in the open', { origin: 'http://127.0.0.1' }],
    ['our own name at another port', { origin: 'https://127.0.0.1:1' }],
    ['a foreign Host', { host: 'evil.example' }],
    ['a foreign Host that begins as ours', { host: '127.0.0.1.evil.example' }],
  ] as const;
  it.each(foreign)('%s is refused at the handshake, by WebSocket and by polling', async (_what, headers) => {
    expect(await knock(house.secureUrl, { auth: hello('kiosk'), extraHeaders: headers })).toBe('websocket error');
    expect((await poll(headers)).status).toBe(403);
  });

  it('our own Origin and Host are not', async () => {
    const origin = house.secureUrl.slice(0, -1);
    expect(await knock(house.secureUrl, { auth: hello('kiosk'), extraHeaders: { origin } })).toBe(null);
    expect((await poll({ origin })).status).toBe(200);
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

  it.each(['kiosk', 'counter', 'display', 'manager', 'start'] as const)('may not be a %s', async (role) => {
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

  it('a machine that was paired for a counter is told which, again and again; the server’s own PC keeps the choice', async () => {
    const manager = await joinManager(house.url);
    const knocking = await Client.join(house.secureUrl, 'view:door', 'counter');
    const paired = new Promise<string>((resolve) => knocking.socket.once('device:paired', resolve));
    const code = knocking.view().code ?? '';
    await manager.send('device:pair', { code, role: 'counter', counter: 2, name: 'Máy quầy 2' });
    const hello = { role: 'counter', counter: null, device: await paired } as const;
    const own = new Client(house.secureUrl, 'view:counters', hello);
    const free = await Client.join(house.url, 'view:counters', 'counter');
    expect([(await own.until(() => true)).mine, free.view().mine]).toEqual([2, null]);

    // Both hear of a change, each in its own picture.
    const clerk = await Client.join(house.url, 'view:counter', 'counter', 1);
    expect(await clerk.send('counter:open', {})).toMatchObject({ ok: true });
    const isOpen = ({ counters }: { counters: readonly { state: string }[] }) => counters[0]?.state === 'open';
    expect([(await own.until(isOpen)).mine, (await free.until(isOpen)).mine]).toEqual([2, null]);
    await clerk.send('counter:close', {});
    for (const client of [manager, knocking, own, free, clerk]) client.close();
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

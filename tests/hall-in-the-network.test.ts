import { once } from 'node:events';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import { afterEach, expect, it } from 'vitest';
import type { Lan } from '#server/network.ts';
import { hallKey } from '#shared/domain/hall-link.ts';
import { browse } from '#shared/finding/browse.ts';
import { freePort } from './hall/free-port.ts';
import { get } from './hall/from-outside.ts';
import { Client, openTestHall, type TestHall } from './hall/test-hall.ts';

const CARD = '127.0.0.1';
const open: TestHall[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function openHall(lan: Partial<Lan>, change: Parameters<typeof openTestHall>[0] = {}) {
  const house = await openTestHall(change, undefined, undefined, { lan });
  open.push(house);
  return house;
}

/** What the server shows of itself at the handshake. */
async function shown(house: TestHall): Promise<DetailedPeerCertificate> {
  const socket = connect({ port: Number(new URL(house.secureUrl).port), host: CARD, rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const certificate = socket.getPeerCertificate(true);
  socket.destroy();
  return certificate;
}

it('[A13] a hall announces itself with its name, its port and its authority, and says farewell', async () => {
  const where = { cards: () => [CARD], port: await freePort() };
  const house = await openHall({ where });
  const [heard] = await browse(where, { forMs: 20_000, until: (halls) => halls.length === 1 });
  const { issuerCertificate } = await shown(house);
  expect(heard).toEqual({
    office: house.hall.setup.office.name.vi,
    fingerprint: issuerCertificate.fingerprint256,
    httpsPort: Number(new URL(house.secureUrl).port),
    addresses: expect.arrayContaining([CARD]),
  });
  expect(hallKey(issuerCertificate.fingerprint256)).toMatch(/^(.{4}-){4}.{4}$/);
});

it('[A13] a hall that shall not be announced is not heard, and is reached by its address', async () => {
  const where = { cards: () => [CARD], port: await freePort() };
  const silent = await openHall({ where }, { announced: false });
  const loud = await openHall({ where });
  const portOf = ({ secureUrl }: TestHall) => Number(new URL(secureUrl).port);
  const isLoud = (halls: readonly { httpsPort: number }[]) => halls.some(({ httpsPort }) => httpsPort === portOf(loud));
  expect(isLoud(await browse(where, { forMs: 20_000, until: isLoud }))).toBe(true);
  const halls = await browse(where, { forMs: 1_500 });
  expect(halls.map(({ httpsPort }) => httpsPort)).not.toContain(portOf(silent));
  expect((await get(`${silent.secureUrl}nothing`, { rejectUnauthorized: false })).status).toBe(404);
});

it('[A13] an address that the server gets while it runs is let in, under a certificate of the same authority that names it', async () => {
  let names = ['localhost', CARD, 'may-chu'];
  const house = await openHall({ names: () => names });
  const authority = (await get(`${house.secureUrl}luot-ca.crt`, { rejectUnauthorized: false })).body;
  const there = `https://localhost:${new URL(house.secureUrl).port}/nothing`;
  const asNew = { ca: authority, servername: 'may-chu-moi', headers: { host: 'may-chu-moi' } };
  await expect(get(there, asNew)).rejects.toThrow(/altnames/);
  names = ['localhost', CARD, 'may-chu', 'may-chu-moi'];
  await house.hall.look();
  expect((await get(there, asNew)).status).toBe(404);
  const before = await shown(house);
  await house.hall.look();
  expect((await shown(house)).fingerprint256).toBe(before.fingerprint256);
});

it('[P7] a slip leads phones to the address that the server has now, also when it had none at its start', async () => {
  let names = ['localhost', CARD, 'may-chu'];
  const house = await openHall({ names: () => names });
  const kiosk = await Client.join(house.url, 'view:kiosk', 'kiosk');
  const [service = ''] = house.hall.setup.services.map(({ id }) => id);
  const take = () => kiosk.send('ticket:take', { services: [service], priority: 'regular' });
  expect(await take()).toMatchObject({ ok: true, answer: expect.not.objectContaining({ follow: expect.anything() }) });
  names = [...names, '203.0.113.7'];
  await house.hall.look();
  const { port } = new URL(house.url);
  const follow = expect.stringMatching(new RegExp(`^http://203\\.0\\.113\\.7:${port}/t/`));
  expect(await take()).toMatchObject({ ok: true, answer: { follow } });
  kiosk.close();
});

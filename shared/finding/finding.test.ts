import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '#tests/hall/free-port.ts';
import { type Announcer, announce } from './announce.ts';
import { type Announcement, asService, fromService } from './announcement.ts';
import { browse } from './browse.ts';

// Real multicast, on this machine's loopback card and at a port of the test's own: nothing of it leaves the machine.
const CARD = '127.0.0.1';
const OURS = fingerprint('A1');
const OTHERS = fingerprint('B2');
const HALL: Announcement = {
  office: 'Trung tâm Phục vụ hành chính công phường Tân Châu',
  fingerprint: OURS,
  httpsPort: 8443,
};
const LONG = 20_000;

const open: (Announcer | Socket)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

function fingerprint(byte: string): string {
  return Array.from({ length: 32 }, () => byte).join(':');
}

async function place() {
  return { cards: () => [CARD], port: await freePort() };
}

function speak(hall: Announcement, where: Parameters<typeof announce>[1]): Announcer {
  const announcer = announce(hall, where);
  open.push(announcer);
  return announcer;
}

describe('halls in the network', () => {
  it('are heard with their names, ports and authorities, also two of the same name', async () => {
    const where = await place();
    speak(HALL, where);
    speak({ ...HALL, fingerprint: OTHERS, httpsPort: 9443 }, where);
    const halls = await browse(where, { forMs: LONG, until: (heard) => heard.length === 2 });
    expect([...halls].sort((one, other) => one.httpsPort - other.httpsPort)).toMatchObject([
      { ...HALL, addresses: expect.arrayContaining([CARD]) },
      { ...HALL, fingerprint: OTHERS, httpsPort: 9443 },
    ]);
  });

  it('are heard among as many others as anybody cares to announce', async () => {
    const where = await place();
    for (let port = 1; port <= 60; port += 1) speak({ ...HALL, fingerprint: OTHERS, httpsPort: port }, where);
    speak(HALL, where);
    const isHeard = (halls: readonly Announcement[]) => halls.length > 0;
    expect(await browse(where, { forMs: LONG, only: OURS, until: isHeard })).toMatchObject([HALL]);
    const many = await browse(where, { forMs: LONG, until: (halls) => halls.length >= 50 });
    expect(many).toHaveLength(50);
  });

  it('are heard whichever began first', async () => {
    const where = await place();
    const listening = browse(where, { forMs: LONG, until: (heard) => heard.length === 1 });
    speak(HALL, where);
    expect(await listening).toMatchObject([HALL]);
  });

  it('are gone once they have said farewell', async () => {
    const where = await place();
    const announcer = speak(HALL, where);
    const stays = { ...HALL, fingerprint: OTHERS };
    speak(stays, where);
    let most = 0;
    const heardBoth = Promise.withResolvers<void>();
    const listening = browse(where, {
      forMs: LONG,
      until(heard) {
        most = Math.max(most, heard.length);
        if (most === 2) heardBoth.resolve();
        return most === 2 && heard.length === 1;
      },
    });
    await heardBoth.promise;
    await announcer.close();
    expect(await listening).toMatchObject([stays]);
  });

  it('are heard at the card that came later, as after a boot before the network', async () => {
    let cards: string[] = [];
    const where = { ...(await place()), cards: () => cards };
    const announcer = speak(HALL, where);
    cards = [CARD];
    announcer.look();
    expect(await browse(where, { forMs: LONG, until: (heard) => heard.length === 1 })).toMatchObject([HALL]);
  });
});

describe('a network in which nothing can be said', () => {
  it('is told and hurts nobody: another program has the port for itself', async () => {
    const port = await freePort();
    const rude = createSocket({ type: 'udp4', reuseAddr: false });
    open.push(rude);
    rude.bind(port, '0.0.0.0');
    await once(rude, 'listening');
    const where = { cards: () => [CARD], port };
    const told = new Promise((tell) => void open.push(announce(HALL, where, tell)));
    expect(await told).toMatchObject({ code: 'EADDRINUSE' });
    expect(await browse(where, { forMs: 100 })).toEqual([]);
  });

  it('is borne: a card that is none, no card at all', async () => {
    for (const cards of [['203.0.113.7'], ['no address'], []]) {
      const where = { cards: () => cards, port: await freePort() };
      speak(HALL, where);
      expect(await browse(where, { forMs: 100 })).toEqual([]);
    }
  });
});

describe('what is said', () => {
  it('keeps a long name within a record, without half a letter, and is understood', () => {
    const office = 'ỗ'.repeat(120);
    const service = asService({ ...HALL, office });
    expect(fromService(service)).toEqual({ ...HALL, office: 'ỗ'.repeat(66) });
    expect(Buffer.byteLength(service.name)).toBeLessThan(63);
  });

  const { txt } = asService(HALL);
  it.each([
    ['no text', { port: 8443 }],
    ['a port that is none', { port: 0, txt }],
    ['a newer form', { port: 8443, txt: { ...txt, form: '2' } }],
    ['a fingerprint that is none', { port: 8443, txt: { ...txt, authority: 'AB' } }],
    ['a name that is not text', { port: 8443, txt: { ...txt, office: undefined } }],
    ['a name with a line break', { port: 8443, txt: { ...txt, office: 'a\nb' } }],
  ])('is left alone when it has %s', (_what, service) => {
    expect(fromService(service)).toBe(null);
  });
});

import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, type KeyAndCertificate, makeAuthority, makeServerCertificate } from '#server/tls/certificates.ts';
import { hallKey, hallLink } from '#shared/domain/hall-link.ts';
import type { HeardHall } from '#shared/finding/browse.ts';
import { NoAnswer } from './call-server.ts';
import { meetHalls } from './meet-halls.ts';

const NOW = Date.now();
const DAY = 24 * 60 * 60 * 1000;
const OFFICE = 'Trung tâm phường Tân Châu';
const ADDRESS = '192.168.1.10';

let chain: X509Certificate[];
let others: X509Certificate[];
let pin: string;
let theirPin: string;

beforeAll(async () => {
  const make = async () => {
    const authority = await makeAuthority(OFFICE, NOW);
    const server = await makeServerCertificate(authority, ['localhost', ADDRESS, 'may-chu.local'], NOW);
    return [server, authority].map(({ certificate }: KeyAndCertificate) => new X509Certificate(certificate));
  };
  [chain, others] = await Promise.all([make(), make()]);
  pin = fingerprint(chain[1]?.toString() ?? '');
  theirPin = fingerprint(others[1]?.toString() ?? '');
});

type Network = Record<string, readonly X509Certificate[] | NoAnswer['why']>;

/** The first-run page's finder in a network where these are at these addresses. */
function inNetwork(network: Network, { heard = [] as HeardHall[], now = NOW, here = 0 } = {}) {
  const asked: string[] = [];
  const finder = meetHalls({
    listen: async () => heard,
    async chainOf({ host }) {
      asked.push(host);
      const there = network[host] ?? 'away';
      if (typeof there === 'string') throw new NoAnswer(there);
      return there;
    },
    isAnswering: async (page) => page.href === `http://localhost:${here}/kiosk/`,
    now: () => now,
  });
  return { ...finder, asked };
}

const met = (more = {}) => ({
  name: 'Trung tam phuong Tan Chau',
  server: `https://${ADDRESS}:8443`,
  fingerprint: pin,
  isProved: false,
  ...more,
});

describe('what was typed', () => {
  it('leads to the hall, with or without scheme and port', async () => {
    const { look } = inNetwork({ [`${ADDRESS}:8443`]: chain, [`${ADDRESS}:8080`]: 'no-tls' });
    for (const text of [ADDRESS, `${ADDRESS}:8443`, `https://${ADDRESS}:8443/kiosk/`]) {
      expect(await look(text)).toEqual(met());
    }
  });

  it('leads there also from the address that is good on the server’s own PC alone', async () => {
    const { look, asked } = inNetwork({ [`${ADDRESS}:8443`]: chain, [`${ADDRESS}:8080`]: 'no-tls' });
    expect(await look(`${ADDRESS}:8080`)).toEqual(met());
    expect(await look(`http://${ADDRESS}:8080/`)).toEqual(met());
    expect(asked).toEqual([`${ADDRESS}:8080`, `${ADDRESS}:8443`, `${ADDRESS}:8443`]);
  });

  it('proves the hall when the key came with it, and refuses another one at that address', async () => {
    const { look } = inNetwork({ [`${ADDRESS}:8443`]: chain });
    expect(await look(hallLink(`https://${ADDRESS}:8443`, pin))).toEqual(met({ isProved: true }));
    expect(await look(`${ADDRESS} ${pin}`)).toEqual(met({ isProved: true }));
    expect(await look(`${ADDRESS} ${hallKey(theirPin)}`)).toBe('another-authority');
  });

  it('means this very PC by its own name, over plain HTTP', async () => {
    const here = { name: 'Lượt', server: 'http://localhost:8080', fingerprint: null, isProved: true };
    expect(await inNetwork({}, { here: 8080 }).look('localhost')).toEqual(here);
    expect(await inNetwork({}, { here: 8080 }).look('http://127.0.0.1:8080/kiosk/')).toEqual(here);
    expect(await inNetwork({}, { here: 9090 }).look('localhost')).toBe('nobody-there');
  });

  it.each<[string, string, Network | (() => Network), number]>([
    ['not-an-address', 'máy chủ', {}, 0],
    ['nobody-there', ADDRESS, {}, 0],
    ['nobody-there', 'may-chu.local', { 'may-chu.local:8443': 'unknown-name' }, 0],
    ['not-a-hall', ADDRESS, { [`${ADDRESS}:8443`]: 'no-tls' }, 0],
    ['not-a-hall', ADDRESS, () => ({ [`${ADDRESS}:8443`]: chain.slice(0, 1) }), 0],
    ['other-name', '192.168.1.11', () => ({ '192.168.1.11:8443': chain }), 0],
    ['wrong-clock', ADDRESS, () => ({ [`${ADDRESS}:8443`]: chain }), -30 * DAY],
  ])('is answered %s: %s', async (why, text, network, off) => {
    const there = typeof network === 'function' ? network() : network;
    expect(await inNetwork(there, { now: NOW + off }).look(text)).toBe(why);
  });
});

describe('halls that announce themselves', () => {
  const heard = (parts: Partial<HeardHall> = {}): HeardHall => ({
    ...{ office: OFFICE, fingerprint: pin, httpsPort: 8443, addresses: ['10.0.2.2', ADDRESS] },
    ...parts,
  });

  it('are listed by their full names, at the address where they really are', async () => {
    const { halls, look } = inNetwork({ [`${ADDRESS}:8443`]: chain }, { heard: [heard()] });
    expect(await halls()).toEqual([met({ name: OFFICE })]);
    // And are known by that name from then on.
    expect(await look(ADDRESS)).toEqual(met({ name: OFFICE }));
  });

  it('are not listed when somebody else is there: what is announced is anybody’s word', async () => {
    expect(await inNetwork({ [`${ADDRESS}:8443`]: others }, { heard: [heard()] }).halls()).toEqual([]);
    expect(await inNetwork({}, { heard: [heard()] }).halls()).toEqual([]);
  });

  it('are two where two have the same name, each with its own key', async () => {
    const second = heard({ fingerprint: theirPin, httpsPort: 9443 });
    const network = { [`${ADDRESS}:8443`]: chain, [`${ADDRESS}:9443`]: others };
    const found = await inNetwork(network, { heard: [heard(), second] }).halls();
    expect(found.map((hall) => [hall.name, hall.fingerprint])).toEqual([
      [OFFICE, pin],
      [OFFICE, theirPin],
    ]);
  });
});

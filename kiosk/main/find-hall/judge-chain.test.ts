import { X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, createServer as createPlainServer, type Server as PlainServer } from 'node:net';
import type { Certificate } from 'electron';
import forge from 'node-forge';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, type KeyAndCertificate, makeAuthority, makeServerCertificate } from '#server/tls/certificates.ts';
import { NoAnswer, shakeHands } from './call-server.ts';
import { judgeChain, officeAuthority } from './judge-chain.ts';
import { knock } from './knock.ts';
import { pinSession } from './pin-session.ts';

// Real certificates, made as the server makes them, and real handshakes.
const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.now();
const OFFICE = 'Trung tâm phường Tân Châu';
const NAMES = ['localhost', 'may-chu.local', '127.0.0.1', '192.168.1.10'];

let ours: KeyAndCertificate;
let theirs: KeyAndCertificate;
let ourServer: KeyAndCertificate;
let theirServer: KeyAndCertificate;
let pin: string;
const open: (Server | PlainServer)[] = [];

beforeAll(async () => {
  [ours, theirs] = await Promise.all([makeAuthority(OFFICE, NOW), makeAuthority(OFFICE, NOW)]);
  [ourServer, theirServer] = await Promise.all([
    makeServerCertificate(ours, NAMES, NOW),
    makeServerCertificate(theirs, NAMES, NOW),
  ]);
  pin = fingerprint(ours.certificate);
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function chain(...parts: KeyAndCertificate[]): X509Certificate[] {
  return parts.map(({ certificate }) => new X509Certificate(certificate));
}

function judge(parts: KeyAndCertificate[], { host = '192.168.1.10', now = NOW } = {}) {
  return judgeChain({ chain: chain(...parts), host, now }, pin);
}

/** A server's certificate of our authority, changed in one thing. */
function oddServer(change: (certificate: forge.pki.Certificate) => void): KeyAndCertificate {
  const certificate = forge.pki.certificateFromPem(ourServer.certificate);
  change(certificate);
  certificate.sign(forge.pki.privateKeyFromPem(ours.key), forge.md.sha256.create());
  return { key: ourServer.key, certificate: forge.pki.certificateToPem(certificate) };
}

/** A server that shows these certificates and gives out one page. @returns its address */
async function serve(key: string, cert: string, status = 200, type = 'text/html; charset=utf-8'): Promise<URL> {
  const server = createServer({ key, cert }, (_request, response) => {
    said.push(_request.url ?? '');
    response.writeHead(status, { 'content-type': type }).end('<!doctype html>');
  });
  open.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/kiosk/`);
}
/** What was asked of any of them. */
const said: string[] = [];

describe('[A14] who a server is', () => {
  it('ours, under every name and address it was made for', () => {
    for (const host of NAMES) expect(judge([ourServer, ours], { host })).toBe('ours');
  });

  it('a stranger: of another authority of the same name, with its own or with ours laid beside it', () => {
    expect(judge([theirServer, theirs])).toBe('stranger');
    expect(judge([theirServer, ours])).toBe('stranger');
    expect(judge([theirServer, theirs, ours])).toBe('stranger');
  });

  it('a stranger: without the authority, with nothing, with the authority alone', () => {
    expect([judge([ourServer]), judge([]), judge([ours])]).toEqual(['stranger', 'stranger', 'stranger']);
  });

  it('a stranger: what our server signed itself, as if it were an authority', async () => {
    expect(judge([await makeServerCertificate(ourServer, NAMES, NOW), ourServer, ours])).toBe('stranger');
  });

  it('a stranger: ours in every word, signed by another key', () => {
    const forged = forge.pki.certificateFromPem(ourServer.certificate);
    forged.sign(forge.pki.privateKeyFromPem(theirs.key), forge.md.sha256.create());
    const certificate = forge.pki.certificateToPem(forged);
    expect(judge([{ key: '', certificate }, ours])).toBe('stranger');
  });

  it('a stranger: of our authority, but made to sign, or for no server', () => {
    const signing = [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true },
    ];
    const signs = oddServer((one) =>
      one.setExtensions([...signing, ...extensions(one, 'basicConstraints', 'keyUsage')]),
    );
    expect(judge([signs, ours])).toBe('stranger');
    const client = oddServer((one) =>
      one.setExtensions([{ name: 'extKeyUsage', clientAuth: true }, ...extensions(one, 'extKeyUsage')]),
    );
    expect(judge([client, ours])).toBe('stranger');
  });

  it.each(['192.168.1.11', 'localhost.evil.example', 'may-chu', 'Luot'])('made for another name: %s', (host) => {
    expect(judge([ourServer, ours], { host })).toBe('other-name');
  });

  it('too early or too late, by the clock of this PC', () => {
    expect(judge([ourServer, ours], { now: NOW - 3 * DAY })).toBe('out-of-date');
    expect(judge([ourServer, ours], { now: NOW + 400 * DAY })).toBe('out-of-date');
    expect(judge([ourServer, ours], { now: NOW + 390 * DAY })).toBe('ours');
  });
});

function extensions(certificate: forge.pki.Certificate, ...without: string[]) {
  return (certificate.extensions as { name: string }[]).filter(({ name }) => !without.includes(name));
}

describe('the first meeting', () => {
  it('names the authority that the server shows, and its office', () => {
    const met = { fingerprint: pin, office: 'Trung tam phuong Tan Chau' };
    expect(officeAuthority(chain(ourServer, ours))).toEqual(met);
    expect(officeAuthority(chain(ourServer, theirs, ours))).toMatchObject({ office: met.office });
  });

  it('names none where there is none of an office', async () => {
    expect(officeAuthority([])).toBe(null);
    expect(officeAuthority(chain(ourServer))).toBe(null);
    expect(officeAuthority(chain(ours))).toBe(null);
    const shop = oddServer((one) => one.setSubject([{ name: 'commonName', value: 'Shop' }]));
    expect(officeAuthority(chain(shop))).toBe(null);
  });
});

describe('[A14] a knock at a door', () => {
  const needs = () => ({ fingerprint: pin, now: () => NOW });
  const whole = (server: KeyAndCertificate, authority: KeyAndCertificate) =>
    `${server.certificate}${authority.certificate}`;

  it('opens where our hall gives out the page', async () => {
    expect(await knock(await serve(ourServer.key, whole(ourServer, ours)), needs())).toBe('open');
  });

  it('says nothing to an impostor at the same address', async () => {
    const page = await serve(theirServer.key, whole(theirServer, theirs));
    const before = said.length;
    expect(await knock(page, needs())).toBe('stranger');
    expect(said.length).toBe(before);
  });

  it('says nothing to whoever shows our certificates without our key', async () => {
    // He cannot finish the handshake: OpenSSL will not even load the pair, so that it is his own that he has to show.
    await expect(serve(theirServer.key, whole(ourServer, ours))).rejects.toThrow(/key values mismatch/);
    expect(await knock(await serve(theirServer.key, whole(theirServer, ours)), needs())).toBe('stranger');
  });

  it.each([
    ['an error', 502, 'text/html'],
    ['a page that is not there', 404, 'text/html'],
    ['something else', 200, 'application/json'],
  ])('finds nobody where our hall gives out %s', async (_what, status, type) => {
    expect(await knock(await serve(ourServer.key, whole(ourServer, ours), status, type), needs())).toBe('away');
  });

  it('finds nobody where nobody is, nor where somebody speaks another language', async () => {
    const plain = createPlainServer((socket) => void socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    open.push(plain);
    await new Promise<void>((resolve) => void plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const page = new URL(`https://127.0.0.1:${port}/kiosk/`);
    expect(await knock(page, needs())).toBe('away');
    await expect(shakeHands(page)).rejects.toMatchObject({ why: 'no-tls' });
    await new Promise((resolve) => plain.close(resolve));
    expect(await knock(page, needs())).toBe('away');
    await expect(shakeHands(page)).rejects.toMatchObject({ why: 'away' });
    await expect(shakeHands(new URL('https://no-such-name.invalid/'))).rejects.toBeInstanceOf(NoAnswer);
  });
});

it('[A14] whoever answers a byte at a time is away: he keeps nobody from looking elsewhere', async () => {
  const slow = createPlainServer((socket) => {
    // The head of a long TLS record, and then its bytes, one by one.
    socket.resume().write(Buffer.from([0x16, 0x03, 0x03, 0x3f, 0xff]));
    const drip = setInterval(() => socket.write(Buffer.from([0x02])), 50);
    socket.on('error', () => {}).on('close', () => clearInterval(drip));
  });
  open.push(slow);
  await new Promise<void>((resolve) => void slow.listen(0, '127.0.0.1', resolve));
  const { port } = slow.address() as AddressInfo;
  expect(await knock(new URL(`https://127.0.0.1:${port}/kiosk/`), { fingerprint: pin, now: () => NOW })).toBe('away');
});

describe('[A14] what the shell’s Chromium is told', () => {
  /** As Electron hands it in: each certificate as PEM, with its issuer behind it. */
  function asElectron(parts: KeyAndCertificate[]): Certificate {
    const [first, ...rest] = parts;
    // As much of Electron's certificate as is looked at.
    return { data: first?.certificate, ...(rest.length > 0 && { issuerCert: asElectron(rest) }) } as Certificate;
  }

  function told(pinned: string | null, certificate: Certificate, hostname = '192.168.1.10'): number | undefined {
    let answered: number | undefined;
    type Verify = (request: { hostname: string; certificate: Certificate }, answer: (code: number) => void) => void;
    const setCertificateVerifyProc = (verify: unknown) =>
      (verify as Verify)({ hostname, certificate }, (code) => {
        answered = code;
      });
    pinSession({ setCertificateVerifyProc }, () => pinned);
    return answered;
  }

  it('to take our hall, and nobody else', () => {
    expect(told(pin, asElectron([ourServer, ours]))).toBe(0);
    expect(told(pin, asElectron([theirServer, theirs]))).toBe(-2);
    expect(told(pin, asElectron([ourServer, ours]), '192.168.1.11')).toBe(-2);
    expect(told(pin, asElectron([ourServer]))).toBe(-2);
  });

  it('to take nobody where this PC belongs to no hall, or what is shown cannot be read', () => {
    expect(told(null, asElectron([ourServer, ours]))).toBe(-2);
    expect(told(pin, { data: 'no certificate' } as Certificate)).toBe(-2);
  });
});

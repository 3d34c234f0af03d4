import { createHash, generateKeyPair, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser/browser.ts';
import { get, ownAddress, replay } from './hall/from-outside.ts';
import { lastHandshake, type Machine, openMachine } from './morning/machine.ts';
import { type NewOffice, openNewOffice } from './morning/new-office.ts';
import { beginWork, callNext, nameClerk, pair, revoke, setPassword, takeNumber } from './morning/people.ts';
import { keyUnder, launchTrusting } from './morning/trust.ts';

// The first morning of an office, as a stranger lives it: one server, five machines, and only what their screens say. Each step
// stands on the one before.

const PASSWORD = 'mặt trời mọc ở đằng đông';
const HOA = { name: 'Nguyễn Thị Hoa', pin: '402917' };
const DUC = { name: 'Trần Văn Đức', pin: '583126' };

let office: NewOffice;
/** On the server's own PC. */
let atServer: Browser;
/** On the other machines, which trust the office's authority. */
let elsewhere: Browser;
let manager: Machine;
let machines: Record<'kiosk' | 'tv' | 'one' | 'two', Machine>;
/** Every secret that was in somebody's hands this morning, by what it is. */
const secrets = new Map<string, string>([
  ['the password', PASSWORD],
  ['the PIN of Hoa', HOA.pin],
  ['the PIN of Đức', DUC.pin],
]);

beforeAll(async () => {
  office = await openNewOffice();
  atServer = await launchBrowser();
});
afterAll(async () => {
  await elsewhere?.close();
  await atServer?.close();
  await office?.close();
});

describe('the morning of a new office', { timeout: 120_000 }, () => {
  it('[A6] begins on the server’s own PC: there is no password until the manager sets one, and then there are clerks', async () => {
    manager = await openMachine(atServer, office.url, 'desk');
    await setPassword(manager, PASSWORD);
    for (const { name, pin } of [HOA, DUC]) await nameClerk(manager, name, pin);
    expect(manager.faults).toEqual([]);
  });

  it('[A10] another machine gets the office’s authority in the open, finds the manager’s fingerprint on it, and the server under it', async () => {
    const authority = (await get(`${office.openUrl}luot-ca.crt`)).body;
    const shown = await manager.page.locator('.fingerprint').textContent();
    const bare = (text: string) => text.replace(/[^0-9A-F]/g, '');
    expect(bare(new X509Certificate(authority).fingerprint256)).toBe(bare(shown ?? ''));
    elsewhere = await launchTrusting(await keyUnder(authority, office.secureUrl));
  });

  it('[A7] two counters, a kiosk and a TV show a code each, and come in by themselves when the manager has read it', async () => {
    const open = (path: string, screen: Parameters<typeof openMachine>[2]) =>
      openMachine(elsewhere, office.secureUrl + path, screen);
    machines = {
      kiosk: await open('kiosk/', 'kioskPortrait'),
      tv: await open('display/', 'tv'),
      one: await open('counter/?counter=1', 'desk'),
      two: await open('counter/?counter=2', 'desk'),
    };
    const { kiosk, tv, one, two } = machines;
    const codes = [
      await pair(manager, kiosk, 'Máy lấy số sảnh'),
      await pair(manager, tv, 'TV sảnh'),
      await pair(manager, one, 'Máy quầy một'),
      await pair(manager, two, 'Máy quầy hai'),
    ];
    for (const code of codes) expect(code).toMatch(/^[A-Z3-9]{8}$/);
    expect(new Set(codes).size).toBe(4);
    await kiosk.page.getByText('Ông/bà cần làm việc gì?').waitFor();
    await tv.page.locator('.board').waitFor();
    for (const [name, machine] of Object.entries(machines)) {
      const token = await machine.page.evaluate(() => localStorage.getItem('luot-device'));
      secrets.set(`the token of ${name}`, token ?? '');
    }
  });

  it('[A8] the clerks sign in with their PINs and open their counters', async () => {
    await beginWork(machines.one, HOA.name, HOA.pin);
    await beginWork(machines.two, DUC.name, DUC.pin);
    await manager.page.getByText('đang ở quầy 2').waitFor();
    for (const name of ['one', 'two'] as const) {
      secrets.set(`the session at ${name}`, String(lastHandshake(machines[name]).session));
    }
  });

  it('[Q1] ten numbers are taken by touch and called with the space bar, who came first first, and the TV shows every call', async () => {
    const { kiosk, tv, one, two } = machines;
    const taken: string[] = [];
    const called: string[] = [];
    while (called.length < 10) {
      const number = taken.length < 10 ? await takeNumber(kiosk, /Đất đai/) : null;
      if (number) taken.push(number);
      // The first five before anybody is called: there is a line to keep the order of.
      if (taken.length < 5 || called.length === taken.length) continue;
      const counter = called.length % 2 === 0 ? one : two;
      called.push(await callNext(counter));
      await tv.page.locator('.call-row', { hasText: called.at(-1) ?? '' }).waitFor();
    }
    expect(taken).toEqual(Array.from({ length: 10 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`));
    expect(called).toEqual(taken);
    const rows = tv.page.locator('.call-row');
    const shown = await rows.evaluateAll((nodes) =>
      nodes.map((node) => [...node.querySelectorAll('span')].map((part) => part.textContent)),
    );
    // Six rows as a rule, more while more are being called; each as it was called, the newest first.
    expect(shown.length).toBeGreaterThanOrEqual(6);
    const newestFirst = called.map((number, index) => [number, index % 2 === 0 ? '1' : '2']).reverse();
    expect(shown).toEqual(newestFirst.slice(0, shown.length));
    for (const { faults } of [manager, ...Object.values(machines)]) expect(faults).toEqual([]);
  });

  it('[A7] a machine is out when the manager removes it: it asks to be paired anew, and its handshake opens nothing, from wherever it is replayed', async () => {
    const { kiosk } = machines;
    const recorded = lastHandshake(kiosk);
    expect(await replay(office.secureUrl, recorded)).toBe('view:kiosk');
    await revoke(manager, 'Máy lấy số sảnh');
    await kiosk.page.locator('.pairing-code').waitFor();
    expect(await kiosk.page.getByRole('button', { name: /Đất đai/ }).count()).toBe(0);
    for (const url of fromHereAndThere()) {
      expect(await replay(url, recorded)).toBe('at the door: pairing');
      expect(await replay(url, recorded, 'polling')).toBe('at the door: pairing');
    }
  });

  it('[A8] who has signed out is out: the handshake of that session opens nothing, also on that very machine', async () => {
    const { two } = machines;
    const recorded = lastHandshake(two);
    expect(await replay(office.secureUrl, recorded)).toBe('view:counter');
    await two.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await two.page.getByRole('button', { name: DUC.name }).waitFor();
    for (const url of fromHereAndThere()) {
      expect(await replay(url, recorded)).toBe('at the door: clerk');
      expect(await replay(url, recorded, 'polling')).toBe('at the door: clerk');
    }
  });

  it('[A7] what was stolen from one machine makes no other one of its thief', async () => {
    const [one, two, tv] = [lastHandshake(machines.one), lastHandshake(machines.two), lastHandshake(machines.tv)];
    const boss = lastHandshake(manager);
    const { secureUrl } = office;
    expect(await replay(secureUrl, one)).toBe('view:counter');
    const stolen = {
      'at another counter': { ...one, counter: 2 },
      'as a kiosk': { ...one, role: 'kiosk', counter: null },
      'as a display': { ...one, role: 'display', counter: null },
      'as the manager': { ...one, role: 'manager', counter: null },
      'a TV’s as a counter': { ...tv, role: 'counter', counter: 1 },
      'a session without its machine': { ...one, device: null },
      'the manager’s session on no machine': { ...boss, device: null },
      'the manager’s session on a counter’s machine': { ...boss, device: one.device },
    };
    for (const [what, auth] of Object.entries(stolen)) {
      expect([what, await replay(secureUrl, auth)]).toEqual([what, 'at the door: pairing']);
    }
    expect(await replay(secureUrl, { ...two, session: one.session })).toBe('at the door: clerk');
    // In the open not even the right machine is heard: its token would have crossed the network to be read by all.
    if (ownAddress() !== null) expect(await replay(office.openUrl, one)).toBe('not-allowed');
  });

  it('[A10] a browser that trusts another authority is not taken in: it shows no page of this server', async () => {
    const { publicKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    const other = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64');
    const misled = await launchTrusting(other);
    const page = await misled.newPage();
    await expect(page.goto(office.secureUrl)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
    await misled.close();
  });

  // Windows goes by the rights of the folder.
  it.runIf(process.platform !== 'win32')(
    'what the server keeps is for its own user alone: keys, and the hashes of PINs',
    () => {
      const readable = keptFiles()
        // This one the test has put there.
        .filter((file) => file !== join(office.dataDir, 'office.json'))
        .filter((file) => (statSync(file).mode & 0o077) !== 0);
      expect(readable).toEqual([]);
    },
  );

  it('nothing secret of this morning stands in what the server said, nor readable in its folder', async () => {
    for (const [name, machine] of Object.entries(machines)) {
      for (const link of machine.links) secrets.set(`a slip’s code on ${name}`, link);
    }
    expect([...secrets.keys()]).toContain('a slip’s code on kiosk');
    for (const [what, secret] of secrets) if (/token|session/.test(what)) expect(secret).toMatch(/^[\w-]{43}$/);
    const kept = keptFiles().map((file) => readFileSync(file, 'latin1'));
    expect(kept.length).toBeGreaterThanOrEqual(5);
    expect(office.said()).toContain(office.url);
    // Bytes, one letter each: text is UTF-8 on disk, and a database is no text.
    const everything = [Buffer.from(office.said()).toString('latin1'), ...kept].join('\n');
    // A PIN is six digits that are not part of a longer number.
    const standsIn = (secret: string) => {
      const bytes = Buffer.from(secret).toString('latin1');
      return /^\d+$/.test(secret)
        ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(everything)
        : everything.includes(bytes);
    };
    expect([...secrets].filter(([, secret]) => standsIn(secret)).map(([what]) => what)).toEqual([]);
  });
});

/** The other machine's address, and another one. */
function fromHereAndThere(): string[] {
  const loopback = office.secureUrl.replace(/\/\/[^:]+/, '//127.0.0.1');
  return [...new Set([office.secureUrl, loopback])];
}

/** The files of the data folder; the lock, which Windows lets nobody read, holds nothing. */
function keptFiles(): string[] {
  return readdirSync(office.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.lock'))
    .map((entry) => join(entry.parentPath, entry.name));
}

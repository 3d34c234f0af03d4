import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Access } from '#server/access/access.ts';
import { openHall } from '#server/hall.ts';
import { createPhoneDesk } from '#server/phone/follow.ts';
import { openDataFolder } from '#server/settings/data-folder.ts';
import { openStore } from '#server/store/open-store.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { HOUR } from '#shared/domain/business-day.ts';
import { House } from '#tests/faults/house.ts';
import { joinKiosk } from '#tests/hall/test-hall.ts';
import { type KnownThen, pictureOfHall } from './known.ts';

const VERSIONS = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(VERSIONS)('a data folder of the version %s', (version) => {
  const known: KnownThen = JSON.parse(readFileSync(join(import.meta.dirname, version, 'known.json'), 'utf8'));

  it('[R5] is the same hall: the same people wait in the same order, the same calls and sums', () => {
    const { house, folder } = opened(version, known.at);
    const now = pictureOfHall(house.dispatcher.now(), folder.setup, known.at);
    // Later versions may show more, never less.
    expect(now).toMatchObject(known.picture);
    expect(Object.values(now.waiting).flat().length).toBeGreaterThan(10);
  });

  it('fits its chain from the first row, and gives the same table for reports', () => {
    const before = closedOf(rows(join(copyOf(version), 'office.db'), 'ticket'));
    const { store, folder } = opened(version, known.at);
    expect([store.isIntact, store.journal.brokenLink()]).toEqual([true, null]);
    expect(before.length).toBeGreaterThan(10);
    expect(rows(folder.databaseFile, 'closed_ticket')).toEqual(before);
    store.journal.rebuildProjection();
    expect(rows(folder.databaseFile, 'closed_ticket')).toEqual(before);
  });

  it('keeps every row of the journal as it was', () => {
    const before = rows(join(copyOf(version), 'office.db'), 'journal');
    const { folder } = opened(version, known.at);
    const after = rows(folder.databaseFile, 'journal');
    expect(before.length).toBeGreaterThan(100);
    expect(after).toMatchObject(before);
  });

  it('[R1] answers every press of before as it was answered then', () => {
    const { house } = opened(version, known.at);
    const replies = house.turn(known.answered.map(({ press }) => press));
    expect(replies).toEqual(known.answered.map(({ reply }) => reply));
    expect(house.dispatcher.now().seq).toBe(known.picture.seq);
  });

  it('goes on with the day: the next number follows, the next in line is called, the evening closes it', () => {
    const { house } = opened(version, known.at);
    const [first] = known.picture.waiting['dat-dai'] ?? [];
    const take = { name: 'ticket:take', input: { services: ['dat-dai'], priority: 'regular' }, counter: null } as const;
    const [taken] = house.turn([{ ...take, commandId: 'after-the-update-01' }]);
    expect(taken).toMatchObject({ answer: { number: `A0${(known.picture.lastNumbers.A ?? 0) + 1}` } });
    house.turn([{ commandId: 'after-the-update-02', name: 'counter:open', input: {}, counter: 2 }]);
    const next = { name: 'ticket:call-next', input: { expects: currentAt(house, 2) }, counter: 2 } as const;
    const [called] = house.turn([{ ...next, commandId: 'after-the-update-03' }]);
    expect(called).toMatchObject({ answer: { called: { number: first } } });
    house.at += 12 * HOUR;
    house.tick();
    expect(house.dispatcher.now()).toMatchObject({ dayState: 'closed', day: known.picture.day });
  });

  it('[A6] [A7] [A8] still knows its manager, its machines, its clerks and who is signed in', {
    timeout: 60_000,
  }, async () => {
    const { store } = opened(version, known.at);
    const effects = { showOut: () => undefined, handToken: () => false };
    const access = new Access({ store: store.access, ticks: () => 0, now: () => known.at, effects });
    const { password, clerk, pin, clerkSession, displayToken } = known.people;
    const arrival = { counter: null, device: null, session: null, isLocal: true, address: '192.168.1.20' };

    const far = { ...arrival, isLocal: false, role: 'display' } as const;
    expect(access.admit({ ...far, device: displayToken })).toMatchObject({ role: 'display' });
    expect(access.admit({ ...far, device: `${displayToken}x` })).toMatchObject({ role: 'door', needs: 'pairing' });

    const boss = access.admit({ ...arrival, role: 'manager' });
    if (typeof boss === 'string') throw new Error(boss);
    expect(boss).toMatchObject({ role: 'door', needs: 'password' });
    expect(await access.ask(boss, 'manager:sign-in', { password })).toEqual({ session: expect.any(String) });
    expect(await access.ask(boss, 'manager:sign-in', { password: 'another-password' })).toBe('wrong-password');

    const atCounter = { ...arrival, role: 'counter', counter: 1 } as const;
    expect(access.admit({ ...atCounter, session: clerkSession })).toMatchObject({ role: 'counter' });
    const stranger = access.admit(atCounter);
    if (typeof stranger === 'string') throw new Error(stranger);
    expect(await access.ask(stranger, 'clerk:sign-in', { clerk, pin, takeOver: true })).toEqual({
      session: expect.any(String),
    });
  });

  it('[P7] leads a phone from the slip that was printed then to its ticket', () => {
    const { store } = opened(version, known.at);
    const desk = createPhoneDesk({ key: store.phoneKey, clock: { now: () => known.at } });
    for (const entry of store.journal.readDay()) desk.learn(entry);
    const slips = Object.entries(known.slips);
    expect(slips.length).toBeGreaterThan(10);
    expect(slips.map(([, token]) => desk.follow(token)?.number)).toEqual(slips.map(([number]) => number));
  });

  it('is opened by the whole server, whose kiosk gives the next number', { timeout: 60_000 }, async () => {
    const dist = join(temporaryFolder(), 'dist');
    mkdirSync(dist);
    const hall = await openHall({
      ...{ dataDir: copyOf(version), dist, port: 0, lan: null, clock: { now: () => known.at }, log: () => undefined },
      giveUp: (cause) => {
        throw cause;
      },
    });
    onTestFinished(() => hall.close());
    const kiosk = await joinKiosk(hall.url);
    onTestFinished(() => kiosk.close());
    const reply = await kiosk.send('ticket:take', { services: ['the-chap'], priority: 'regular' });
    expect(reply).toMatchObject({ answer: { number: `T0${(known.picture.lastNumbers.T ?? 0) + 1}` } });
  });

  it('is refused, untouched, when a newer version has written it', () => {
    const path = copyOf(version);
    openStore(openDataFolder(path)).close();
    const db = new Database(join(path, 'office.db'));
    db.pragma(`user_version = ${Number(db.pragma('user_version', { simple: true })) + 1}`);
    db.close();
    const before = readFileSync(join(path, 'office.db'));
    expect(() => openStore(openDataFolder(path))).toThrow(/newer version/);
    expect(readFileSync(join(path, 'office.db')).equals(before)).toBe(true);
    expect(readdirSync(path).filter((name) => /wal|shm/.test(name))).toEqual([]);
  });
});

function copyOf(version: string): string {
  const path = temporaryFolder();
  cpSync(resolve(import.meta.dirname, version), path, { recursive: true });
  return path;
}

function opened(version: string, at: number) {
  const folder = openDataFolder(copyOf(version));
  const store = openStore(folder);
  onTestFinished(() => store.close());
  let ids = 0;
  return { folder, store, house: new House(store.journal, () => `made-after-update-${++ids}`, at) };
}

/** Rows of the table that every ticket was in, as they stand in the one that only those are in who have left. */
function closedOf(tickets: Record<string, unknown>[]) {
  return tickets.filter(({ state }) => state === 'closed').map(({ state: _, ...row }) => row);
}

function rows(file: string, table: 'journal' | 'ticket' | 'closed_ticket') {
  const db = new Database(file);
  const order = table === 'journal' ? 'seq' : 'id';
  const found = db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all() as Record<string, unknown>[]; // rows, by column
  db.close();
  return found;
}

function currentAt(house: House, counter: number): string | null {
  return house.dispatcher.now().counters.get(counter)?.current ?? null;
}

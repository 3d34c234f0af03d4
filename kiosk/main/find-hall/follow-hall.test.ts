import { describe, expect, it } from 'vitest';
import { createClock, settle } from '#kiosk/main/testing/hand-clock.ts';
import type { HeardHall } from '#shared/finding/browse.ts';
import { followHall, type Home, LOST_MS, SEARCH_PAUSE_MS, WATCH_MS } from './follow-hall.ts';
import type { Knock } from './knock.ts';

const PIN = 'AA:BB';
const OLD = 'https://192.168.1.10:8443';
const NEW = 'https://192.168.1.77:8443';
const PAGE = new URL('/display/', OLD);
const heardAt = (...addresses: string[]): HeardHall => ({
  ...{ office: 'Tân Châu', fingerprint: PIN, httpsPort: 8443, addresses },
});

/** A PC of that hall, in a network in which these are found at these addresses. */
function aMachine({ home = { server: OLD, fingerprint: PIN } as Home | null, heard = [heardAt('192.168.1.77')] } = {}) {
  const clock = createClock();
  const there: Record<string, Knock> = {};
  const tally = { knocks: [] as string[], searches: 0, moves: [] as string[] };
  const machine = { home, heard, there, clock, heardIn: Promise.resolve(), ...tally };
  const follower = followHall({
    home: () => machine.home,
    async knock(page, fingerprint) {
      machine.knocks.push(`${page.href} ${fingerprint}`);
      return there[page.origin] ?? 'away';
    },
    async listen() {
      machine.searches += 1;
      await machine.heardIn;
      return machine.heard;
    },
    // Somebody answers wherever he is asked in the open.
    isAnsweringHere: async () => true,
    moved(server) {
      machine.moves.push(server);
      machine.home = { server, fingerprint: PIN };
    },
    ticks: clock.ticks,
  });
  return Object.assign(machine, { follower, ask: (page = PAGE) => follower.isAnswering(page) });
}

/** Asks, lets the time pass after which a hall counts as lost, and asks again. */
async function lose(machine: ReturnType<typeof aMachine>) {
  await machine.ask();
  await machine.clock.pass(LOST_MS);
  await machine.ask();
  await settle();
}

describe('[A14] a PC that belongs to a hall', () => {
  it('asks its server for the page, and stays while it answers', async () => {
    const machine = aMachine();
    machine.there[OLD] = 'open';
    expect(await machine.ask()).toBe(true);
    await machine.clock.pass(10 * LOST_MS);
    expect(await machine.ask()).toBe(true);
    expect([machine.knocks[0], machine.searches]).toEqual([`${PAGE.href} ${PIN}`, 0]);
  });

  it('waits a while for a server that starts anew, before it looks elsewhere', async () => {
    const machine = aMachine();
    machine.there[NEW] = 'open';
    await machine.ask();
    await machine.clock.pass(LOST_MS - 1);
    await machine.ask();
    await settle();
    expect([machine.searches, machine.moves]).toEqual([0, []]);
    await machine.clock.pass(1);
    await machine.ask();
    await settle();
    expect([machine.searches, machine.moves]).toEqual([1, [NEW]]);
  });

  it('counts the time from the last answer, not from the first silence', async () => {
    const machine = aMachine();
    await machine.ask();
    machine.there[OLD] = 'open';
    await machine.clock.pass(LOST_MS);
    await machine.ask();
    delete machine.there[OLD];
    await machine.ask();
    await settle();
    expect(machine.searches).toBe(0);
  });

  it('goes to the first address at which its hall really is, for the page that it shows', async () => {
    const machine = aMachine({ heard: [heardAt('10.0.2.2', '192.168.1.66', '192.168.1.77')] });
    Object.assign(machine.there, { 'https://192.168.1.66:8443': 'stranger', [NEW]: 'open' });
    await lose(machine);
    expect(machine.moves).toEqual([NEW]);
    expect(machine.knocks.at(-1)).toBe(`${NEW}/display/ ${PIN}`);
  });

  it('does not even knock at a hall of another key, whatever its name', async () => {
    const machine = aMachine({ heard: [{ ...heardAt('192.168.1.77'), fingerprint: 'CC:DD' }] });
    machine.there[NEW] = 'open';
    await lose(machine);
    expect([machine.searches, machine.moves]).toEqual([1, []]);
    expect(machine.knocks.filter((knocked) => knocked.startsWith(NEW))).toEqual([]);
  });

  it('goes nowhere on the word of an announcement alone', async () => {
    const machine = aMachine();
    machine.there[NEW] = 'stranger';
    await lose(machine);
    expect([machine.searches, machine.moves]).toEqual([1, []]);
  });

  it('refuses an impostor at the same address, says so, and looks for the hall', async () => {
    const machine = aMachine();
    Object.assign(machine.there, { [OLD]: 'stranger', [NEW]: 'open' });
    expect(await machine.ask()).toBe(false);
    expect(machine.follower.matter()).toBe('stranger');
    await lose(machine);
    expect(machine.moves).toEqual([NEW]);
    machine.there[OLD] = 'away';
    await machine.ask();
    expect(machine.follower.matter()).toBe(null);
  });

  it('searches again after a pause, for ever, and one search at a time', async () => {
    const machine = aMachine({ heard: [] });
    await lose(machine);
    await machine.ask();
    await settle();
    expect(machine.searches).toBe(1);
    for (let round = 2; round < 100; round += 1) {
      await machine.clock.pass(SEARCH_PAUSE_MS);
      await Promise.all([machine.ask(), machine.ask()]);
      await settle();
      expect(machine.searches).toBe(round);
    }
  });

  it('stays where it was when the server came back while it was looked for', async () => {
    const machine = aMachine();
    const listening = Promise.withResolvers<void>();
    machine.heardIn = listening.promise;
    machine.there[NEW] = 'open';
    await lose(machine);
    machine.there[OLD] = 'open';
    await machine.ask();
    listening.resolve();
    await settle();
    expect(machine.searches).toBe(1);
    expect(machine.moves).toEqual([]);
  });

  it('notices a move while its page stands and nobody presses anything', async () => {
    const machine = aMachine();
    machine.there[OLD] = 'open';
    machine.follower.watch(machine.clock.later);
    await machine.clock.pass(WATCH_MS);
    expect(machine.knocks).toHaveLength(1);
    machine.there[OLD] = 'away';
    machine.there[NEW] = 'open';
    await machine.clock.pass(3 * WATCH_MS);
    expect(machine.moves).toEqual([NEW]);
  });
});

describe('plain HTTP', () => {
  it('is for the server on this very PC alone', async () => {
    const machine = aMachine({ home: null });
    expect(await machine.ask(new URL('http://localhost:8080/kiosk/'))).toBe(true);
    for (const page of ['http://192.168.1.10:8080/', 'http://localhost.evil.example:8080/', `${OLD}/kiosk/`]) {
      expect(await machine.ask(new URL(page))).toBe(false);
    }
    expect(machine.knocks).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/business-day.ts';
import { Access, type Arrival, type Who } from './access.ts';
import type { AccessStore, Clerk, Device, Session } from './ports.ts';
import { TryCounter } from './tries.ts';

const PASSWORD = 'một câu thật dài';

/** Keeps in memory what the office keeps on disk. */
function aStore(): AccessStore {
  const devices = new Map<string, Device>();
  const clerks = new Map<string, Clerk>();
  const sessions = new Map<string, Session>();
  let manager: string | null = null;
  return {
    devices: () => [...devices.values()],
    keepDevice: (one) => void devices.set(one.id, one),
    dropDevice: (id) => void devices.delete(id),
    clerks: () => [...clerks.values()],
    keepClerk: (one) => void clerks.set(one.id, one),
    dropClerk: (id) => void clerks.delete(id),
    sessions: () => [...sessions.values()],
    keepSession: (one) => void sessions.set(one.tokenHash, one),
    dropSession: (hash) => void sessions.delete(hash),
    managerHash: () => manager,
    keepManagerHash: (hash) => {
      manager = hash;
    },
    dropManagerHash: () => {
      manager = null;
    },
  };
}

/** A door with its time in the test's hands; `here` are the pages that are connected. */
function aDoor(store = aStore()) {
  const clock = { ticks: 0 };
  const here: Who[] = [];
  const handed = new Map<string, string>();
  const access = new Access({
    store,
    ticks: () => clock.ticks,
    now: () => 1_800_000_000_000,
    effects: {
      showOut(isMeant) {
        for (const who of here.filter(isMeant)) here.splice(here.indexOf(who), 1);
      },
      handToken(code, token) {
        if (!here.some((who) => who.code === code)) return false;
        handed.set(code, token);
        return true;
      },
    },
  });
  /** Comes in as a page would, and stays connected. */
  function come(arrival: Partial<Arrival>): Who {
    const who = access.admit({
      role: 'kiosk',
      counter: null,
      device: null,
      session: null,
      isLocal: true,
      address: '10.0.0.9',
      ...arrival,
    });
    if (typeof who === 'string') throw new Error(who);
    here.push(who);
    return who;
  }
  async function aManager(): Promise<Who> {
    const reply = await access.ask(come({ role: 'manager' }), 'manager:set-password', { password: PASSWORD });
    if (typeof reply === 'string') throw new Error(reply);
    return come({ role: 'manager', session: reply.session });
  }
  return { access, clock, here, handed, come, aManager, store };
}

describe('[A6] the first password', () => {
  it('is set on the server’s own PC, once', async () => {
    const door = aDoor();
    const first = door.come({ role: 'manager' });
    expect(first).toMatchObject({ role: 'door', needs: 'new-password' });
    const manager = await door.aManager();
    expect(manager.role).toBe('manager');
    expect(await door.access.ask(first, 'manager:set-password', { password: 'another long one' })).toBe('not-allowed');
    expect(door.come({ role: 'manager' })).toMatchObject({ role: 'door', needs: 'password' });
  });

  it('is not set from the network, and not short', async () => {
    const door = aDoor();
    expect(door.come({ role: 'manager', isLocal: false })).toMatchObject({ role: 'door', needs: 'pairing' });
    expect(await door.access.ask(door.come({ role: 'manager' }), 'manager:set-password', { password: 'short' })).toBe(
      'weak-password',
    );
  });
});

describe('[A7] a machine of the hall', () => {
  it('waits at the door with a code, is let in by the manager for one role, and is out at once when revoked', async () => {
    const door = aDoor();
    const manager = await door.aManager();
    const stranger = door.come({ role: 'display', isLocal: false });
    expect(stranger).toMatchObject({ role: 'door', needs: 'pairing', code: expect.stringMatching(/^[A-Z3-9]{8}$/) });
    const code = stranger.code ?? '';
    expect(
      await door.access.ask(manager, 'device:pair', { code, role: 'display', counter: null, name: 'TV sảnh' }),
    ).toEqual({});
    const device = door.handed.get(code) ?? '';
    const tv = door.come({ role: 'display', isLocal: false, device });
    expect(tv.role).toBe('display');
    expect(door.come({ role: 'kiosk', isLocal: false, device })).toMatchObject({ role: 'door', needs: 'pairing' });
    await door.access.ask(manager, 'device:revoke', { device: tv.place ?? '' });
    expect(door.here).not.toContain(tv);
    expect(door.come({ role: 'display', isLocal: false, device })).toMatchObject({ role: 'door', needs: 'pairing' });
  });

  it('paired for a counter is good for that counter alone', async () => {
    const door = aDoor();
    const manager = await door.aManager();
    const code = door.come({ role: 'counter', counter: 3, isLocal: false }).code ?? '';
    await door.access.ask(manager, 'device:pair', { code, role: 'counter', counter: 3, name: 'Quầy 3' });
    const device = door.handed.get(code) ?? '';
    expect(door.come({ role: 'counter', counter: 3, isLocal: false, device }).role).toBe('counter');
    expect(door.come({ role: 'counter', counter: 4, isLocal: false, device })).toMatchObject({
      role: 'door',
      needs: 'pairing',
    });
  });

  it('paired for a counter is known as that counter’s before its page names one; on the server’s PC there is a choice', async () => {
    const door = aDoor();
    const manager = await door.aManager();
    const code = door.come({ role: 'counter', isLocal: false }).code ?? '';
    await door.access.ask(manager, 'device:pair', { code, role: 'counter', counter: 3, name: 'Quầy 3' });
    const device = door.handed.get(code) ?? '';
    expect(door.come({ role: 'counter', isLocal: false, device })).toMatchObject({ role: 'counter', pairedFor: 3 });
    expect(door.come({ role: 'counter', device })).toMatchObject({ role: 'counter', pairedFor: null });
  });

  it('is not let in by a code that nobody shows', async () => {
    const door = aDoor();
    const manager = await door.aManager();
    const wrong = { code: 'AAAAAAAA', role: 'kiosk', counter: null, name: 'x' } as const;
    expect(await door.access.ask(manager, 'device:pair', wrong)).toBe('no-such-code');
    expect(door.store.devices()).toEqual([]);
  });
});

describe('[A8] clerks', () => {
  async function withClerk() {
    const door = aDoor();
    const manager = await door.aManager();
    const before = door.come({ role: 'counter', counter: 1 });
    await door.access.ask(manager, 'clerk:add', { name: 'Chị Hoa', pin: '246813' });
    const [clerk] = door.store.clerks();
    if (!clerk) throw new Error('no clerk');
    const signIn = async (counter: number, pin = '246813', takeOver = false) =>
      door.access.ask(door.come({ role: 'counter', counter }), 'clerk:sign-in', { clerk: clerk.id, pin, takeOver });
    return { ...door, manager, clerk, before, signIn };
  }

  it('have to sign in from the moment there is one; before that nobody has to', async () => {
    const door = await withClerk();
    expect(door.before.role).toBe('counter');
    expect(door.here).not.toContain(door.before);
    expect(door.come({ role: 'counter', counter: 1 })).toMatchObject({ role: 'door', needs: 'clerk' });
  });

  it('are in with their PIN, at that counter and on that machine', async () => {
    const door = await withClerk();
    const reply = await door.signIn(1);
    const session = typeof reply === 'string' ? null : reply.session;
    expect(door.come({ role: 'counter', counter: 1, session }).role).toBe('counter');
    expect(door.come({ role: 'counter', counter: 2, session })).toMatchObject({ role: 'door', needs: 'clerk' });
  });

  it('signed in elsewhere are asked before they are taken over', async () => {
    const door = await withClerk();
    const first = await door.signIn(1);
    const there = door.come({ role: 'counter', counter: 1, session: typeof first === 'string' ? null : first.session });
    expect(await door.signIn(2)).toBe('in-use-elsewhere');
    expect(door.here).toContain(there);
    expect(await door.signIn(2, '246813', true)).toMatchObject({ session: expect.any(String) });
    expect(door.here).not.toContain(there);
  });

  it('are out after half an hour without a press, and after twelve hours at most', async () => {
    const door = await withClerk();
    const reply = await door.signIn(1);
    const who = door.come({ role: 'counter', counter: 1, session: typeof reply === 'string' ? null : reply.session });
    door.clock.ticks += 29 * MINUTE;
    door.access.used(who);
    door.clock.ticks += 29 * MINUTE;
    expect(door.access.mayStay(who)).toBe(true);
    door.clock.ticks += 2 * MINUTE;
    expect(door.access.mayStay(who)).toBe(false);
    door.access.sweep();
    expect(door.here).not.toContain(who);
  });

  it('are out when their PIN is changed or they are taken off the list', async () => {
    const door = await withClerk();
    const reply = await door.signIn(1);
    const who = door.come({ role: 'counter', counter: 1, session: typeof reply === 'string' ? null : reply.session });
    await door.access.ask(door.manager, 'clerk:set-pin', { clerk: door.clerk.id, pin: '999111' });
    expect(door.here).not.toContain(who);
  });
});

describe('[A9] guessing', () => {
  it('ten thousand passwords and PINs: no hit, hardly any is even looked at, and nobody else has to wait', async () => {
    const door = aDoor();
    const manager = await door.aManager();
    await door.access.ask(manager, 'clerk:add', { name: 'Chị Hoa', pin: '246813' });
    const [clerk] = door.store.clerks();
    const attacker = door.come({ role: 'counter', counter: 9 });
    const said: Record<string, number> = {};
    for (let guess = 0; guess < 10_000; guess += 1) {
      const pin = String(guess).padStart(6, '0');
      const reply = await door.access.ask(attacker, 'clerk:sign-in', { clerk: clerk?.id ?? '', pin, takeOver: true });
      const word = typeof reply === 'string' ? reply : 'in';
      said[word] = (said[word] ?? 0) + 1;
      door.clock.ticks += 360; // ten thousand in an hour
    }
    expect(said).toEqual({ 'wrong-pin': expect.any(Number), 'wait-before-trying': expect.any(Number) });
    expect(said['wrong-pin']).toBeLessThan(15);
    // The same clerk from another machine, at the same time.
    const code = door.come({ role: 'counter', counter: 1, isLocal: false }).code ?? '';
    await door.access.ask(manager, 'device:pair', { code, role: 'counter', counter: 1, name: 'Quầy 1' });
    const elsewhere = door.come({ role: 'counter', counter: 1, isLocal: false, device: door.handed.get(code) ?? '' });
    const honest = { clerk: clerk?.id ?? '', pin: '246813', takeOver: false };
    expect(await door.access.ask(elsewhere, 'clerk:sign-in', honest)).toMatchObject({ session: expect.any(String) });
  });

  /** Ten thousand tries within an hour. @returns how often each word was said; `in` for a try that was let in */
  async function guesses(door: ReturnType<typeof aDoor>, guess: (nth: number) => Promise<object | string>) {
    const said: Record<string, number> = {};
    for (let nth = 0; nth < 10_000; nth += 1) {
      const reply = await guess(nth);
      const word = typeof reply === 'string' ? reply : 'in';
      said[word] = (said[word] ?? 0) + 1;
      door.clock.ticks += 360;
    }
    return said;
  }

  it('ten thousand manager’s passwords from a paired machine: no hit, hardly any is looked at, the others sign in meanwhile', async () => {
    const door = aDoor();
    const manager = await door.aManager();
    const code = door.come({ role: 'manager', isLocal: false }).code ?? '';
    await door.access.ask(manager, 'device:pair', { code, role: 'manager', counter: null, name: 'Phòng họp' });
    const attacker = door.come({ role: 'manager', isLocal: false, device: door.handed.get(code) ?? '' });
    expect(attacker.needs).toBe('password');
    const elsewhere: unknown[] = [];
    const said = await guesses(door, async (nth) => {
      if (nth % 2_500 === 0)
        elsewhere.push(
          await door.access.ask(door.come({ role: 'manager' }), 'manager:sign-in', { password: PASSWORD }),
        );
      return door.access.ask(attacker, 'manager:sign-in', { password: `một câu thật dài ${nth}` });
    });
    expect(said).toEqual({ 'wrong-password': expect.any(Number), 'wait-before-trying': expect.any(Number) });
    expect(said['wrong-password']).toBeLessThan(15);
    expect(elsewhere).toEqual(Array(4).fill({ session: expect.any(String) }));
  });

  it('ten thousand pairing codes from a manager’s page left open: no machine is let in, and another manager pairs one', async () => {
    const door = aDoor();
    const manager = await door.aManager();
    const tv = door.come({ role: 'display', isLocal: false });
    const code = door.come({ role: 'manager', isLocal: false }).code ?? '';
    await door.access.ask(manager, 'device:pair', { code, role: 'manager', counter: null, name: 'Phòng họp' });
    const elsewhere = door.come({ role: 'manager', isLocal: false, device: door.handed.get(code) ?? '' });
    const letters = 'ABCDEFGHKLMNPQRSTUVXY3456789';
    const said = await guesses(door, async (nth) => {
      const guess = Array.from({ length: 8 }, (_, at) => letters[Math.floor(nth / letters.length ** at) % 28]).join('');
      return door.access.ask(manager, 'device:pair', { code: guess, role: 'kiosk', counter: null, name: `Máy ${nth}` });
    });
    expect(said).toEqual({ 'no-such-code': expect.any(Number), 'wait-before-trying': expect.any(Number) });
    expect(said['no-such-code']).toBeLessThan(15);
    expect(door.store.devices()).toHaveLength(1);
    const honest = { code: tv.code ?? '', role: 'display', counter: null, name: 'TV sảnh' } as const;
    expect(await door.access.ask(elsewhere, 'device:pair', honest)).toEqual({});
  });

  it('ten thousand made-up clerks do not make the house forget how often a real one was tried', {
    timeout: 60_000,
  }, async () => {
    const door = aDoor();
    const manager = await door.aManager();
    await door.access.ask(manager, 'clerk:add', { name: 'Chị Hoa', pin: '246813' });
    const attacker = door.come({ role: 'counter', counter: 9 });
    const tryOne = (clerk: string) =>
      door.access.ask(attacker, 'clerk:sign-in', { clerk, pin: '000000', takeOver: false });
    const real = door.store.clerks()[0]?.id ?? '';
    for (let nth = 0; nth < 5; nth += 1) expect(await tryOne(real)).toBe('wrong-pin');
    const said: Record<string, number> = {};
    for (let nth = 0; nth <= 10_000; nth += 1) {
      const word = String(await tryOne(`made-up-${nth}`));
      said[word] = (said[word] ?? 0) + 1;
    }
    expect(said).toEqual({ 'wrong-pin': 5, 'wait-before-trying': 9_996 });
    expect(await tryOne(real)).toBe('wait-before-trying');
  });

  it('many tries at the same moment are all counted', () => {
    const tries = new TryCounter(() => 0);
    const looked = Array.from({ length: 100 }, () => tries.begin('x')).filter(Boolean);
    expect(looked).toHaveLength(5);
  });

  it('the waits grow from one minute to fifteen, and are forgotten after a quiet hour', () => {
    const clock = { at: 0 };
    const tries = new TryCounter(() => clock.at);
    for (let i = 0; i < 5; i += 1) tries.begin('x');
    const waits: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const from = clock.at;
      while (!tries.begin('x')) clock.at += MINUTE;
      waits.push((clock.at - from) / MINUTE);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
    clock.at += HOUR;
    expect(Array.from({ length: 4 }, () => tries.begin('x'))).toEqual([true, true, true, true]);
  });

  it('a token that was never given opens nothing', () => {
    const door = aDoor();
    for (let i = 0; i < 10_000; i += 1) {
      const who = door.access.admit({
        role: 'kiosk',
        counter: null,
        device: `guess-${i}`,
        session: `guess-${i}`,
        isLocal: false,
        address: '10.0.0.9',
      });
      expect(typeof who === 'string' ? who : who.role).toBe('door');
    }
  });
});

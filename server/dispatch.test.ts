import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '#core/decide.ts';
import type { CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { HOUR } from '#shared/domain/business-day.ts';
import { Dispatcher, type DispatcherParts } from './dispatch.ts';
import { type Journal, NO_HAND } from './ports.ts';
import { SqliteJournal } from './store/journal.ts';
import { openDatabase } from './store/open-database.ts';
import { MONDAY_EIGHT, sampleSetup } from './testing/sample-setup.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const LAND = { services: ['dat-dai'], priority: 'regular' } as const satisfies CommandInput<'ticket:take'>;

/** A house whose turns of the event loop, clock and disk are in the test's hands. */
function aHouse(change: Partial<DispatcherParts> = {}, file = join(temporaryFolder(), 'office.db')) {
  const turns: (() => void)[] = [];
  const told: string[] = [];
  const clock = { at: MONDAY_EIGHT };
  let ids = 0;
  const journal = change.journal ?? new SqliteJournal(openDatabase(file), Buffer.alloc(32, 1));
  const parts: DispatcherParts = {
    journal,
    clock: { now: () => clock.at },
    setup: sampleSetup(),
    decide,
    newId: () => `made-by-the-house-${++ids}-${clock.at}`,
    afterThisTurn: (work) => void turns.push(work),
    announce: {
      changed: () => void told.push('changed'),
      kept: (entry) => void told.push(`kept ${entry.command}`),
      fault: () => void told.push('fault'),
    },
    giveUp: (cause) => {
      throw new Error('gave up', { cause });
    },
    ...change,
  };
  const dispatcher = new Dispatcher(parts);
  const endTurn = () => {
    for (const work of turns.splice(0)) work();
  };
  let presses = 0;
  /** Presses without ending the turn; the reply is there after `endTurn`. */
  function press<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    who: { counter?: number; commandId?: string } = {},
  ) {
    const { counter = null, commandId = `press-number-${++presses}` } = who;
    const heard: { reply?: Reply } = {};
    const answer = (reply: Reply) => {
      told.push('answer');
      heard.reply = reply;
    };
    const role = counter === null ? 'kiosk' : 'counter';
    dispatcher.submit({ commandId, name, input, role, counter, hand: NO_HAND, answer });
    return heard;
  }
  return { dispatcher, press, endTurn, told, clock, journal, turns };
}

const called = (number: string) => ({ ok: true, answer: { called: { ticket: expect.any(String), number } } });

describe('a turn of the event loop', () => {
  it('[R4] gives two counters that press in the same instant one ticket each', () => {
    const house = aHouse();
    house.press('ticket:take', LAND);
    house.press('ticket:take', LAND);
    house.press('counter:open', {}, { counter: 1 });
    house.press('counter:open', {}, { counter: 2 });
    house.endTurn();
    const one = house.press('ticket:call-next', { expects: null }, { counter: 1 });
    const two = house.press('ticket:call-next', { expects: null }, { counter: 2 });
    house.endTurn();
    expect([one.reply, two.reply]).toEqual([called('A001'), called('A002')]);
  });

  it('[P1] answers, tells the pages once and prints only after everything of the turn is on disk', () => {
    const house = aHouse();
    house.press('ticket:take', LAND);
    house.press('ticket:take', LAND);
    expect(house.told).toEqual([]);
    house.endTurn();
    expect(house.told).toEqual([
      'answer',
      'answer',
      'changed',
      'kept day:open',
      'kept ticket:take',
      'kept ticket:take',
    ]);
  });

  it('is one transaction, however many pressed', () => {
    const real = new SqliteJournal(openDatabase(join(temporaryFolder(), 'office.db')), Buffer.alloc(32, 1));
    let transactions = 0;
    const journal = over(real, (work) => {
      transactions += 1;
      return real.transaction(work);
    });
    const house = aHouse({ journal });
    for (let i = 0; i < 50; i += 1) house.press('ticket:take', LAND);
    house.endTurn();
    expect(transactions).toBe(1);
  });
});

describe('a press that is said twice', () => {
  it('[R1] takes one ticket and gets the same answer, within a turn and later', () => {
    const house = aHouse();
    const first = house.press('ticket:take', LAND, { commandId: 'the-same-press-00' });
    const second = house.press('ticket:take', LAND, { commandId: 'the-same-press-00' });
    house.endTurn();
    const third = house.press('ticket:take', LAND, { commandId: 'the-same-press-00' });
    house.endTurn();
    expect(first.reply).toMatchObject({ ok: true, answer: { number: 'A001' } });
    expect(second.reply).toEqual(first.reply);
    expect(third.reply).toEqual(first.reply);
    expect(house.dispatcher.now().tickets.size).toBe(1);
  });

  it('[R1] gets the same answer also from a house that has been restarted', () => {
    const file = join(temporaryFolder(), 'office.db');
    const before = aHouse({}, file);
    const first = before.press('ticket:take', LAND, { commandId: 'the-same-press-00' });
    before.endTurn();
    const after = aHouse({}, file);
    const second = after.press('ticket:take', LAND, { commandId: 'the-same-press-00' });
    after.endTurn();
    expect(second.reply).toEqual(first.reply);
  });

  it('[R3] is refused again when it was refused, though it could be carried out by now', () => {
    const house = aHouse();
    house.press('counter:open', {}, { counter: 1 });
    const first = house.press('ticket:call-next', { expects: null }, { counter: 1, commandId: 'the-same-press-00' });
    house.endTurn();
    house.press('ticket:take', LAND);
    const second = house.press('ticket:call-next', { expects: null }, { counter: 1, commandId: 'the-same-press-00' });
    house.endTurn();
    expect([first.reply, second.reply]).toEqual([
      { ok: false, refusal: 'nobody-waiting' },
      { ok: false, refusal: 'nobody-waiting' },
    ]);
  });

  it('[R1] does not tell one counter what another was answered', () => {
    const house = aHouse();
    house.press('counter:open', {}, { counter: 1, commandId: 'the-same-press-00' });
    const other = house.press('counter:open', {}, { counter: 2, commandId: 'the-same-press-00' });
    house.endTurn();
    expect(other.reply).toEqual({ ok: false, refusal: 'command-id-reused' });
  });

  it('[R2] a double press, each with an id of its own, calls once: the second is on a stale picture', () => {
    const house = aHouse();
    house.press('ticket:take', LAND);
    house.press('ticket:take', LAND);
    house.press('counter:open', {}, { counter: 1 });
    house.endTurn();
    const first = house.press('ticket:call-next', { expects: null }, { counter: 1 });
    const second = house.press('ticket:call-next', { expects: null }, { counter: 1 });
    house.endTurn();
    expect([first.reply, second.reply]).toEqual([called('A001'), { ok: false, refusal: 'stale-picture' }]);
  });
});

describe('a disk that says no', () => {
  it('answers out-of-service when surely nothing was kept, forgets what it had begun, and goes on afterwards', () => {
    const real = new SqliteJournal(openDatabase(join(temporaryFolder(), 'office.db')), Buffer.alloc(32, 1));
    let isFull = false;
    const journal = over(real, (work) =>
      real.transaction(() => {
        const result = work();
        if (isFull) throw new Error('disk full');
        return result;
      }),
    );
    const house = aHouse({ journal });
    house.press('ticket:take', LAND);
    house.endTurn();
    isFull = true;
    const lost = house.press('ticket:take', LAND, { commandId: 'the-same-press-00' });
    house.endTurn();
    expect(lost.reply).toEqual({ ok: false, refusal: 'out-of-service' });
    expect(house.told).toContain('fault');
    expect(house.dispatcher.now().tickets.size).toBe(1);
    isFull = false;
    const again = house.press('ticket:take', LAND, { commandId: 'the-same-press-00' });
    house.endTurn();
    expect(again.reply).toMatchObject({ ok: true, answer: { number: 'A002' } });
  });

  it('[R7] says why nothing can be kept, tries the disk again by itself, and goes on when there is room', () => {
    const file = join(temporaryFolder(), 'office.db');
    const db = openDatabase(file);
    const house = aHouse({ journal: new SqliteJournal(db, Buffer.alloc(32, 1)) });
    const kept = house.press('ticket:take', LAND);
    house.endTurn();
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
    const refused: (Reply | undefined)[] = [];
    while (house.dispatcher.trouble() === null) {
      const press = house.press('ticket:take', LAND);
      house.endTurn();
      refused.push(press.reply);
    }
    expect(refused.at(-1)).toEqual({ ok: false, refusal: 'out-of-service' });
    expect(house.dispatcher.trouble()).toBe('disk-full');
    const issued = refused.length;
    expect(house.dispatcher.now().tickets.size).toBe(issued);

    house.dispatcher.tick();
    expect(house.dispatcher.trouble()).toBe('disk-full');
    db.pragma('max_page_count = 1000000');
    house.dispatcher.tick();
    expect(house.dispatcher.trouble()).toBeNull();
    const next = house.press('ticket:take', LAND);
    house.endTurn();
    expect(kept.reply).toMatchObject({ answer: { number: 'A001' } });
    expect(next.reply).toMatchObject({ answer: { number: `A${String(issued + 1).padStart(3, '0')}` } });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('[R7] says so too when the disk has become read-only', () => {
    const db = openDatabase(join(temporaryFolder(), 'office.db'));
    const house = aHouse({ journal: new SqliteJournal(db, Buffer.alloc(32, 1)) });
    db.pragma('query_only = ON');
    const press = house.press('ticket:take', LAND);
    house.endTurn();
    expect([press.reply, house.dispatcher.trouble()]).toEqual([
      { ok: false, refusal: 'out-of-service' },
      'disk-refused',
    ]);
    db.pragma('query_only = OFF');
    house.dispatcher.tick();
    expect(house.dispatcher.trouble()).toBeNull();
  });

  it('tells nobody anything and gives up when the result of the commit is unknown', () => {
    const real = new SqliteJournal(openDatabase(join(temporaryFolder(), 'office.db')), Buffer.alloc(32, 1));
    const journal = over(real, (work) => {
      real.transaction(work);
      throw new Error('SQLITE_IOERR_FSYNC');
    });
    const house = aHouse({ journal });
    const press = house.press('ticket:take', LAND);
    expect(() => house.endTurn()).toThrow('gave up');
    expect(press.reply).toBeUndefined();
    expect(house.told).toEqual([]);
  });

  it('a fault in one rule is a CommitFailed, not the end of the house', () => {
    const house = aHouse({
      decide: (office, setup, command) => {
        if (command.name === 'ticket:cancel') throw new TypeError('a bug');
        return decide(office, setup, command);
      },
    });
    const bad = house.press('ticket:cancel', { ticket: 'whatever1' });
    house.endTurn();
    const beside = house.press('ticket:take', LAND);
    const worse = house.press('ticket:cancel', { ticket: 'whatever1' });
    const good = house.press('ticket:take', LAND);
    house.endTurn();
    expect(beside.reply).toMatchObject({ ok: true, answer: { number: 'A001' } });
    expect(worse.reply).toEqual({ ok: false, refusal: 'out-of-service' });
    expect(bad.reply).toEqual({ ok: false, refusal: 'out-of-service' });
    expect(good.reply).toMatchObject({ ok: true });
    expect(house.dispatcher.trouble()).toBeNull();
  });
});

describe('the day', () => {
  it('[D1] is opened by whoever comes first, and the next one after midnight', () => {
    const house = aHouse();
    house.press('ticket:take', LAND);
    house.endTurn();
    house.clock.at += 24 * HOUR;
    const tuesday = house.press('ticket:take', LAND);
    house.endTurn();
    expect(tuesday.reply).toMatchObject({ ok: true, answer: { number: 'A001', ahead: 0 } });
    expect(house.dispatcher.now().day).toBe('2026-11-24');
  });

  it('[D2] is closed by the clock alone', () => {
    const house = aHouse();
    house.press('ticket:take', LAND);
    house.endTurn();
    house.clock.at = MONDAY_EIGHT + 9.5 * HOUR;
    house.dispatcher.tick();
    house.endTurn();
    expect(house.dispatcher.now()).toMatchObject({ day: '2026-11-23', dayState: 'closed' });
    expect(house.dispatcher.now().outcomes.get('dat-dai')?.expired).toBe(1);
  });

  it('[D5] a clock set back lets nobody overtake', () => {
    const house = aHouse();
    house.press('ticket:take', LAND);
    house.press('counter:open', {}, { counter: 1 });
    house.endTurn();
    house.clock.at -= 2 * HOUR;
    house.press('ticket:take', LAND);
    house.endTurn();
    const next = house.press('ticket:call-next', { expects: null }, { counter: 1 });
    house.endTurn();
    expect(next.reply).toEqual(called('A001'));
  });
});

/** A journal that is the real one but for its transactions. */
function over(real: SqliteJournal, transaction: <T>(work: () => T) => T): Journal {
  return {
    transaction,
    append: (entry) => real.append(entry),
    project: (day, entry, touched) => real.project(day, entry, touched),
    probe: (at) => real.probe(at),
    answered: (id) => real.answered(id),
    readDay: () => real.readDay(),
  };
}

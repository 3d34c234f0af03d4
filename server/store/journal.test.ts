import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '#core/decide.ts';
import { Dispatcher } from '#server/dispatch.ts';
import { CommitFailed, type NewEntry, NO_HAND } from '#server/ports.ts';
import { MONDAY_EIGHT, sampleSetup } from '#server/testing/sample-setup.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import type { CommandName } from '#shared/contract/queue-commands.ts';
import { SqliteJournal } from './journal.ts';
import { type Db, openDatabase } from './open-database.ts';

const KEY = Buffer.alloc(32, 7);

function open(file = join(temporaryFolder(), 'office.db')): { db: Db; journal: SqliteJournal; file: string } {
  const db = openDatabase(file);
  return { db, journal: new SqliteJournal(db, KEY), file };
}

function entry(commandId: string, more: Partial<NewEntry> = {}): NewEntry {
  return {
    at: MONDAY_EIGHT,
    day: '2026-11-23',
    commandId,
    command: 'counter:open',
    role: 'counter',
    counter: 1,
    hand: { clerk: 'clerk-0001', device: 'device-0001' },
    input: {},
    answer: {},
    events: [{ type: 'counter-opened', counter: 1 }],
    ...more,
  };
}

/** A morning of the sample office, pressed through the real dispatcher: A001 is called, A002 waits. */
function aMorning(journal: SqliteJournal) {
  const turn: (() => void)[] = [];
  const dispatcher = new Dispatcher({
    journal,
    clock: { now: () => MONDAY_EIGHT },
    setup: sampleSetup(),
    decide,
    newId: () => randomBytes(12).toString('hex'),
    afterThisTurn: (work) => void turn.push(work),
    announce: { changed: () => undefined, kept: () => undefined, fault: () => undefined },
    giveUp: (cause) => {
      throw cause;
    },
  });
  const press = (name: CommandName, input: unknown, counter: number | null) => {
    const role = counter === null ? 'kiosk' : 'counter';
    dispatcher.submit({
      commandId: randomBytes(12).toString('hex'),
      name,
      input,
      role,
      counter,
      hand: NO_HAND,
      answer: () => undefined,
    });
    for (const work of turn.splice(0)) work();
  };
  press('ticket:take', { services: ['dat-dai', 'ho-tich'], priority: 'regular' }, null);
  press('ticket:take', { services: ['dat-dai'], priority: 'priority' }, null);
  press('counter:open', {}, 1);
  press('ticket:call-next', { expects: null }, 1);
  return { dispatcher, press };
}

describe('the journal', () => {
  it('gives back after reopening what was appended, and goes on counting', () => {
    const { db, journal, file } = open();
    journal.transaction(() => {
      journal.append(
        entry('day', {
          command: 'day:open',
          role: 'house',
          counter: null,
          events: [{ type: 'day-opened', day: '2026-11-23' }],
        }),
      );
      journal.append(entry('one'));
    });
    db.close();
    const again = open(file).journal;
    expect([...again.readDay()].map(({ seq, command }) => [seq, command])).toEqual([
      [1, 'day:open'],
      [2, 'counter:open'],
    ]);
    expect(again.transaction(() => again.append(entry('two')))).toEqual({
      seq: 3,
      at: MONDAY_EIGHT,
      command: 'counter:open',
      counter: 1,
      events: [{ type: 'counter-opened', counter: 1 }],
    });
    expect(again.brokenLink()).toBeNull();
  });

  it('reads only from where the present day begins', () => {
    const { journal } = open();
    const dayOpen = (id: string, day: string) =>
      entry(id, { command: 'day:open', counter: null, day, events: [{ type: 'day-opened', day }] });
    journal.transaction(() => {
      journal.append(dayOpen('d1', '2026-11-23'));
      journal.append(entry('one'));
      journal.append(dayOpen('d2', '2026-11-24'));
      journal.append(entry('two'));
    });
    expect([...journal.readDay()].map(({ seq }) => seq)).toEqual([3, 4]);
  });

  it('keeps nothing of a turn whose work fails, and its numbers are free for the next', () => {
    const { journal } = open();
    expect(() =>
      journal.transaction(() => {
        journal.append(entry('one'));
        throw new Error('half-way');
      }),
    ).toThrow(CommitFailed);
    expect(journal.answered('one')).toBeNull();
    expect(journal.transaction(() => journal.append(entry('two'))).seq).toBe(1);
    // The page asks again under the same id.
    expect(journal.transaction(() => journal.append(entry('one'))).seq).toBe(2);
    expect(journal.brokenLink()).toBeNull();
  });

  it('[R1] remembers what it answered to a command', () => {
    const { journal } = open();
    journal.transaction(() => journal.append(entry('one', { answer: { number: 'A001' } })));
    expect(journal.answered('one')).toEqual({
      command: 'counter:open',
      role: 'counter',
      counter: 1,
      answer: { number: 'A001' },
    });
    expect(journal.answered('two')).toBeNull();
  });

  it('never takes the same command id twice', () => {
    const { journal } = open();
    journal.transaction(() => journal.append(entry('one')));
    expect(() => journal.transaction(() => journal.append(entry('one')))).toThrow(CommitFailed);
  });

  it('[R1] remembers it the next day too, also after a restart, and no longer', () => {
    const { db, journal, file } = open();
    const days = ['2026-11-23', '2026-11-24', '2026-11-25'];
    for (const day of days)
      journal.transaction(() => {
        journal.append(entry(`opening-${day}`, { command: 'day:open', day, events: [{ type: 'day-opened', day }] }));
        journal.append(entry(`press-${day}`, { day, answer: { day } }));
      });
    const known = (of: SqliteJournal) => days.map((day) => of.answered(`press-${day}`)?.answer);
    expect(known(journal)).toEqual([undefined, ...days.slice(1).map((day) => ({ day }))]);
    db.close();
    const again = open(file).journal;
    expect(known(again)).toEqual([undefined, ...days.slice(1).map((day) => ({ day }))]);
    expect(() => again.transaction(() => again.append(entry('press-2026-11-24')))).toThrow(CommitFailed);
  });

  it('[R1] knows nothing of a day whose opening was rolled back', () => {
    const { journal } = open();
    const opening = (day: string) =>
      entry(`opening-${day}`, { command: 'day:open', day, events: [{ type: 'day-opened', day }] });
    journal.transaction(() => journal.append(opening('2026-11-23')));
    journal.transaction(() => journal.append(entry('one')));
    expect(() =>
      journal.transaction(() => {
        journal.append(opening('2026-11-24'));
        journal.append(opening('2026-11-25'));
        throw new Error('half-way');
      }),
    ).toThrow(CommitFailed);
    expect([journal.answered('opening-2026-11-24'), journal.answered('one')]).toEqual([null, expect.anything()]);
  });

  it('holds the very same tickets in the table when it is made again from the journal', () => {
    const { db, journal } = open();
    const { dispatcher, press } = aMorning(journal);
    const ticketAtCounter = () => dispatcher.now().counters.get(1)?.current;
    const table = () => db.prepare('SELECT number, outcome, counter, calls FROM closed_ticket').all();
    // Who waits or is called is not in it; who has left is; whose leaving was taken back is not.
    expect(table()).toEqual([]);
    press('ticket:call-next', { expects: ticketAtCounter() }, 1);
    const served = { outcome: 'served', counter: 1, calls: 1 };
    expect(table()).toEqual([{ number: 'A002', ...served }]);
    press('ticket:undo-call', { expects: ticketAtCounter() }, 1);
    expect(table()).toEqual([]);
    press('ticket:call-next', { expects: ticketAtCounter() }, 1);
    const before = table();
    expect(before).toEqual([{ number: 'A002', ...served }]);
    db.exec('DELETE FROM closed_ticket');
    journal.rebuildProjection();
    expect(table()).toEqual(before);
  });

  it('reads a morning into the same office that memory had', () => {
    const { db, journal, file } = open();
    const memory = aMorning(journal).dispatcher.now();
    db.close();
    const again = aMorningAfter(open(file).journal);
    expect(again).toEqual(memory);
  });
});

function aMorningAfter(journal: SqliteJournal) {
  return new Dispatcher({
    journal,
    clock: { now: () => MONDAY_EIGHT },
    setup: sampleSetup(),
    decide,
    newId: () => 'unused',
    afterThisTurn: () => undefined,
    announce: { changed: () => undefined, kept: () => undefined, fault: () => undefined },
    giveUp: (cause) => {
      throw cause;
    },
  }).now();
}

describe('the hash chain finds out', () => {
  const tamperings: [string, string, number | null][] = [
    ['a changed row', `UPDATE journal SET events = replace(events, '1', '2') WHERE seq = 2`, 2],
    ['a changed answer', `UPDATE journal SET answer = '{"number":"A999"}' WHERE seq = 3`, 3],
    ['another clerk', `UPDATE journal SET clerk = 'clerk-0002' WHERE seq = 2`, 2],
    ['a clerk rubbed out', 'UPDATE journal SET clerk = NULL, device = NULL WHERE seq = 2', 2],
    ['a removed row', 'DELETE FROM journal WHERE seq = 2', 3],
    ['an exchanged pair', 'UPDATE journal SET seq = CASE seq WHEN 2 THEN 30 WHEN 3 THEN 2 END WHERE seq IN (2, 3)', 2],
    [
      'a row taken from elsewhere',
      `INSERT INTO journal SELECT 5, at, day, 'copied', command, role, counter, input, answer, events, chain, clerk, device FROM journal WHERE seq = 4`,
      5,
    ],
    [
      'a row written twice',
      `INSERT INTO journal SELECT 5, at, day, command_id, command, role, counter, input, answer, events, chain, clerk, device FROM journal WHERE seq = 4`,
      5,
    ],
    ['nothing where nothing was done', 'SELECT 1', null],
  ];
  it.each(tamperings)('%s', (_what, sql, found) => {
    const { db, journal } = open();
    journal.transaction(() => {
      for (const id of ['a', 'b', 'c', 'd']) journal.append(entry(id));
    });
    db.exec(sql);
    expect(journal.brokenLink()).toBe(found);
    expect(new SqliteJournal(db, KEY).brokenLink()).toBe(found);
  });

  it('a journal under another key', () => {
    const { db, journal } = open();
    journal.transaction(() => journal.append(entry('a')));
    expect(new SqliteJournal(db, Buffer.alloc(32, 8)).brokenLink()).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { SqliteJournal } from '#server/store/journal.ts';
import { type Db, openDatabase } from '#server/store/open-database.ts';
import { NUMBERS_GIVEN } from '#server/testing/numbers-given.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import { createChance } from '#tests/day/chance.ts';
import { GaveUp, House, KEY, type Press } from './house.ts';
import { pictureOf } from './picture.ts';
import { recordMorning } from './record-morning.ts';
import { RecordingDisk } from './recording-disk.ts';
import { openerOn } from './wasm-database.ts';

const OUT_OF_SERVICE: Reply = { ok: false, refusal: 'out-of-service' };
const TURNS = 60;
const MORNING = recordMorning({ seed: 11, turns: TURNS }).turns.slice(1);

/** The house of a recorded morning, on a disk of its own; its ticket ids come in the same order. */
function aHouse(disk = new RecordingDisk()) {
  const db = openDatabase('office.db', openerOn(disk));
  const journal = new SqliteJournal(db, KEY);
  const chance = createChance('ids of its own');
  return { disk, db, journal, house: new House(journal, () => chance.commandId()) };
}

const TAKE = { name: 'ticket:take', input: { services: ['dat-dai'], priority: 'regular' }, counter: null } as const;

function take(index: number): Press {
  return { ...TAKE, commandId: `a-press-for-a-number-${index}` };
}

describe('a disk that is full', () => {
  it('[R7] at any page of a morning loses nothing, says so, and goes on when there is room', {
    timeout: 120_000,
  }, () => {
    const unhindered = takeMorning(aHouse(), Number.POSITIVE_INFINITY);
    const first = aHouse().db.pragma('page_count', { simple: true }) as number; // a number in SQLite
    expect(unhindered.pages).toBeGreaterThan(first + 10);
    for (let most = first; most < unhindered.pages; most += 1) {
      const hindered = takeMorning(aHouse(), most);
      expect([most, hindered.refused]).not.toEqual([most, 0]);
      expect([most, hindered.numbers]).toEqual([most, unhindered.numbers]);
      expect([most, hindered.brokenLink, hindered.integrity]).toEqual([most, null, 'ok']);
    }
  });
});

/** Numbers are taken, four at a time; whoever is told that nothing works asks again when there is room. */
function takeMorning({ db, house, journal }: ReturnType<typeof aHouse>, most: number) {
  if (Number.isFinite(most)) db.pragma(`max_page_count = ${most}`);
  const numbers: unknown[] = [];
  let refused = 0;
  for (let index = 0; index < TURNS; index += 1) {
    const presses = [0, 1, 2, 3].map((more) => take(index * 4 + more));
    const known = pictureOf(house.dispatcher.now());
    let replies = house.turn(presses);
    if (house.dispatcher.trouble() !== null) {
      refused += 1;
      expect([replies, house.dispatcher.trouble()]).toEqual([presses.map(() => OUT_OF_SERVICE), 'disk-full']);
      // What memory had gone ahead with is gone, and nothing else.
      expect(pictureOf(house.dispatcher.now())).toBe(known);
      db.pragma('max_page_count = 1000000');
      house.tick();
      expect(house.dispatcher.trouble()).toBeNull();
      replies = house.turn(presses);
    }
    numbers.push(...replies.map((reply) => (reply?.ok && 'number' in reply.answer ? reply.answer.number : reply)));
  }
  const [pages, integrity] = ['page_count', 'integrity_check'].map((what) => db.pragma(what, { simple: true }));
  return { numbers, refused, pages: Number(pages), integrity, brokenLink: journal.brokenLink() };
}

describe('a disk that fails while a commit is written', () => {
  it.each([
    ['sync', 'kept'],
    ['write', 'gone'],
  ] as const)(
    '[R8] at any %s of it: nobody is told anything; read anew, asking again is right',
    {
      timeout: 120_000,
    },
    (call, atLeastOnce) => {
      const outcomes = { kept: 0, gone: 0 };
      for (let nth = 1; ; nth += 1) {
        const { disk, house } = aHouse();
        for (const { presses } of MORNING.slice(0, 12)) house.turn(presses);
        const before = house.dispatcher.now().seq;
        const presses = [take(1), take(2)];
        const told: string[] = [];
        disk.fail(call, nth);
        const replies = pressInto(house, presses, told);
        // The commit had come through before the disk failed: every failing call of it has been tried.
        if (replies) {
          expect(nth).toBeGreaterThan(1);
          break;
        }
        expect([nth, told]).toEqual([nth, []]);

        const again = aHouse(disk.copy());
        expect(again.journal.brokenLink()).toBeNull();
        const found = again.house.dispatcher.now().seq;
        // The turn is there whole, or not at all.
        expect([before, before + 2]).toContain(found);
        outcomes[found === before ? 'gone' : 'kept'] += 1;
        expectTwoNumbers(again.house, again.db, presses);
      }
      // What was written is there though its sync failed; what could not be written is not. Nobody could have known.
      expect(outcomes[atLeastOnce]).toBeGreaterThan(0);
    },
  );
});

/** Null: the house gave up. */
function pressInto(house: House, presses: readonly Press[], told: string[]) {
  try {
    return house.turn(presses, () => told.push('answer'));
  } catch (cause) {
    expect(cause).toBeInstanceOf(GaveUp);
    return null;
  }
}

/** The pages ask again: both numbers, one after the other, each once. */
function expectTwoNumbers(house: House, db: Db, presses: readonly Press[]) {
  const first = house.turn(presses);
  expect(first).toEqual([1, 2].map(() => ({ ok: true, answer: expect.anything() })));
  expect(house.turn(presses)).toEqual(first);
  const count = db.prepare('SELECT count(*) FROM journal WHERE command_id = ?').pluck();
  expect(presses.map(({ commandId }) => count.get(commandId))).toEqual([1, 1]);
  const numbers = db
    .prepare(`SELECT number FROM (${NUMBERS_GIVEN}) WHERE number LIKE 'A%' ORDER BY number`)
    .pluck()
    .all();
  expect(numbers).toEqual(numbers.map((_, index) => `A${String(index + 1).padStart(3, '0')}`));
}

describe('a disk that fails while a turn is worked on', () => {
  it('[R7] answers that nothing works, keeps nothing of the turn, and goes on when the disk reads again', () => {
    const { disk, db, house } = aHouse();
    house.turn([take(1)]);
    const known = pictureOf(house.dispatcher.now());
    // Nothing is held in memory any more, so that the next turn has to read.
    db.pragma('shrink_memory');
    disk.fail('read', 1, 1);
    expect(house.turn([take(2)])).toEqual([OUT_OF_SERVICE]);
    house.tick();
    expect([house.dispatcher.trouble(), pictureOf(house.dispatcher.now())]).toEqual([null, known]);
    expect(house.turn([take(2)])).toMatchObject([{ ok: true, answer: { number: 'A002' } }]);
  });

  it('tells nobody anything when it cannot even read again what it knew', () => {
    const { disk, db, house } = aHouse();
    house.turn([take(1)]);
    db.pragma('shrink_memory');
    disk.fail('read');
    const told: string[] = [];
    // The house gives up; the process ends and is started anew.
    expect(() => house.turn([take(2)], () => told.push('answer'))).toThrow('The result of a commit is unknown.');
    expect(told).toEqual([]);

    const again = aHouse(disk.copy()).house;
    expect(again.turn([take(1), take(2)])).toMatchObject([
      { answer: { number: 'A001' } },
      { answer: { number: 'A002' } },
    ]);
  });

  it('[R7] answers so too when the disk has become read-only in the middle of the day', () => {
    const { db, house } = aHouse();
    house.turn([take(1)]);
    db.pragma('query_only = ON');
    expect([house.turn([take(2)]), house.dispatcher.trouble()]).toEqual([[OUT_OF_SERVICE], 'disk-refused']);
    db.pragma('query_only = OFF');
    house.tick();
    expect(house.turn([take(2)])).toMatchObject([{ ok: true, answer: { number: 'A002' } }]);
  });
});

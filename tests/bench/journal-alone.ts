import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEntry } from '#server/ports.ts';
import { SqliteJournal } from '#server/store/journal.ts';
import { type Db, openDatabase } from '#server/store/open-database.ts';
import type { CalledTicket, ClosedTicket, ServingTicket, WaitingTicket } from '#shared/domain/ticket.ts';
import { openBareRows } from './bare-journal.ts';
import { type Line, line, percentile } from './line.ts';
import { openPlain } from './plain-journal.ts';

const DAY = '2026-11-23';
const BATCH = 50;

/** An entry, and the ticket that it touched as it is then. */
type Press = { entry: NewEntry; ticket: WaitingTicket | CalledTicket | ServingTicket | ClosedTicket };

/** A visit as the rules would have decided it: taken, called, closed. A number for every one, also beyond what a day has. */
function aVisit(count: number): Press[] {
  const at = Date.now();
  const number = `${'ABCDEFGH'[count % 8]}${count}`;
  const id = `${at.toString(36)}-${count}-abcdefghijklmnopqrst`;
  const issued = {
    ...{ id, number, order: count, priority: 'regular' as const, issuedAt: at },
    ...{ errand: { service: 'dat-dai', arrivedAt: at, effectiveAt: at }, next: [], done: [], calls: 0, note: null },
    ...{ firstCalledAt: null, boundTo: null, returned: false },
  } as const;
  const waiting: WaitingTicket = { ...issued, state: 'waiting', waitingSince: at };
  const called: CalledTicket = { ...issued, calls: 1, firstCalledAt: at, state: 'called', counter: 1, calledAt: at };
  const { state: _, ...wasCalled } = called;
  const closed: ClosedTicket = {
    ...wasCalled,
    state: 'closed',
    outcome: 'served',
    closedAt: at,
    servingSince: at,
  };
  const pressed = (step: number) =>
    ({ at, day: DAY, commandId: `${at.toString(36)}-${count}-${step}-0123456789abcdef` }) as const;
  const atCounter = { role: 'counter', counter: 1, hand: { clerk: 'clerk-of-the-bench', device: 'device-1' } } as const;
  return [
    {
      ticket: waiting,
      entry: {
        ...{ ...pressed(1), command: 'ticket:take', role: 'kiosk', counter: null, hand: { clerk: null, device: null } },
        ...{ input: { services: ['dat-dai'], priority: 'regular' }, answer: { ticket: id, number, ahead: 3 } },
        events: [{ type: 'ticket-issued', ticket: waiting, ahead: 3 }],
      },
    },
    {
      ticket: called,
      entry: {
        ...{ ...pressed(2), command: 'ticket:call-next', ...atCounter },
        ...{ input: { expects: null }, answer: { called: { ticket: id, number, service: 'dat-dai' } } },
        events: [{ type: 'ticket-called', ticket: id, counter: 1, outOfOrder: null }],
      },
    },
    {
      ticket: closed,
      entry: {
        ...{ ...pressed(3), command: 'ticket:finish', ...atCounter },
        ...{ input: { expects: id }, answer: {}, events: [{ type: 'ticket-closed', ticket: id, outcome: 'served' }] },
      },
    },
  ];
}

/** Presses of visits, thought up before anything is timed. */
function somePresses(count: number): Press[] {
  return Array.from({ length: Math.ceil(count / 3) }, (_, index) => aVisit(index + 1)).flat();
}

/** What keeps presses in one transaction, on disk when it returns. */
type Keeper = { db: Db; keep(presses: readonly Press[]): void };

/** The hall's own journal and nothing around it: chain, command id, events and the row of who leaves, on disk when it returns. */
function ours(folder: string): Keeper {
  const db = openDatabase(join(folder, 'office.db'));
  const journal = new SqliteJournal(db, randomBytes(32));
  const keep = (presses: readonly Press[]) =>
    journal.transaction(() => {
      for (const { entry, ticket } of presses) {
        journal.answered(entry.commandId);
        journal.project(DAY, journal.append(entry), [ticket]);
      }
    });
  return { db, keep };
}

/** The very same rows by bare statements. */
function bare(folder: string): Keeper {
  const { db, keep, leave } = openBareRows(folder);
  const known = new Set<string>();
  const one = db.transaction((presses: readonly Press[]) => {
    for (const { entry, ticket } of presses) {
      if (known.has(entry.commandId)) continue;
      known.add(entry.commandId);
      keep(entry);
      if (ticket.state === 'closed') leave(DAY, ticket);
    }
  });
  return { db, keep: one.immediate };
}

/** One plain row a press, as long as those above are in the middle. */
function plain(folder: string): Keeper {
  const { db, insert } = openPlain(folder);
  const one = db.transaction((presses: readonly Press[]) => {
    for (const _ of presses) insert();
  });
  return { db, keep: one.immediate };
}

/** @returns presses a second, fifty a transaction */
function rate(open: (folder: string) => Keeper, presses: readonly Press[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'luot-journal-'));
  const { db, keep } = open(folder);
  const begun = performance.now();
  for (let from = 0; from < presses.length; from += BATCH) keep(presses.slice(from, from + BATCH));
  const perSecond = presses.length / ((performance.now() - begun) / 1000);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return perSecond;
}

/** What chain, command id, events and the rows of tickets cost beside one plain row, and beside themselves without a house around them. */
export function journalLines(count: number, rounds: number): Line[] {
  const presses = somePresses(count);
  const found = Array.from({ length: rounds }, () => ({
    ours: rate(ours, presses),
    bare: rate(bare, presses),
    plain: rate(plain, presses),
  }));
  const median = (of: 'ours' | 'bare' | 'plain') =>
    percentile(
      found.map((one) => one[of]),
      0.5,
    );
  return [
    line(`journal, ${BATCH} presses a transaction ÷ one plain row`, median('ours'), median('plain'), '/s', '≥ 0.5'),
    line(`journal, ${BATCH} presses a transaction ÷ its own rows bare`, median('ours'), median('bare'), '/s', '≥ 0.95'),
  ];
}

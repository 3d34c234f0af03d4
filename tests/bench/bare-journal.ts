import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Journal, NewEntry } from '#server/ports.ts';
import { type Db, openDatabase } from '#server/store/open-database.ts';
import type { ClosedTicket } from '#shared/domain/ticket.ts';
import { writeOnlyJournal } from './memory-journal.ts';

type BareRows = { db: Db; keep(entry: NewEntry): void; leave(day: string, ticket: ClosedTicket): void };

/** The very rows of the hall's journal by bare statements: what hash, JSON and trees cost whoever writes them. */
export function openBareRows(folder: string): BareRows {
  const db = openDatabase(join(folder, 'bare.db'));
  const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const gone = db.prepare(`INSERT INTO closed_ticket VALUES (?, ?, ?, ?, ?, 'served', 1, ?, ?, ?, ?, ?, ?, ?, 1, 1)`);
  const key = createSecretKey(randomBytes(32));
  let chain = Buffer.alloc(32);
  let seq = 0;
  return {
    db,
    keep({ at, day, commandId, command, role, counter, hand, input, answer, events }) {
      seq += 1;
      const texts = [JSON.stringify(input), JSON.stringify(answer), JSON.stringify(events)];
      const values = [seq, at, day, commandId, command, role, counter, ...texts];
      chain = createHmac('sha256', key).update(chain).update(JSON.stringify(values)).digest();
      insert.run(...values, chain, hand.clerk, hand.device);
    },
    leave(day, { id, number, priority, issuedAt, errand, firstCalledAt, calledAt, servingSince, closedAt }) {
      const times = [issuedAt, errand.arrivedAt, errand.effectiveAt, firstCalledAt, calledAt, servingSince, closedAt];
      gone.run(day, id, number, errand.service, priority, ...times);
    },
  };
}

/** Those rows in a hall, and nothing that could be read back. */
export function bareJournal(folder: string): Journal {
  const { db, keep, leave } = openBareRows(folder);
  return {
    ...writeOnlyJournal(db, keep),
    project(day, _entry, touched) {
      for (const ticket of touched) if (ticket.state === 'closed') leave(day, ticket);
    },
  };
}

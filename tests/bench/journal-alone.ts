import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewEntry } from '#server/ports.ts';
import { SqliteJournal } from '#server/store/journal.ts';
import { openDatabase } from '#server/store/open-database.ts';
import type { WaitingTicket } from '#shared/domain/ticket.ts';
import { type Line, line, percentile } from './line.ts';
import { openPlain } from './plain-journal.ts';

const DAY = '2026-11-23';

/** The hall's own journal and nothing around it: chain, command id, events and ticket row, on disk when it returns. @returns tickets a second */
function journalRate(batch: number, tickets: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'luot-journal-'));
  const db = openDatabase(join(folder, 'office.db'));
  const journal = new SqliteJournal(db, randomBytes(32));
  let count = 0;
  const begun = performance.now();
  while (count < tickets) {
    journal.transaction(() => {
      for (let i = 0; i < batch; i += 1) {
        count += 1;
        const { entry, ticket } = anIssue(count);
        journal.answered(entry.commandId);
        journal.append(entry);
        journal.project(DAY, [ticket]);
      }
    });
  }
  const perSecond = count / ((performance.now() - begun) / 1000);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return perSecond;
}

/** As the rules would have decided it; a number for every one, also beyond what a day has. */
function anIssue(count: number): { entry: NewEntry; ticket: WaitingTicket } {
  const at = Date.now();
  const number = `${'ABCDEFGH'[count % 8]}${count}`;
  const ticket: WaitingTicket = {
    ...{
      id: `${at.toString(36)}-${count}-abcdefghijklmnopqrst`,
      number,
      order: count,
      priority: 'regular',
      issuedAt: at,
    },
    ...{ errand: { service: 'dat-dai', arrivedAt: at, effectiveAt: at }, next: [], done: [], calls: 0, note: null },
    ...{ firstCalledAt: null, boundTo: null, returned: false, state: 'waiting', waitingSince: at },
  };
  const answer = { ticket: ticket.id, number, ahead: 3 };
  const entry: NewEntry = {
    ...{
      at,
      day: DAY,
      commandId: `${at.toString(36)}-${count}-0123456789abcdef`,
      command: 'ticket:take',
      role: 'kiosk',
    },
    ...{ counter: null, hand: { clerk: null, device: null }, input: { services: ['dat-dai'], priority: 'regular' } },
    ...{ answer, events: [{ type: 'ticket-issued', ticket, ahead: 3 }] },
  };
  return { entry, ticket };
}

/** One plain row of the same length, so many a transaction, as durable. @returns rows a second */
function plainRate(batch: number, rows: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'luot-plain-'));
  const { db, insert } = openPlain(folder);
  let count = 0;
  const one = db.transaction(() => {
    for (let i = 0; i < batch; i += 1, count += 1) insert();
  });
  const begun = performance.now();
  while (count < rows) one.immediate();
  const perSecond = count / ((performance.now() - begun) / 1000);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return perSecond;
}

/**
 * The very rows of the hall's journal by bare statements, one function long: what keys, hash, JSON and trees cost whoever writes them.
 * @returns tickets a second
 */
function bareRate(batch: number, tickets: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'luot-bare-'));
  const db = openDatabase(join(folder, 'office.db'));
  const known = db.prepare('SELECT answer FROM journal WHERE command_id = ?');
  const entry = db.prepare(
    `INSERT INTO journal (seq, at, day, command_id, command, role, input, answer, events, chain)
     VALUES (?, ?, ?, ?, 'ticket:take', 'kiosk', ?, ?, ?, ?)`,
  );
  const row = db.prepare(
    `INSERT INTO ticket (id, day, number, service, priority, state, issued_at, arrived_at, effective_at, calls, services_done)
     VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, 0, 0) ON CONFLICT (id) DO UPDATE SET state = excluded.state`,
  );
  const key = createSecretKey(randomBytes(32));
  let chain = Buffer.alloc(32);
  let count = 0;
  const one = db.transaction(() => {
    for (let i = 0; i < batch; i += 1) {
      count += 1;
      const { entry: kept, ticket } = anIssue(count);
      known.get(kept.commandId);
      const [input, answer, events] = [kept.input, kept.answer, kept.events].map((part) => JSON.stringify(part));
      const values = [count, kept.at, DAY, kept.commandId, input, answer, events];
      chain = createHmac('sha256', key).update(chain).update(JSON.stringify(values)).digest();
      entry.run(...values, chain);
      const { id, number, priority, issuedAt, errand } = ticket;
      row.run(id, DAY, number, errand.service, priority, issuedAt, errand.arrivedAt, errand.effectiveAt);
    }
  });
  const begun = performance.now();
  while (count < tickets) one.immediate();
  const perSecond = count / ((performance.now() - begun) / 1000);
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return perSecond;
}

/** What chain, command id, events and the ticket's row cost beside one plain row, and beside themselves written without a house around them. */
export function journalLines(rows: number, rounds: number): Line[] {
  const found = Array.from({ length: rounds }, () => ({
    ours: journalRate(50, rows),
    bare: bareRate(50, rows),
    plain: plainRate(50, rows),
  }));
  const median = (of: 'ours' | 'bare' | 'plain') =>
    percentile(
      found.map((one) => one[of]),
      0.5,
    );
  return [
    line('journal, 50 a transaction ÷ one plain row', median('ours'), median('plain'), '/s', '≥ 0.5'),
    line('journal, 50 a transaction ÷ its own rows by bare statements', median('ours'), median('bare'), '/s', '≥ 0.95'),
  ];
}

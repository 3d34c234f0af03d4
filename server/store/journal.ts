import { createSecretKey, type KeyObject } from 'node:crypto';
import type { Touched } from '#core/apply.ts';
import { apply } from '#core/apply.ts';
import type { Entry, QueueEvent } from '#core/events.ts';
import { emptyOffice } from '#core/office.ts';
import { type Answered, CommitFailed, type Journal, type NewEntry } from '#server/ports.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { DiskTrouble } from '#shared/domain/disk.ts';
import { COLUMNS, linkOf, type Row, type RowValues } from './chain.ts';
import { brokenLink, dayStart, headOf, rowsAfter } from './chain-check.ts';
import { CommandIds } from './command-ids.ts';
import type { Db } from './open-database.ts';
import { createTicketProjection } from './ticket-projection.ts';

/** More than one page of the database. */
const PROBE_BYTES = 8192;

/** The tables of the office, as the port that the dispatcher knows. */
export class SqliteJournal implements Journal {
  private readonly db: Db;
  private readonly key: KeyObject;
  private readonly statements: ReturnType<typeof prepare>;
  private readonly projectTickets: ReturnType<typeof createTicketProjection>;
  private commandIds: CommandIds;
  private last: { seq: number; chain: Buffer };

  /** @param key of the hash chain, kept outside the database */
  constructor(db: Db, key: Buffer) {
    this.db = db;
    // Made once: to make it from the bytes at every row took a fifteenth of a busy server's time.
    this.key = createSecretKey(key);
    this.statements = prepare(db);
    this.projectTickets = createTicketProjection(db);
    this.commandIds = new CommandIds(db);
    this.last = headOf(db);
  }

  transaction<T>(work: () => T): T {
    return inTransaction(this.db, work, () => {
      this.last = headOf(this.db);
      this.commandIds = new CommandIds(this.db);
    });
  }

  append(entry: NewEntry): Entry {
    const seq = this.last.seq + 1;
    const { at, commandId, command, counter, events } = entry;
    this.commandIds.add(seq, commandId, command);
    const values = valuesOf(seq, entry);
    const chain = linkOf(this.key, this.last.chain, values);
    this.statements.insert.run(...values, chain);
    this.last = { seq, chain };
    return { seq, at, command, counter, events };
  }

  project(day: BusinessDay, entry: Entry, touched: readonly Touched[]) {
    this.projectTickets(day, entry, touched);
  }

  answered(commandId: string): Answered | null {
    const seq = this.commandIds.seqOf(commandId);
    if (seq === undefined) return null;
    // The columns that the statement names, as append wrote them.
    const row = this.statements.answer.get(seq) as (Omit<Answered, 'answer'> & { answer: string }) | undefined;
    return row ? { ...row, answer: JSON.parse(row.answer) } : null;
  }

  *readDay(): Generator<Entry> {
    for (const row of rowsAfter(this.db, this.dayStart())) yield toEntry(row);
  }

  /** The entries of the present business day whose facts hold this text, oldest first. */
  *readDayWith(text: string): Generator<Entry> {
    for (const row of rowsAfter(this.db, this.dayStart())) if (row.events.includes(text)) yield toEntry(row);
  }

  probe(at: number) {
    inTransaction(this.db, () => this.statements.probe.run({ at, fill: Buffer.alloc(PROBE_BYTES) }));
  }

  /** The number before the first entry of the present business day. */
  dayStart(): number {
    return dayStart(this.db);
  }

  /** The first row, of those after a number, that does not fit the chain; null when all do. */
  brokenLink(afterSeq = 0): number | null {
    return brokenLink(this.db, this.key, afterSeq);
  }

  /** Makes the table for reports again from the journal. */
  rebuildProjection() {
    inTransaction(this.db, () => {
      this.db.exec('DELETE FROM closed_ticket');
      const office = emptyOffice();
      for (const row of rowsAfter(this.db, 0)) {
        const entry = toEntry(row);
        this.project(row.day ?? '', entry, apply(office, entry));
      }
    });
  }
}

function prepare(db: Db) {
  return {
    insert: db.prepare(
      `INSERT INTO journal (${COLUMNS.join(', ')}, chain) VALUES (${COLUMNS.map(() => '?').join(', ')}, ?)`,
    ),
    answer: db.prepare('SELECT command, role, counter, answer FROM journal WHERE seq = ?'),
    probe: db.prepare('INSERT OR REPLACE INTO probe (id, at, fill) VALUES (1, @at, @fill)'),
  };
}

/**
 * One transaction that takes the write lock at once, so that it cannot fail half-way for somebody else's.
 * @throws CommitFailed when it was surely rolled back
 */
function inTransaction<T>(db: Db, work: () => T, afterRollback: () => void = () => undefined): T {
  try {
    db.exec('BEGIN IMMEDIATE');
  } catch (cause) {
    throw new CommitFailed('The database did not let us begin.', 'disk-refused', { cause });
  }
  let result: T;
  try {
    result = work();
  } catch (cause) {
    rollback(db, afterRollback);
    throw new CommitFailed('The work of this turn failed and was rolled back.', troubleOf(cause), { cause });
  }
  try {
    db.exec('COMMIT');
    return result;
  } catch (cause) {
    // A full or read-only disk refuses before anything is written for good. Every other error (I/O in fsync) may have come after.
    if (!isSureFailure(cause)) throw cause;
    rollback(db, afterRollback);
    throw new CommitFailed('The disk refused this turn.', troubleOf(cause), { cause });
  }
}

function rollback(db: Db, afterRollback: () => void) {
  // SQLite itself rolls back on some errors; a second rollback would be an error.
  if (db.inTransaction) db.exec('ROLLBACK');
  afterRollback();
}

function isSureFailure(cause: unknown): boolean {
  const code = codeOf(cause);
  return ['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_LOCKED'].some((sure) => code.startsWith(sure));
}

/** Null: SQLite has nothing to do with it. */
function troubleOf(cause: unknown): DiskTrouble | null {
  const code = codeOf(cause);
  if (code.startsWith('SQLITE_FULL')) return 'disk-full';
  // A row that breaks a rule of its table is a fault of ours.
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT') ? 'disk-refused' : null;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** Written out, because every press waits for it. */
function valuesOf(seq: number, entry: NewEntry): RowValues {
  const { at, day, commandId, command, role, counter, hand } = entry;
  const input = JSON.stringify(entry.input);
  const answer = JSON.stringify(entry.answer);
  const events = JSON.stringify(entry.events);
  return [seq, at, day, commandId, command, role, counter, input, answer, events, hand.clerk, hand.device];
}

/** A row as the fact that `apply` reads. */
export function toEntry(row: Row): Entry {
  const events = JSON.parse(row.events) as readonly QueueEvent[]; // written by append, guarded by the chain
  return { seq: row.seq, at: row.at, command: row.command, counter: row.counter, events };
}

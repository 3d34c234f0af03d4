import { createSecretKey } from 'node:crypto';
import { brokenLink, chainAt, headOf } from './chain-check.ts';
import { brokenCheckpoint, journalStart, type Link } from './checkpoints.ts';
import { SqliteJournal } from './journal.ts';
import { type Db, openDatabase } from './open-database.ts';

/** A copy of an office's database, looked at from every side. Only ever a copy: looking changes it. */
export type Inspection = {
  /** What SQLite finds wrong with the file; null: nothing. */
  damage(): string | null;
  head(): Link;
  /** Where the journal begins; its number is 0 when no day was removed. */
  start(): Link;
  /** The first removed day whose checkpoint is not as signed. */
  brokenCheckpoint(): string | null;
  /** The first entry that does not fit the chain. */
  brokenLink(): number | null;
  /** The link of an entry; null where there is none. */
  chainAt(seq: number): Buffer | null;
  /** The entry that has this link; null where none has. */
  seqOf(chain: Buffer): number | null;
  /** Numbers of tickets whose row is not what the journal says, with their days. */
  wrongTickets(): string[];
  close(): void;
};

/** @throws UnusableDatabase */
export function inspect(copy: string, key: Buffer): Inspection {
  const db = openDatabase(copy);
  const secret = createSecretKey(key);
  return {
    damage: () => {
      const verdict = String(db.pragma('integrity_check(1)', { simple: true }));
      return verdict === 'ok' ? null : verdict;
    },
    head: () => headOf(db),
    start: () => journalStart(db),
    brokenCheckpoint: () => brokenCheckpoint(db, secret),
    brokenLink: () => brokenLink(db, secret),
    chainAt: (seq) => chainAt(db, seq),
    seqOf: (chain) =>
      (db.prepare('SELECT seq FROM journal WHERE chain = ?').pluck().get(chain) as number | undefined) ?? null,
    wrongTickets: () => wrongTickets(db, key),
    close: () => void db.close(),
  };
}

/** Makes the table again from the journal, and compares. */
function wrongTickets(db: Db, key: Buffer): string[] {
  db.exec('CREATE TEMP TABLE was AS SELECT * FROM main.closed_ticket');
  new SqliteJournal(db, key).rebuildProjection();
  return db
    .prepare(
      `SELECT DISTINCT day || ' ' || number FROM (
         SELECT * FROM (SELECT * FROM was EXCEPT SELECT * FROM main.closed_ticket)
         UNION ALL SELECT * FROM (SELECT * FROM main.closed_ticket EXCEPT SELECT * FROM was)
       ) ORDER BY 1 LIMIT 10`,
    )
    .pluck()
    .all() as string[]; // the one column asked for
}

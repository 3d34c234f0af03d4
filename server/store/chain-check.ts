import type { KeyObject } from 'node:crypto';
import { link, type Row } from './chain.ts';
import { journalStart, type Link } from './checkpoints.ts';
import type { Db } from './open-database.ts';

export type KeptRow = Row & { chain: Buffer };
const ROWS_AT_ONCE = 1000;
/** Rows that are looked at to tell another office's journal from one that somebody changed. */
const ROWS_TO_KNOW_A_KEY = 20;

/** In steps: no cursor stays open across the caller's own work, and a long journal is never in memory whole. */
export function* rowsAfter(db: Db, seq: number, until = Number.MAX_SAFE_INTEGER): Generator<KeptRow> {
  const next = db.prepare(`SELECT * FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${ROWS_AT_ONCE}`);
  let reached = seq;
  for (;;) {
    const rows = next.all(reached, until) as KeptRow[]; // STRICT table: the types are the columns'
    for (const row of rows) {
      yield row;
      reached = row.seq;
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** The last link of the journal; of the days that were removed when nothing came after them. */
export function headOf(db: Db): Link {
  const row = db.prepare('SELECT seq, chain FROM journal ORDER BY seq DESC LIMIT 1').get() as Link | undefined;
  return row ?? journalStart(db);
}

/** The number before the first entry of the present business day; 0 while there was none. */
export function dayStart(db: Db): number {
  return Number(db.prepare(`SELECT max(seq) FROM journal WHERE command = 'day:open'`).pluck().get() ?? 1) - 1;
}

/** The link of a row; null where there is none. */
export function chainAt(db: Db, seq: number): Buffer | null {
  const start = journalStart(db);
  if (seq === start.seq) return start.chain;
  return (db.prepare('SELECT chain FROM journal WHERE seq = ?').pluck().get(seq) as Buffer | undefined) ?? null;
}

/** The first row, of those after a number, that does not fit the chain; null when all do. */
export function brokenLink(db: Db, key: KeyObject, afterSeq = 0, until?: number): number | null {
  const start = journalStart(db);
  const after = Math.max(afterSeq, start.seq);
  // Of a start that is gone no link can follow: the first row is then named.
  let chain = chainAt(db, after) ?? start.chain;
  let expected = after + 1;
  for (const { chain: kept, ...row } of rowsAfter(db, after, until)) {
    if (row.seq !== expected || !link(key, chain, row).equals(kept)) return row.seq;
    chain = kept;
    expected += 1;
  }
  return null;
}

/** Whether this key has written the journal's newest rows. Where somebody changed rows, their neighbours still fit it. */
export function isOfKey(db: Db, key: KeyObject): boolean {
  const { seq } = headOf(db);
  const first = Math.max(journalStart(db).seq, seq - ROWS_TO_KNOW_A_KEY);
  const rows = [...rowsAfter(db, first)];
  if (rows.length === 0) return true;
  let before = chainAt(db, first);
  return rows.some(({ chain, ...row }) => {
    const fits = before !== null && link(key, before, row).equals(chain);
    before = chain;
    return fits;
  });
}

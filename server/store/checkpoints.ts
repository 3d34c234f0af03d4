import { createHmac, type KeyObject } from 'node:crypto';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { CHAIN_START } from './chain.ts';
import type { Db } from './open-database.ts';

/** How far a chain reaches: the number of a row, and its link. */
export type Link = { seq: number; chain: Buffer };

type Kept = Link & { day: BusinessDay; counts: string };
type KeptRow = Kept & { mac: Buffer };

/** Where the journal begins: behind the days that were removed, or at the very start. */
export function journalStart(db: Db): Link {
  if (!hasCheckpoints(db)) return { seq: 0, chain: CHAIN_START };
  const row = db.prepare('SELECT seq, chain FROM checkpoint ORDER BY seq DESC LIMIT 1').get() as Link | undefined;
  return row ?? { seq: 0, chain: CHAIN_START };
}

/** Signs what is left of a removed day. Inside the transaction that removes it. */
export function keepCheckpoint(db: Db, key: KeyObject, kept: Kept) {
  const before = db.prepare('SELECT mac FROM checkpoint ORDER BY seq DESC LIMIT 1').pluck().get() as Buffer | undefined;
  db.prepare('INSERT INTO checkpoint (seq, chain, day, counts, mac) VALUES (@seq, @chain, @day, @counts, @mac)').run({
    ...kept,
    mac: sign(key, before ?? CHAIN_START, kept),
  });
}

/** The first removed day whose checkpoint is not as it was signed, or stands behind one that is missing; null when all are. */
export function brokenCheckpoint(db: Db, key: KeyObject): BusinessDay | null {
  if (!hasCheckpoints(db)) return null;
  let before: Buffer = CHAIN_START;
  for (const row of db.prepare('SELECT * FROM checkpoint ORDER BY seq').all() as KeptRow[]) {
    if (!sign(key, before, row).equals(row.mac)) return row.day;
    before = row.mac;
  }
  return null;
}

/** A backup of before this table has none. */
function hasCheckpoints(db: Db): boolean {
  return db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'checkpoint'`).get() !== undefined;
}

/** Begins with a word that no link of the journal begins with: the two can never stand for one another. */
function sign(key: KeyObject, before: Buffer, { seq, chain, day, counts }: Kept): Buffer {
  const values = JSON.stringify([seq, chain.toString('hex'), day, counts]);
  return createHmac('sha256', key).update('checkpoint').update(before).update(values).digest();
}

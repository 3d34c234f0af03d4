import type { KeyObject } from 'node:crypto';
import type { Entry } from '#core/events.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { brokenLink, chainAt, headOf, rowsAfter } from './chain-check.ts';
import { brokenCheckpoint, journalStart, keepCheckpoint, type Link } from './checkpoints.ts';
import { type SqliteJournal, toEntry } from './journal.ts';
import type { Db } from './open-database.ts';

/** A day of the journal: its rows are those after `after`, up to `until`. */
export type KeptDay = { day: BusinessDay; after: number; until: number };

/** What the house asks of its journal beside the queue: where it ends, which days it holds, and to forget the oldest. */
export type Upkeep = {
  /** The last link. */
  head(): Link;
  /** Whether this link is one of this journal's. */
  holds(link: Link): boolean;
  /** The newest days it holds, or all of them, oldest first. Without a limit every day of ten years is read from the disk. */
  days(most?: number): KeptDay[];
  entriesOf(day: KeptDay): Iterable<Entry>;
  /** Where that day was closed last; null while it is open. */
  closingOf(day: KeptDay): (Link & { at: number }) | null;
  /** How a removed day was counted, by day, as text. */
  removedDays(): { day: BusinessDay; counts: string }[];
  /**
   * Takes the oldest day out, with its tickets, in one transaction; what is left of it is a signed checkpoint.
   * @param counts kept in its place, JSON
   * @returns false when it was left alone, because its rows do not fit their chain: a signature would make them true
   * @throws CommitFailed when the disk refuses; nothing is gone then
   */
  dropOldest(counts: string): boolean;
};

/** For SQLite: no limit. */
const ALL = Number.MAX_SAFE_INTEGER;

export function createUpkeep(db: Db, key: KeyObject, journal: SqliteJournal): Upkeep {
  const openings = db.prepare(`SELECT seq, day FROM journal WHERE command = 'day:open' ORDER BY seq DESC LIMIT ?`);
  const closing = db.prepare(
    `SELECT seq, chain, at FROM journal WHERE seq > @after AND seq <= @until AND command = 'day:close'
     ORDER BY seq DESC LIMIT 1`,
  );
  const removed = db.prepare('SELECT day, counts FROM checkpoint ORDER BY seq');
  const dropRows = db.prepare('DELETE FROM journal WHERE seq <= ?');
  const dropTickets = db.prepare('DELETE FROM closed_ticket WHERE day <= ?');

  function days(most = ALL): KeptDay[] {
    const newestFirst = openings.all(most) as { seq: number; day: BusinessDay }[]; // the columns it names
    const opened = newestFirst.reverse();
    const holdsOldest = opened.length < most;
    return opened.map(({ seq, day }, index) => ({
      day,
      after: index === 0 && holdsOldest ? journalStart(db).seq : seq - 1,
      until: (opened[index + 1]?.seq ?? headOf(db).seq + 1) - 1,
    }));
  }

  return {
    head: () => headOf(db),
    holds: ({ seq, chain }) => chainAt(db, seq)?.equals(chain) ?? false,
    days,
    *entriesOf({ after, until }) {
      for (const row of rowsAfter(db, after, until)) yield toEntry(row);
    },
    closingOf: (day) => (closing.get(day) as (Link & { at: number }) | undefined) ?? null,
    removedDays: () => removed.all() as { day: BusinessDay; counts: string }[],
    dropOldest(counts) {
      const [oldest, next] = days();
      // The present day is what the house lives on.
      if (!oldest || !next) return false;
      const { day, after, until } = oldest;
      const chain = chainAt(db, until);
      const isSound = brokenLink(db, key, after, until) === null && brokenCheckpoint(db, key) === null;
      if (chain === null || !isSound) return false;
      journal.transaction(() => {
        keepCheckpoint(db, key, { seq: until, chain, day, counts });
        dropRows.run(until);
        dropTickets.run(day);
      });
      return true;
    },
  };
}

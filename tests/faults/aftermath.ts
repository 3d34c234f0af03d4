import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { QueueEvent } from '#core/events.ts';
import { openDataFolder } from '#server/settings/data-folder.ts';
import { openStore } from '#server/store/open-store.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { openAllDay } from '#tests/hall/hall-process.ts';
import { writeOffice } from '#tests/hall/test-hall.ts';

/** What pages were told: every number they got, every ticket they called. */
export type Told = { taken: { ticket: string; number: string }[]; called: { ticket: string; counter: number }[] };

/** A row of the journal, as far as faults are concerned. */
export type KeptEntry = { at: number; day: string; command: string; events: readonly QueueEvent[] };

/** How what was told and what is kept differ. */
export type Difference = { lost: number; doubled: number };

/** A folder with an office that is open whenever this runs. `remove` takes it away. */
export function newOfficeFolder(change: Partial<Setup> = openAllDay()): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'luot-faults-'));
  writeOffice(dataDir, change);
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Reads the journal of a house that has ended.
 * @throws when it is damaged, or does not fit its chain
 */
export function readJournal(dataDir: string): KeptEntry[] {
  const folder = openDataFolder(dataDir);
  const store = openStore(folder);
  const brokenLink = store.journal.brokenLink();
  store.close();
  if (brokenLink !== null) throw new Error(`The chain of the journal is broken at ${brokenLink}.`);
  const db = new Database(folder.databaseFile, { readonly: true });
  // The columns that the statement names, as append wrote them.
  const rows = db.prepare('SELECT at, day, command, events FROM journal ORDER BY seq').all() as (Omit<
    KeptEntry,
    'events'
  > & { events: string })[];
  const verdict = db.pragma('integrity_check', { simple: true });
  db.close();
  if (verdict !== 'ok') throw new Error(`The database is damaged: ${verdict}`);
  return rows.map((row) => ({ ...row, events: JSON.parse(row.events) }));
}

/** Compares what pages were told with what is kept. Every press must have been answered by now. */
export function compare(told: Told, entries: readonly KeptEntry[]): Difference {
  const issued = entries.flatMap(({ day, events }) =>
    events.flatMap((event) => (event.type === 'ticket-issued' ? [{ ...event.ticket, day }] : [])),
  );
  const calls = entries.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'ticket-called' ? event : [])),
  );
  const numberOf = new Map<string, string>(issued.map(({ id, number }) => [id, number]));
  const calledBy = new Map<string, number>(calls.map(({ ticket, counter }) => [ticket, counter]));
  const held = new Set(told.taken.map(({ ticket }) => ticket));
  const known = new Set(told.called.map(({ ticket }) => ticket));
  return {
    lost:
      told.taken.filter(({ ticket, number }) => numberOf.get(ticket) !== number).length +
      told.called.filter(({ ticket, counter }) => calledBy.get(ticket) !== counter).length,
    doubled:
      repeats(issued.map(({ day, number }) => `${day} ${number}`)) +
      repeats(told.taken.map(({ ticket }) => ticket)) +
      issued.filter(({ id }) => !held.has(id)).length +
      repeats(calls.map(({ ticket }) => ticket)) +
      repeats(told.called.map(({ ticket }) => ticket)) +
      calls.filter(({ ticket }) => !known.has(ticket)).length,
  };
}

/** How many numbers are missing between the first and the last of a letter on a day. */
export function gaps(entries: readonly KeptEntry[]): number {
  const highest = new Map<string, { count: number; last: number }>();
  for (const { day, events } of entries) {
    for (const event of events) {
      if (event.type !== 'ticket-issued') continue;
      const { number } = event.ticket;
      const line = `${day} ${number.slice(0, 1)}`;
      const before = highest.get(line) ?? { count: 0, last: 0 };
      highest.set(line, { count: before.count + 1, last: Math.max(before.last, Number(number.slice(1))) });
    }
  }
  return [...highest.values()].reduce((missing, { count, last }) => missing + last - count, 0);
}

function repeats(values: readonly string[]): number {
  return values.length - new Set(values).size;
}

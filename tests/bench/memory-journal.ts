import type { Entry } from '#core/events.ts';
import type { Answered, Journal, NewEntry } from '#server/ports.ts';
import type { Db } from '#server/store/open-database.ts';

/** A journal that forgets everything when it ends: what a hall would be without a disk. */
export function memoryJournal(): Journal {
  const answers = new Map<string, Answered>();
  let seq = 0;
  return {
    transaction: (work) => work(),
    append({ commandId, command, role, counter, answer, at, events }) {
      answers.set(commandId, { command, role, counter, answer });
      seq += 1;
      return { seq, at, command, counter, events } satisfies Entry;
    },
    project: () => undefined,
    answered: (commandId) => answers.get(commandId) ?? null,
    readDay: () => [],
    probe: () => undefined,
  };
}

/** A journal that also writes something for each entry, on disk when a turn is over, and never reads it back. */
export function writeOnlyJournal(db: Db, keep: (entry: NewEntry) => void): Journal {
  const memory = memoryJournal();
  return {
    ...memory,
    transaction(work) {
      db.exec('BEGIN IMMEDIATE');
      const result = work();
      db.exec('COMMIT');
      return result;
    },
    append(entry) {
      keep(entry);
      return memory.append(entry);
    },
  };
}

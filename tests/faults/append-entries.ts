import { randomBytes } from 'node:crypto';
import { NO_HAND } from '#server/ports.ts';
import { SqliteJournal } from '#server/store/journal.ts';
import { openDatabase } from '#server/store/open-database.ts';

// A program of its own, to be watched from outside: `append-entries.ts FILE HOW-MANY` keeps so many turns of one entry.
const [file = '', howMany] = process.argv.slice(2);
const db = openDatabase(file);
const journal = new SqliteJournal(db, randomBytes(32));
for (let index = 0; index < Number(howMany); index += 1) {
  journal.transaction(() =>
    journal.append({
      ...{ at: index, day: null, commandId: `command-${index}`, command: 'day:close', role: 'house', counter: null },
      ...{ hand: NO_HAND, input: {}, answer: {}, events: [] },
    }),
  );
}
db.close();

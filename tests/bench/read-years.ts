import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

// What a report over all years costs: every ticket read, by weekday and hour. On a connection of its own that only reads,
// again and again, in a process that gives way to the hall.
setPriority(constants.priority.PRIORITY_LOW);
const db = new Database(join(process.env.DATA_DIR ?? '', 'office.db'), { readonly: true });
const report = db.prepare(
  `SELECT strftime('%w %H', issued_at / 1000, 'unixepoch') AS hour, service, count(*), avg(first_called_at - issued_at)
   FROM closed_ticket GROUP BY hour, service`,
);
process.on('disconnect', () => process.exit(0));
for (;;) {
  report.all();
  // A turn of the loop, in which it may hear that it is enough.
  await new Promise((done) => setImmediate(done));
}

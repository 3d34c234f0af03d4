import { join } from 'node:path';
import Database from 'better-sqlite3';

// What a report over all years costs: every ticket read, by weekday and hour. On a connection of its own that only reads.
const db = new Database(join(process.env.DATA_DIR ?? '', 'office.db'), { readonly: true });
db.prepare(
  `SELECT strftime('%w %H', issued_at / 1000, 'unixepoch') AS hour, service, count(*), avg(first_called_at - issued_at)
   FROM ticket GROUP BY hour, service`,
).all();
db.close();

import type { AccessStore, Clerk, Device, Session } from '#server/access/ports.ts';
import type { Db } from './open-database.ts';

/** Machines, clerks, sessions and the manager's password, as tables of the office's database. */
export function createAccessStore(db: Db): AccessStore {
  const devices = db.prepare(
    'SELECT id, name, role, counter, zone, token_hash AS tokenHash, paired_at AS pairedAt FROM device ORDER BY paired_at, id',
  );
  const keepDevice = db.prepare(
    `INSERT INTO device (id, name, role, counter, zone, token_hash, paired_at)
     VALUES (@id, @name, @role, @counter, @zone, @tokenHash, @pairedAt)`,
  );
  const dropDevice = db.prepare('DELETE FROM device WHERE id = ?');
  const clerks = db.prepare('SELECT id, name, pin_hash AS pinHash FROM clerk ORDER BY name');
  const keepClerk = db.prepare(
    `INSERT INTO clerk (id, name, pin_hash) VALUES (@id, @name, @pinHash)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, pin_hash = excluded.pin_hash`,
  );
  const dropClerk = db.prepare('DELETE FROM clerk WHERE id = ?');
  const sessions = db.prepare(
    'SELECT token_hash AS tokenHash, kind, clerk, counter, place, began_at AS beganAt FROM session',
  );
  const keepSession = db.prepare(
    `INSERT INTO session (token_hash, kind, clerk, counter, place, began_at)
     VALUES (@tokenHash, @kind, @clerk, @counter, @place, @beganAt)`,
  );
  const dropSession = db.prepare('DELETE FROM session WHERE token_hash = ?');
  const managerHash = db.prepare(`SELECT hash FROM secret WHERE name = 'manager'`).pluck();
  const keepManagerHash = db.prepare(
    `INSERT INTO secret (name, hash) VALUES ('manager', ?) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash`,
  );
  return {
    // STRICT tables, and the columns named above: the types are those of the rows.
    devices: () => devices.all() as Device[],
    keepDevice: (device) => void keepDevice.run(device),
    dropDevice: (id) => void dropDevice.run(id),
    clerks: () => clerks.all() as Clerk[],
    keepClerk: (clerk) => void keepClerk.run(clerk),
    dropClerk: (id) => void dropClerk.run(id),
    sessions: () => sessions.all() as Session[],
    keepSession: (session) => void keepSession.run(session),
    dropSession: (tokenHash) => void dropSession.run(tokenHash),
    managerHash: () => (managerHash.get() as string | undefined) ?? null,
    keepManagerHash: (hash) => void keepManagerHash.run(hash),
    dropManagerHash: () => {
      db.exec(
        `BEGIN IMMEDIATE; DELETE FROM secret WHERE name = 'manager'; DELETE FROM session WHERE kind = 'manager'; COMMIT`,
      );
    },
  };
}

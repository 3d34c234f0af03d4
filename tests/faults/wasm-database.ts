import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import type { Database as Engine, Statement } from 'node-sqlite3-wasm';
import type { Db } from '#server/store/open-database.ts';
import { createChance } from '#tests/day/chance.ts';
import type { RecordingDisk } from './recording-disk.ts';

type Values = Parameters<Statement['run']>[0];
const require = createRequire(import.meta.url);

/** Few, so that a short morning has many checkpoints. SQLite's own habit is 1000. */
const PAGES_BEFORE_CHECKPOINT = 40;

/**
 * Opens databases with the very same SQLite compiled to WebAssembly, whose every call to the file system goes to this disk: what
 * the store does can be recorded, cut off and made to fail, on any system and without rights. The rest of the program sees the part
 * of better-sqlite3 that it uses.
 */
export function openerOn(disk: RecordingDisk): (file: string) => Db {
  const engine = loadEngine(disk);
  return (file) => {
    const db = new engine.Database(file);
    // Without shared memory, which WebAssembly has not, a WAL wants the file for itself; set before it is begun.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    // As better-sqlite3 is compiled: that the store asks for FULL itself must make the difference.
    db.exec('PRAGMA synchronous = NORMAL');
    db.exec(`PRAGMA wal_autocheckpoint = ${PAGES_BEFORE_CHECKPOINT}`);
    // Everything that server/store calls is here; a call that is missing would end the test by its name.
    return adapt(db) as unknown as Db;
  };
}

/** A fresh engine with a disk handed in instead of `node:fs`, and with chance that is the same each time. */
function loadEngine(disk: RecordingDisk): { Database: typeof Engine } {
  const file = require.resolve('node-sqlite3-wasm');
  const chance = createChance('salts of the log');
  const crypto = {
    randomFillSync: (bytes: Uint8Array) => bytes.set(bytes.map(() => chance.between(0, 256))),
  };
  const handedIn = (name: string) => {
    if (name === 'node:fs') return disk.asFileSystem();
    return name === 'node:crypto' ? crypto : require(name);
  };
  const module = { exports: {} };
  const load = compileFunction(readFileSync(file, 'utf8'), ['require', 'module', '__filename', '__dirname'], {
    filename: file,
  });
  load(handedIn, module, file, dirname(file));
  return module.exports as { Database: typeof Engine }; // what the package's types promise
}

function adapt(db: Engine) {
  const exec = (sql: string) => speaking(() => db.exec(sql));
  const open = new Set<Statement>();
  const prepare = (sql: string) => {
    const make = () => {
      const statement = speaking(() => db.prepare(sql));
      open.add(statement);
      return statement;
    };
    const drop = (statement: Statement) => {
      open.delete(statement);
      // It says its last error once more here.
      ignoringErrors(() => statement.finalize());
    };
    return adaptStatement(make, drop);
  };
  const inOne = <T>(begin: string, work: () => T): T => {
    exec(begin);
    try {
      const result = work();
      exec('COMMIT');
      return result;
    } catch (cause) {
      if (db.inTransaction) exec('ROLLBACK');
      throw cause;
    }
  };
  return {
    exec,
    prepare,
    pragma: (what: string, { simple = false } = {}) => {
      const statement = prepare(`PRAGMA ${what}`);
      return simple ? statement.pluck().get() : statement.all();
    },
    transaction: <T>(work: () => T) =>
      Object.assign(() => inOne('BEGIN', work), { immediate: () => inOne('BEGIN IMMEDIATE', work) }),
    get inTransaction() {
      return db.inTransaction;
    },
    close: () => {
      // A statement that is left would keep the file open behind our back.
      for (const statement of open) ignoringErrors(() => statement.finalize());
      db.close();
    },
  };
}

function adaptStatement(make: () => Statement, drop: (statement: Statement) => void) {
  let statement = make();
  let isPlucked = false;
  // This engine's statements cannot be used again after an error; better-sqlite3's can.
  const use = <T>(work: (statement: Statement) => T): T => {
    try {
      return speaking(() => work(statement));
    } catch (cause) {
      drop(statement);
      statement = make();
      throw cause;
    }
  };
  const values = (args: unknown[]): Values => {
    const [first] = args;
    const isNamed = args.length === 1 && typeof first === 'object' && first !== null && !ArrayBuffer.isView(first);
    // Named parameters carry their sign here, and none in better-sqlite3.
    const named = isNamed
      ? Object.fromEntries(Object.entries(first).map(([name, value]) => [`@${name}`, value]))
      : null;
    return (named ?? args) as Values; // the store hands in what SQLite can hold
  };
  // To the end, always: a statement stopped half-way would hold a reading open, and no checkpoint could end.
  const all = (...args: unknown[]) =>
    use((own) => own.all(values(args))).map((row) => {
      const seen = Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value) : value]),
      );
      return isPlucked ? Object.values(seen)[0] : seen;
    });
  const adapted = {
    run: (...args: unknown[]) => use((own) => own.run(values(args))),
    all,
    get: (...args: unknown[]) => all(...args)[0],
    pluck: () => {
      isPlucked = true;
      return adapted;
    },
  };
  return adapted;
}

function ignoringErrors(work: () => void) {
  try {
    work();
  } catch {
    // Of an error that has been thrown already.
  }
}

const CODES: readonly [RegExp, string][] = [
  [/disk is full/, 'SQLITE_FULL'],
  [/disk I\/O error/, 'SQLITE_IOERR'],
  [/readonly database/, 'SQLITE_READONLY'],
  [/database is locked/, 'SQLITE_BUSY'],
  [/constraint failed/, 'SQLITE_CONSTRAINT'],
  [/malformed/, 'SQLITE_CORRUPT'],
];

/** Errors come without their code here; the store decides by it. */
function speaking<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const code = CODES.find(([words]) => words.test(cause.message))?.[1] ?? 'SQLITE_ERROR';
    throw Object.assign(new Error(cause.message, { cause }), { code });
  }
}

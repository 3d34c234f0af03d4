import { createSecretKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, link, type Row } from '#server/store/chain.ts';
import { SqliteJournal } from '#server/store/journal.ts';
import { type Db, openDatabase } from '#server/store/open-database.ts';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { createChance } from '#tests/day/chance.ts';
import { CrashImages, type Fate } from './crash-images.ts';
import { layDown } from './crash-states.ts';
import { KEY } from './house.ts';
import { openCarelessly } from './open-carelessly.ts';
import { RecordingDisk } from './recording-disk.ts';
import { openerOn } from './wasm-database.ts';

const FOLDER = join(import.meta.dirname, '../../server/store/migrations');
const STEPS = readdirSync(FOLDER).sort();
const NEWEST = STEPS.length;
const VERSIONS = STEPS.map((_, version) => version);
/** Every point is cut with all of these. */
const CUTS: readonly Fate[] = ['none', 'all', 'some', 'some', 'some'];

describe.each(VERSIONS)(
  `an update from version %i to ${NEWEST}, cut at every write, sync and truncation`,
  (version) => {
    it.each(['closed', 'cut off itself'])(
      'finds the old or the new whole, and ends in the new (the old one was %s)',
      {
        timeout: 120_000,
      },
      (ended) => {
        const { points, found, mixed } = cutEverywhere(oldDisk(version, ended === 'closed'), version, openerOn);
        expect(mixed).toEqual([]);
        // Both came, or the cuts were not where the update was.
        expect([...found].sort()).toEqual([version, NEWEST]);
        expect(points).toBeGreaterThan(version === NEWEST - 1 ? 5 : 10);
      },
    );
  },
);

it('would find a mixture if the update were not one transaction', { timeout: 120_000 }, () => {
  expect(cutEverywhere(oldDisk(1, true), 1, inPieces).mixed.length).toBeGreaterThan(10);
});

/** Records the update from here and opens what is left at every point of it. */
function cutEverywhere(before: RecordingDisk, version: number, opener: (disk: RecordingDisk) => (file: string) => Db) {
  const chance = createChance('update', version);
  const images = new CrashImages(before.byName());
  const rowsBefore = version === 0 ? 0 : ROWS;
  const disk = before.copy();
  openDatabase('office.db', opener(disk));
  const folder = temporaryFolder();
  const found = new Set<number>();
  const mixed: string[] = [];
  for (let point = 0; point <= disk.steps.length; point += 1) {
    for (const fate of CUTS) {
      layDown(folder, images.files(fate, chance));
      const complaint = lookAt(join(folder, 'office.db'), version, rowsBefore, found);
      if (complaint) mixed.push(`after step ${point} of ${disk.steps.length}, unsynced: ${fate}: ${complaint}`);
    }
    const step = disk.steps[point];
    if (step) images.take(step);
  }
  return { points: disk.steps.length + 1, found, mixed };
}

function lookAt(file: string, version: number, rows: number, found: Set<number>): string | null {
  const raw = openCarelessly(file);
  raw.pragma('synchronous = FULL');
  const seen = Number(raw.pragma('user_version', { simple: true }));
  const schema = schemaOf(raw);
  raw.close();
  found.add(seen);
  if (schema !== SCHEMAS[seen]) return `version ${seen} with another schema`;
  if (seen !== version && seen !== NEWEST) return `version ${seen}`;
  try {
    const db = openDatabase(file, openCarelessly);
    const journal = new SqliteJournal(db, KEY);
    const after = [schemaOf(db) === SCHEMAS[NEWEST], journal.brokenLink(), countRows(db), db.pragma('integrity_check')];
    db.close();
    const wanted = [true, null, rows, [{ integrity_check: 'ok' }]];
    return JSON.stringify(after) === JSON.stringify(wanted) ? null : `ended as ${JSON.stringify(after)}`;
  } catch (cause) {
    return String(cause);
  }
}

const ROWS = 30;
const SCHEMAS = [...VERSIONS, NEWEST].map((version) => {
  const db = new Database(':memory:');
  for (const name of STEPS.slice(0, version)) db.exec(readFileSync(join(FOLDER, name), 'utf8'));
  return schemaOf(db);
});

function schemaOf(db: Db): string {
  return JSON.stringify(db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all());
}

function countRows(db: Db): unknown {
  return db.prepare('SELECT count(*) FROM journal').pluck().get();
}

/** The disk of an office of that version, with rows as its program wrote them; version 0: an empty folder. */
function oldDisk(version: number, isClosed: boolean): RecordingDisk {
  const disk = new RecordingDisk();
  if (version === 0) return disk;
  const db = openerOn(disk)('office.db');
  db.pragma('journal_mode = WAL');
  db.exec('BEGIN IMMEDIATE');
  for (const name of STEPS.slice(0, version)) db.exec(readFileSync(join(FOLDER, name), 'utf8'));
  db.pragma('application_id = 0x4c554f54');
  db.pragma(`user_version = ${version}`);
  writeRows(db);
  db.exec('COMMIT');
  if (isClosed) db.close();
  return disk.copy();
}

/** As every version can hold them: without the columns that came later. */
function writeRows(db: Db) {
  const insert = db.prepare(
    `INSERT INTO journal (seq, at, day, command_id, command, role, counter, input, answer, events, chain)
     VALUES (@seq, @at, @day, @command_id, @command, @role, @counter, @input, @answer, @events, @chain)`,
  );
  const key = createSecretKey(KEY);
  let chain: Buffer = CHAIN_START;
  for (let seq = 1; seq <= ROWS; seq += 1) {
    const row = { ...ROW, seq, command_id: `press-number-${seq}` };
    chain = link(key, chain, row);
    const { clerk, device, ...old } = row;
    insert.run({ ...old, chain });
  }
}

const ROW: Omit<Row, 'seq' | 'command_id'> = {
  ...{ at: 1, day: '2026-11-23', command: 'counter:open', role: 'counter', counter: 1, clerk: null, device: null },
  ...{ input: '{}', answer: '{}', events: '[{"type":"counter-opened","counter":1}]' },
};

/** A store whose update is carried out statement by statement. */
function inPieces(disk: RecordingDisk) {
  const open = openerOn(disk);
  return (file: string) => {
    const db = open(file);
    // Only what the update calls.
    db.transaction = ((work: () => unknown) =>
      Object.assign(work, { immediate: work })) as unknown as Db['transaction'];
    return db;
  };
}

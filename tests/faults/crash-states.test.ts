import { expect, it } from 'vitest';
import type { Db } from '#server/store/open-database.ts';
import { crashStates } from './crash-states.ts';
import type { DiskStep, RecordingDisk } from './recording-disk.ts';
import { openerOn } from './wasm-database.ts';

const SEED = Number(process.env.SEED ?? 20261123);
const STATES = 2_000;

it(`[R5] ${STATES} times the power is cut in a morning: what was answered is there, once, and the day goes on (SEED=${SEED})`, {
  timeout: 300_000,
}, () => {
  const tally = crashStates({ seed: SEED, states: STATES });
  expect(tally).toMatchObject({ bad: 0, lost: 0, doubled: 0, mixed: 0, unopened: 0, examples: [] });
  // Every write, sync and truncation of the morning, each with several fates of what was not synced.
  expect(tally.points).toBeGreaterThan(400);
  expect(tally.acknowledged).toBeGreaterThan(STATES * 50);
});

it('would lose what was answered if the store did not ask for FULL: so the test above can fail', {
  timeout: 120_000,
}, () => {
  const tally = crashStates({ seed: SEED, states: 200, open: withoutFull });
  expect(tally.lost).toBeGreaterThan(20);
  // NORMAL loses the latest commands, and breaks nothing.
  expect(tally).toMatchObject({ doubled: 0, mixed: 0, unopened: 0 });
});

it('would find half a turn if a turn were not one transaction', { timeout: 120_000 }, () => {
  expect(crashStates({ seed: SEED, states: 200, open: withoutTransactions }).mixed).toBeGreaterThan(20);
});

it.each(['office.db', 'office.db-wal'])(
  'would find damage if a sync of %s did nothing',
  { timeout: 120_000 },
  (name) => {
    const tally = crashStates({ seed: SEED, states: 200, open: (disk) => onLyingDisk(disk, name) });
    expect(tally.bad).toBeGreaterThan(20);
  },
);

/** The store as it would be if the line were left out. */
function withoutFull(disk: RecordingDisk) {
  return changed(disk, (db) => {
    const pragma = db.pragma.bind(db);
    db.pragma = (what: string, options?: object) => (what === 'synchronous = FULL' ? [] : pragma(what, options));
  });
}

function withoutTransactions(disk: RecordingDisk) {
  return changed(disk, (db) => {
    const exec = db.exec.bind(db);
    db.exec = (sql: string) => (/^(BEGIN|COMMIT|ROLLBACK)/.test(sql) ? db : exec(sql));
  });
}

function onLyingDisk(disk: RecordingDisk, name: string) {
  const push = disk.steps.push.bind(disk.steps);
  const isLie = (step: DiskStep) => step.do === 'sync' && step.id === disk.byName().get(name)?.id;
  disk.steps.push = (...steps) => push(...steps.filter((step) => !isLie(step)));
  return openerOn(disk);
}

function changed(disk: RecordingDisk, change: (db: Db) => void) {
  const open = openerOn(disk);
  return (file: string) => {
    const db = open(file);
    change(db);
    return db;
  };
}

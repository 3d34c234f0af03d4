import { expect, it } from 'vitest';
import type { Db } from '#server/store/open-database.ts';
import { crashStates } from './crash-states.ts';
import type { RecordingDisk } from './recording-disk.ts';
import { openerOn } from './wasm-database.ts';

const SEED = Number(process.env.SEED ?? 20261123);
const STATES = 2_000;

it(`[R5] ${STATES} times the power is cut in a morning: what was answered is there, once, and the day goes on (SEED=${SEED})`, {
  timeout: 300_000,
}, () => {
  const tally = crashStates({ seed: SEED, states: STATES });
  expect(tally).toMatchObject({ bad: 0, lost: 0, doubled: 0, mixed: 0, unopened: 0, examples: [] });
  expect(tally.points).toBeGreaterThan(STATES);
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

it('would find damage if the disk did not do what a sync asks of it', { timeout: 120_000 }, () => {
  const tally = crashStates({ seed: SEED, states: 200, open: onLyingDisk });
  expect(tally.bad).toBeGreaterThan(100);
});

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

function onLyingDisk(disk: RecordingDisk) {
  const push = disk.steps.push.bind(disk.steps);
  disk.steps.push = (...steps) => push(...steps.filter((step) => step.do !== 'sync'));
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

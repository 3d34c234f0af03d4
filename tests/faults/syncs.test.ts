import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '#server/testing/temporary-folder.ts';
import { recordMorning } from './record-morning.ts';
import type { DiskStep } from './recording-disk.ts';

const TURNS = 100;

it('[P1] syncs the log after the last write of every turn, before anybody is answered', () => {
  const { disk, turns, walIds } = recordMorning({ seed: 7, turns: TURNS });
  const kept = turns.filter(({ seq }, index) => index > 0 && seq > (turns[index - 1]?.seq ?? 0));
  expect(kept.length).toBeGreaterThan(TURNS / 2);
  const unsynced = kept.filter(({ from, answeredAfter }) => {
    const log = disk.steps.slice(from, answeredAfter).filter((step) => 'id' in step && walIds.has(step.id));
    return !isCommitSynced(log);
  });
  expect(unsynced).toEqual([]);
});

const FRAME_HEADER = 24;
const PAGE = 4096;

/** Whether the frame that ends the transaction was written whole, and then synced. Copies of it that fill up a sector may follow. */
function isCommitSynced(log: readonly DiskStep[]): boolean {
  // The second number of a frame's header is the size of the database in a frame that commits, and 0 in all others.
  const commit = log.find(
    (step) => step.do === 'write' && step.bytes.length === FRAME_HEADER && step.bytes.readUInt32BE(4) > 0,
  );
  if (commit?.do !== 'write') return false;
  const end = commit.at + FRAME_HEADER + PAGE;
  const isOfFrame = (step: DiskStep) => step.do === 'write' && step.at >= commit.at && step.at < end;
  const sync = log.findIndex((step, index) => step.do === 'sync' && index > log.indexOf(commit));
  const isWhole = log.findLast((step, index) => index < sync && isOfFrame(step));
  return isWhole?.do === 'write' && isWhole.at + isWhole.bytes.length === end;
}

const trouble = troubleWithStrace();

it.skipIf(trouble)(
  `syncs at least once a commit in the SQLite that is shipped, counted by strace${trouble ? ` (skipped: ${trouble})` : ''}`,
  {
    timeout: 120_000,
  },
  () => {
    const commits = 100;
    const opening = syncsOf(0);
    const worked = syncsOf(commits);
    expect(opening).toBeGreaterThan(0);
    expect(worked - opening).toBeGreaterThanOrEqual(commits);
  },
);

/** How often a process of its own syncs that opens a new store and appends so many entries. */
function syncsOf(commits: number): number {
  const folder = temporaryFolder();
  const trace = join(folder, 'trace');
  const program = join(import.meta.dirname, 'append-entries.ts');
  const file = join(folder, 'office.db');
  execFileSync('strace', [
    '-f',
    '-e',
    'trace=fsync,fdatasync',
    '-o',
    trace,
    process.execPath,
    program,
    file,
    `${commits}`,
  ]);
  return readFileSync(trace, 'utf8').match(/\b(fsync|fdatasync)\(/g)?.length ?? 0;
}

/** Why system calls cannot be counted here; null where they can. */
function troubleWithStrace(): string | null {
  if (process.platform !== 'linux') return 'there is no strace outside Linux';
  const { error, status } = spawnSync('strace', ['-o', '/dev/null', process.execPath, '--version']);
  if (error) return 'strace is not installed';
  return status === 0 ? null : 'strace may not watch processes here';
}

import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { backupName } from './backup-files.ts';
import type { WorkerJob } from './backup-worker.ts';
import type { Link } from './checkpoints.ts';
import { syncFolder } from './snapshot.ts';

const PARTIAL = '.partial';
const FORGOTTEN_MS = 3_600_000;

export type BackupJob = {
  databaseFile: string;
  folder: string;
  key: Buffer;
  /** What has to be in it; null: not asked. */
  head: Link | null;
  at: number;
};

/** A backup that counts, and the last entry in it. */
export type MadeBackup = { file: string; seq: number };

/**
 * Copies the database as it is at this moment, looks whether the copy is good, and only then gives it its name. The hall goes on
 * meanwhile.
 * @throws when there is no good copy; the earlier ones are untouched
 */
export async function makeBackup({ databaseFile, folder, key, head, at }: BackupJob): Promise<MadeBackup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweepPartials(folder, at);
  const file = join(folder, backupName(at));
  const draft = `${file}.${process.pid}${PARTIAL}`;
  try {
    const seq = await inThread({ from: databaseFile, draft, key, head });
    renameSync(draft, file);
    syncFolder(folder);
    return { file, seq };
  } finally {
    rmSync(draft, { force: true });
  }
}

function inThread(job: WorkerJob): Promise<number> {
  return new Promise((done, failed) => {
    // Beside this file, as this file is: a source, or built.
    const program = `backup-worker${extname(import.meta.filename)}`;
    const worker = new Worker(join(import.meta.dirname, program), { workerData: job });
    worker.once('message', done);
    worker.once('error', failed);
    // After a message this says nothing new.
    worker.once('exit', (code) => failed(new Error(`The backup's thread ended with ${code} and said nothing.`)));
  });
}

/** What a power cut left half-written. One that is young may be another program's that still writes. */
function sweepPartials(folder: string, at: number) {
  for (const name of readdirSync(folder)) {
    if (!name.includes(PARTIAL)) continue;
    const file = join(folder, name);
    if (Math.abs(at - statSync(file).mtimeMs) > FORGOTTEN_MS) rmSync(file, { force: true });
  }
}

import { parentPort, workerData } from 'node:worker_threads';
import { checkCopy, copyWhole } from './snapshot.ts';

// A thread of its own: a year of journal takes seconds to copy and to check, and the hall must not wait.
const { from, draft, key, head } = workerData as WorkerJob;
await copyWhole(from, draft);
const reached = checkCopy(
  draft,
  Buffer.from(key),
  'newest day',
  head && { seq: head.seq, chain: Buffer.from(head.chain) },
);
parentPort?.postMessage(reached.seq);

/** What crosses to the thread; bytes arrive as plain arrays. */
export type WorkerJob = {
  from: string;
  draft: string;
  key: Uint8Array;
  head: { seq: number; chain: Uint8Array } | null;
};

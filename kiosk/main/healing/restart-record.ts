import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How often the app has started itself anew lately, and when last (ms UTC). */
export type Restarts = { count: number; at: number };

/** Outlives the app: whoever starts anew would else not know that he has done so ten times already. */
export type RestartRecord = { read(): Restarts; write(restarts: Restarts): void };

const NONE: Restarts = { count: 0, at: 0 };

/** Keeps the record in one small file. A disk that refuses costs the growing of the pauses, never the restart. */
export function openRestartRecord(file: string): RestartRecord {
  let inMemory = NONE;
  return {
    read() {
      try {
        return readRestarts(JSON.parse(readFileSync(file, 'utf8'))) ?? inMemory;
      } catch {
        // None yet, torn, or not readable.
        return inMemory;
      }
    },
    write(restarts) {
      inMemory = restarts;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.new`, JSON.stringify(restarts));
        renameSync(`${file}.new`, file);
      } catch {
        // A full or read-only disk: see above.
      }
    },
  };
}

function readRestarts(kept: unknown): Restarts | null {
  if (typeof kept !== 'object' || kept === null || !('count' in kept) || !('at' in kept)) return null;
  const { count, at } = kept;
  const isSound = Number.isInteger(count) && Number(count) >= 0 && Number.isFinite(at);
  return isSound ? { count: Number(count), at: Number(at) } : null;
}

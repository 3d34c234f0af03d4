import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StaffNote } from './staff-calls.ts';
import type { KeptTries } from './staff-tries.ts';

/** A year of many tries; what is older goes when it is reached a second time. */
const LARGEST = 256 * 1024;

/** Who asked for the way out, when, and what became of it: `logs/staff-exit.log` in the app's data folder. */
export function createStaffLog(folder: string, now: () => number): (note: StaffNote) => void {
  const file = join(folder, 'logs', 'staff-exit.log');
  return (note) => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date(now()).toISOString()} ${note}\n`);
    } catch {
      // A full disk must not shut the staff in.
    }
  };
}

/** How many tries were wrong, beside `machine.json`. */
export function staffTriesFile(folder: string): KeptTries {
  const file = join(folder, 'staff-tries');
  return {
    read() {
      try {
        const wrong = Number(readFileSync(file, 'utf8'));
        return Number.isSafeInteger(wrong) && wrong > 0 ? wrong : 0;
      } catch {
        // Never written: nobody has tried.
        return 0;
      }
    },
    write(wrong) {
      try {
        writeFileSync(file, String(wrong));
      } catch {
        // A full disk: the waits of this start go on all the same.
      }
    },
  };
}

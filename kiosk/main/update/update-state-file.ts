import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '#server/settings/write-whole.ts';
import type { StateFile } from './update-state.ts';

/** What is remembered of updates, in a file of its own: a mistake in it costs no machine its role. */
export function openStateFile(file: string): StateFile {
  return {
    read() {
      try {
        return JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        // None yet, or damaged: nothing is remembered.
        return null;
      }
    },
    write(state) {
      mkdirSync(dirname(file), { recursive: true });
      writeWhole(file, `${JSON.stringify(state, null, 2)}\n`);
    },
  };
}

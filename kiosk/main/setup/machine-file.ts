import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '#server/settings/write-whole.ts';
import { type Machine, readMachine } from './machine.ts';

/** Where it stands what this PC is. */
export type MachineFile = {
  /** null: this PC was never set up, or nothing readable is left of it. */
  read(): Machine | null;
  /** Sets the PC up. */
  write(machine: Machine): void;
  /** Changes some of it, if there is any; the rest stays, also what another version of this program wrote. */
  change(parts: Partial<Machine>): void;
};

/** `machine.json` in the app's data folder. The picture before the last one stands beside it, for the day a disk loses the newer. */
export function openMachineFile(file: string): MachineFile {
  const before = `${file}.before`;
  const raw = () => readRaw(file) ?? readRaw(before);
  const write = (whole: object) => {
    mkdirSync(dirname(file), { recursive: true });
    if (readRaw(file) !== null) renameSync(file, before);
    writeWhole(file, `${JSON.stringify(whole, null, 2)}\n`);
  };
  return {
    read: () => readMachine(raw()),
    write: (machine) => write({ ...raw(), ...machine }),
    change: (parts) => {
      const now = raw();
      if (now !== null) write({ ...now, ...parts });
    },
  };
}

/** The file's object if it is a machine. A damaged one counts as none: it is written anew, and nothing waits for a person. */
function readRaw(file: string): object | null {
  if (!existsSync(file)) return null;
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept !== null && readMachine(kept) ? kept : null;
  } catch {
    // Torn, or no longer readable: the picture before it is asked for.
    return null;
  }
}

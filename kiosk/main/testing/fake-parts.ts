import type { Machine } from '#kiosk/main/setup/machine.ts';
import type { MachineFile } from '#kiosk/main/setup/machine-file.ts';
import type { ElectronParts, Outside, ShellParts } from '#kiosk/main/shell.ts';
import type { createFakeElectron } from './fake-electron.ts';

/** All that a shell is built from, without a program, a disk or a network. */
export function fakeParts(
  electron: ReturnType<typeof createFakeElectron>,
  { machineFile = fakeMachineFile(null), outside = {} }: { machineFile?: MachineFile; outside?: Partial<Outside> } = {},
): ShellParts {
  return {
    // The fake has all that the shell uses.
    electron: electron as unknown as ElectronParts,
    machineFile,
    outside: {
      isAnswering: async () => true,
      later() {},
      findHall: { halls: async () => [], look: async () => 'nobody-there' as const },
      follow() {},
      env: {},
      ticks: () => 0,
      now: () => 0,
      share: 0,
      say() {},
      restart() {},
      setAutostart() {},
      ...outside,
    },
    folder: '/app/dist-electron',
  };
}

/** A machine's file in memory. */
export function fakeMachineFile(machine: Machine | null): MachineFile & { kept: Machine | null } {
  const file = {
    kept: machine,
    read: () => file.kept,
    write(next: Machine) {
      file.kept = next;
    },
    change(parts: Partial<Machine>) {
      if (file.kept) file.kept = { ...file.kept, ...parts };
    },
  };
  return file;
}

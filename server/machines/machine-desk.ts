import type { HealthReport, MachinesView } from '#shared/contract/health.ts';
import type { MachineRequestName, RequestInput } from '#shared/contract/office-requests.ts';
import { PROGRAM_VERSION } from '#shared/contract/program-version.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import { type BookParts, MachineBook, type Sender } from './machine-book.ts';

/** What machines say of themselves, and what the manager asks of them. */
export type MachineDesk = {
  /** @param input fits the name */
  ask(who: Sender, name: MachineRequestName, input: unknown): Promise<object | Refusal> | object;
  picture(): MachinesView;
};

export type MachineEffects = Pick<BookParts, 'tellToRestart'>;

export function openMachineDesk(parts: Omit<BookParts, 'version'>): MachineDesk {
  const book = new MachineBook({ ...parts, version: PROGRAM_VERSION });
  return {
    ask(who, name, input) {
      // The door checked the input against the row of its very name.
      if (name === 'machine:health') return book.hear(who, input as HealthReport);
      const { machine, what } = input as RequestInput<'machine:restart'>;
      return book.restart(machine, what);
    },
    picture: () => book.picture(),
  };
}

import type { Entry } from '#core/events.ts';
import type { Answered, Journal } from '#server/ports.ts';

/** A journal that forgets everything when it ends: what a hall would be without a disk. */
export function memoryJournal(): Journal {
  const answers = new Map<string, Answered>();
  let seq = 0;
  return {
    transaction: (work) => work(),
    append({ commandId, command, role, counter, answer, at, events }) {
      answers.set(commandId, { command, role, counter, answer });
      seq += 1;
      return { seq, at, command, counter, events } satisfies Entry;
    },
    project: () => undefined,
    answered: (commandId) => answers.get(commandId) ?? null,
    readDay: () => [],
    probe: () => undefined,
  };
}

import { COMMAND_NAMES, QUEUE_COMMANDS } from '#shared/contract/queue-commands.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { Check } from './checks.ts';
import type { Pressed } from './seen.ts';

/** A day of fewer numbers need not have everything in it. */
const WHOLE_DAY_NUMBERS = 400;

/** Whether everything that staff may say was said at least once, by each of them, and answered with yes. */
export function nothingLeftOut(presses: readonly Pressed[], isOver: boolean): Check {
  const name = 'nothing left out';
  const said = presses.filter(({ reply }) => reply.ok).map((pressed) => `${pressed.name} by ${pressed.who.role}`);
  const done = new Set(said);
  const all = ofStaff();
  const missing = all.filter((one) => !done.has(one));
  const numbers = said.filter((one) => one.startsWith('ticket:take ')).length;
  if (missing.length === 0)
    return { name, ok: true, detail: `all ${all.length} that counters and the manager may say` };
  const detail = `never said with a yes: ${missing.join(', ')}`;
  return { name, ok: !isOver || numbers < WHOLE_DAY_NUMBERS, detail };
}

function ofStaff(): string[] {
  const mays = COMMAND_NAMES.flatMap((name) => {
    const from: readonly Role[] = QUEUE_COMMANDS[name].from;
    return from.filter((role) => role === 'counter' || role === 'manager').map((role) => `${name} by ${role}`);
  });
  return [...mays, 'ticket:look-up by counter', 'ticket:look-up by manager'];
}

import type { Setup } from '#shared/domain/setup.ts';
import { knownCounterOf } from './at-counter.ts';
import { type Command, type Decision, happened, isRefusal, refuse } from './decision.ts';
import type { Office } from './office.ts';

/** Whatever the counter's state, and the day's: danger keeps no hours. [S13] */
export function callHelp(
  office: Office,
  setup: Setup,
  command: Command<'counter:call-help'>,
): Decision<'counter:call-help'> {
  const counter = knownCounterOf(setup, command);
  if (isRefusal(counter)) return counter;
  if (office.helpCalls.has(counter.id)) return refuse('help-called-already');
  return happened({ type: 'counter-help-called', counter: counter.id });
}

/** A counter takes back its own call, the manager that of any. [S13] [A2] */
export function helpCame(office: Office, command: Command<'counter:help-came'>): Decision<'counter:help-came'> {
  const counter = command.counter ?? command.input.counter;
  if (counter === null) return refuse('not-understood');
  if (!office.helpCalls.has(counter)) return refuse('no-help-called');
  return happened({ type: 'counter-help-came', counter });
}

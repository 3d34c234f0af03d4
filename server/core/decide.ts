import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { autoCall, setAutoCall } from './auto-calling.ts';
import { callNext, callThis, recall } from './calling.ts';
import { callHelp, helpCame } from './calling-for-help.ts';
import { closeCounter, openCounter, pauseCounter } from './counter-doors.ts';
import { closeDay, extendHours, openDay } from './day.ts';
import type { Command, Decision } from './decision.ts';
import { happened } from './decision.ts';
import { slipEvent } from './events.ts';
import type { Office } from './office.ts';
import { reprint } from './reprinting.ts';
import { addService, finish, markAbsent, park, startService, transfer } from './serving.ts';
import { setupToday } from './setup-today.ts';
import { assignCounter, supervise } from './supervising.ts';
import { takeTicket } from './taking.ts';
import { undoCall } from './undoing.ts';
import { cancel, cancelRange, resume, returnAbsent } from './waiting-room.ts';

/**
 * Decides one command on the office as it is: facts, or a refusal. Changes nothing and reaches for nothing.
 * @param command whether its role may send it was checked at the door
 */
export function decide(office: Office, settings: Setup, command: Command): Decision<CommandName> {
  const setup = setupToday(office, settings);
  if (isAboutCounter(command)) return decideAboutCounter(office, setup, command, settings);
  switch (command.name) {
    case 'ticket:take':
      return takeTicket(office, setup, command);
    case 'ticket:call-next':
      return callNext(office, setup, command);
    case 'ticket:call-this':
      return callThis(office, setup, command);
    case 'ticket:auto-call':
      return autoCall(office, setup, command);
    case 'ticket:recall':
      return recall(office, setup, command);
    case 'ticket:start-service':
      return startService(office, command);
    case 'ticket:finish':
      return finish(office, command);
    case 'ticket:no-show':
      return markAbsent(office, setup, command);
    case 'ticket:return':
      return returnAbsent(office, setup, command);
    case 'ticket:park':
      return park(office, command);
    case 'ticket:resume':
      return resume(office, setup, command);
    case 'ticket:transfer':
      return transfer(office, setup, command);
    case 'ticket:add-service':
      return addService(office, setup, command);
    case 'ticket:undo-call':
      return undoCall(office, setup, command);
    case 'ticket:cancel':
      return cancel(office, command);
    case 'ticket:cancel-range':
      return cancelRange(office, command);
    case 'day:open':
      return openDay(office, command);
    case 'day:close':
      return closeDay(office);
    case 'hours:extend':
      return extendHours(office, setup, command);
    case 'slip:reprint':
      return reprint(office, setup, command);
    case 'slip:report':
      return happened(slipEvent(command.input.ticket, command.input.outcome, command.input.reason));
  }
}

type CounterCommand = Extract<Command, { name: `counter:${string}` }>;

function isAboutCounter(command: Command): command is CounterCommand {
  return command.name.startsWith('counter:');
}

/** @param settings without what was assigned today */
function decideAboutCounter(
  office: Office,
  setup: Setup,
  command: CounterCommand,
  settings: Setup,
): Decision<CommandName> {
  switch (command.name) {
    case 'counter:open':
      return openCounter(office, setup, command);
    case 'counter:pause':
      return pauseCounter(office, command);
    case 'counter:close':
      return closeCounter(office, command);
    case 'counter:auto-call':
      return setAutoCall(office, setup, command);
    case 'counter:call-help':
      return callHelp(office, setup, command);
    case 'counter:help-came':
      return helpCame(office, command);
    case 'counter:supervise':
      return supervise(office, setup, command);
    case 'counter:assign':
      return assignCounter(office, settings, command);
  }
}

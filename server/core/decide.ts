import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { callNext, callThis, recall } from './calling.ts';
import { closeCounter, openCounter, pauseCounter } from './counter-doors.ts';
import { closeDay, extendHours, openDay } from './day.ts';
import type { Command, Decision } from './decision.ts';
import { happened } from './decision.ts';
import { slipEvent } from './events.ts';
import type { Office } from './office.ts';
import { reprint } from './reprinting.ts';
import { addService, finish, markAbsent, park, startService, transfer } from './serving.ts';
import { takeTicket } from './taking.ts';
import { undoCall } from './undoing.ts';
import { cancel, cancelRange, resume, returnAbsent } from './waiting-room.ts';

/**
 * Decides one command on the office as it is: facts, or a refusal. Changes nothing and reaches for nothing.
 * @param command whether its role may send it was checked at the door
 */
export function decide(office: Office, setup: Setup, command: Command): Decision<CommandName> {
  switch (command.name) {
    case 'ticket:take':
      return takeTicket(office, setup, command);
    case 'ticket:call-next':
      return callNext(office, setup, command);
    case 'ticket:call-this':
      return callThis(office, setup, command);
    case 'ticket:recall':
      return recall(office, setup, command);
    case 'ticket:start-service':
      return startService(office, command);
    case 'ticket:finish':
      return finish(office, command);
    case 'ticket:no-show':
      return markAbsent(office, setup, command);
    case 'ticket:return':
      return returnAbsent(office, command);
    case 'ticket:park':
      return park(office, command);
    case 'ticket:resume':
      return resume(office, command);
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
    case 'counter:open':
      return openCounter(office, setup, command);
    case 'counter:pause':
      return pauseCounter(office, command);
    case 'counter:close':
      return closeCounter(office, command);
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

import {
  isRequestName,
  OFFICE_REQUESTS,
  type RequestAnswer,
  type RequestInput,
  type RequestName,
} from './office-requests.ts';
import {
  type CommandAnswer,
  type CommandInput,
  type CommandName,
  type CommandRow,
  isCommandName,
  QUEUE_COMMANDS,
} from './queue-commands.ts';

/** Everything that a page can say: commands of the queue, and requests to the office. */
export type MessageName = CommandName | RequestName;
export type MessageInput<N extends MessageName> = N extends CommandName
  ? CommandInput<N>
  : N extends RequestName
    ? RequestInput<N>
    : never;
export type MessageAnswer<N extends MessageName> = N extends CommandName
  ? CommandAnswer<N>
  : N extends RequestName
    ? RequestAnswer<N>
    : never;

/** The row of a message; null for a name that no message has. */
export function messageRow(name: unknown): CommandRow | null {
  if (isCommandName(name)) return QUEUE_COMMANDS[name];
  return isRequestName(name) ? OFFICE_REQUESTS[name] : null;
}

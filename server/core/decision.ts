import type { CommandAnswer, CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import type { QueueEvent } from './events.ts';

/** A command as the core sees it: checked at the door, with time and chance handed in. `at` is ms UTC and never runs backwards. */
export type Command<N extends CommandName = CommandName> = {
  [K in N]: { name: K; input: CommandInput<K> };
}[N] & {
  at: number;
  role: Role;
  /**
   * The counter that the page stands at, or for which the house calls; null for all other roles. From the connection, never from the
   * message.
   */
  counter: CounterId | null;
  /** For a ticket, should this command issue one. */
  newTicketId: TicketId;
};

/** "No" is an answer. */
export type Decision<N extends CommandName = CommandName> =
  | { events: readonly QueueEvent[]; answer: CommandAnswer<N> }
  | { refusal: Refusal };

export function refuse(refusal: Refusal): { refusal: Refusal } {
  return { refusal };
}

/** What happened, for commands whose answer says nothing more. */
export function happened(...events: QueueEvent[]): { events: readonly QueueEvent[]; answer: Record<string, never> } {
  return { events, answer: {} };
}

/** Whether something is a "no". */
export function isRefusal<T extends object>(value: T | { refusal: Refusal }): value is { refusal: Refusal } {
  return 'refusal' in value;
}

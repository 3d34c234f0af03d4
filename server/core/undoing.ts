import type { Setup } from '#shared/domain/setup.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { currentTicket } from './at-counter.ts';
import { type Command, type Decision, happened, refuse } from './decision.ts';
import { counterNow, type Office, type Undo } from './office.ts';
import { stillBound } from './waiting-room.ts';

/**
 * What this counter could take back now: its last command about tickets, within the set seconds, if nobody has touched those
 * tickets since. [C7] [C8]
 */
export function undoable(office: Office, setup: Setup, counter: number, at: number): Undo | null {
  const { undo } = counterNow(office, counter);
  if (!undo || at - undo.at > setup.rules.undoSeconds * 1000) return null;
  return isUntouched(office, undo) ? undo : null;
}

export function undoCall(
  office: Office,
  setup: Setup,
  command: Command<'ticket:undo-call'>,
): Decision<'ticket:undo-call'> {
  if (command.counter === null) return refuse('not-allowed');
  if ((currentTicket(office, command.counter)?.id ?? null) !== command.input.expects) return refuse('stale-picture');
  const { undo } = counterNow(office, command.counter);
  if (!undo) return refuse('nothing-to-undo');
  if (!undoable(office, setup, command.counter, command.at)) return refuse('too-late-to-undo');
  const restored = undo.before.map((ticket) => stillCallable(office, setup, ticket));
  return happened({ type: 'call-undone', counter: command.counter, restored });
}

/** A ticket bound to a counter that cannot call it any more goes back to the line of its service: nobody else would call it. [S9] */
function stillCallable(office: Office, setup: Setup, ticket: Ticket): Ticket {
  if (ticket.state !== 'waiting' || ticket.boundTo === null) return ticket;
  return { ...ticket, boundTo: stillBound(office, setup, ticket, ticket.boundTo) };
}

/** Tickets are replaced, never changed: the very same object means that nothing happened to it since. */
function isUntouched(office: Office, undo: Undo): boolean {
  return undo.after.every((ticket) =>
    ticket.state === 'closed' ? !office.tickets.has(ticket.id) : office.tickets.get(ticket.id) === ticket,
  );
}

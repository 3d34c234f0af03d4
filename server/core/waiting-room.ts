import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { isHeld, type Ticket } from '#shared/domain/ticket.ts';
import { type Command, type Decision, happened, refuse } from './decision.ts';
import { counterNow, type Office } from './office.ts';
import { counterSetup, serves } from './queue-discipline.ts';

/** An absent person is here after all: back once a day, with the old time. [C6] */
export function returnAbsent(
  office: Office,
  setup: Setup,
  command: Command<'ticket:return'>,
): Decision<'ticket:return'> {
  const ticket = office.tickets.get(command.input.ticket);
  if (!ticket) return refuse('no-such-ticket');
  if (ticket.state !== 'absent') return refuse('not-absent');
  if (ticket.returned) return refuse('returned-already');
  const boundTo = stillBound(office, setup, ticket, ticket.boundTo);
  return happened({ type: 'ticket-returned', ticket: ticket.id, boundTo });
}

/** A parked ticket is queued for the counter that parked it; if that has closed, for its service. [S4] */
export function resume(office: Office, setup: Setup, command: Command<'ticket:resume'>): Decision<'ticket:resume'> {
  const ticket = office.tickets.get(command.input.ticket);
  if (!ticket) return refuse('no-such-ticket');
  if (ticket.state !== 'parked') return refuse('not-parked-here');
  const isElsewhere = ticket.counter !== command.counter && counterNow(office, ticket.counter).state !== 'closed';
  if (isElsewhere) return refuse('not-parked-here');
  const boundTo = stillBound(office, setup, ticket, ticket.counter);
  return happened({ type: 'ticket-resumed', ticket: ticket.id, boundTo });
}

/** The visitor leaves. Who is being served is finished, not cancelled. [S6] */
export function cancel(office: Office, command: Command<'ticket:cancel'>): Decision<'ticket:cancel'> {
  const ticket = office.tickets.get(command.input.ticket);
  if (!ticket) return refuse('no-such-ticket');
  if (ticket.state === 'serving') return refuse('already-serving');
  // What has been called elsewhere is that counter's affair.
  if (ticket.state === 'called' && ticket.counter !== command.counter) return refuse('not-waiting');
  const { reason } = command.input;
  return happened({ type: 'ticket-closed', ticket: ticket.id, outcome: 'cancelled', ...(reason ? { reason } : {}) });
}

/**
 * Numbers that should not be there: taken for fun, or of a service that stops for today. Who has been called is somebody's visitor
 * and stays. [S10]
 */
export function cancelRange(office: Office, command: Command<'ticket:cancel-range'>): Decision<'ticket:cancel-range'> {
  const { from, to, reason } = command.input;
  if (from.charAt(0) !== to.charAt(0) || from > to) return refuse('not-a-range');
  // A letter and three digits: the order of the texts is the order of the numbers. [N1]
  const meant = cancellable(office).filter(({ number }) => from <= number && number <= to);
  if (meant.length === 0) return refuse('nobody-in-range');
  return {
    events: meant.map(({ id }) => ({ type: 'ticket-closed', ticket: id, outcome: 'cancelled', reason })),
    answer: { cancelled: meant.map(({ number }) => number) },
  };
}

/** Who is at no counter: everyone whom the manager may cancel, by number. */
export function cancellable(office: Office): readonly Ticket[] {
  return [...office.tickets.values()]
    .filter((ticket) => !isHeld(ticket))
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

/**
 * The counter that a ticket is bound to, while it may still call it: the line of one that is closed, or does this service no more
 * today, would never move. [S9] [S12]
 */
export function stillBound(
  office: Office,
  setup: Setup,
  { errand }: Ticket,
  boundTo: CounterId | null,
): CounterId | null {
  const counter = boundTo === null ? undefined : counterSetup(setup, boundTo);
  if (!counter || !serves(counter, errand.service)) return null;
  return counterNow(office, counter.id).state === 'closed' ? null : counter.id;
}

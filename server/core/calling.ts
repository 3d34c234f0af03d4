import { type Dossiers, USUAL_DOSSIERS } from '#shared/domain/dossiers.ts';
import type { Counter, Setup } from '#shared/domain/setup.ts';
import type { HeldTicket, WaitingTicket } from '#shared/domain/ticket.ts';
import { currentOf, openCounterOf } from './at-counter.ts';
import { type Command, type Decision, happened, isRefusal, refuse } from './decision.ts';
import type { QueueEvent } from './events.ts';
import { counterNow, type Office } from './office.ts';
import { nextTicket, serves } from './queue-discipline.ts';
import { movedOn } from './ticket-states.ts';

/** One press: whoever is here is done, the next is called. [C1] [C2] */
export function callNext(
  office: Office,
  setup: Setup,
  command: Command<'ticket:call-next'>,
): Decision<'ticket:call-next'> {
  const here = openCounterOf(office, setup, command);
  if (isRefusal(here)) return here;
  const { counter, current } = here;
  const next = nextTicket(office, counter, current && movedOn(current, command.at));
  if (!next && !current) return refuse('nobody-waiting');
  const events = current ? [finished(current, command.input.dossiers)] : [];
  if (!next) return { events, answer: { called: null } };
  events.push({ type: 'ticket-called', ticket: next.id, counter: counter.id, outOfOrder: null });
  return { events, answer: { called: { ticket: next.id, number: next.number } } };
}

/** The clerk chooses; the reason stays in the journal. [C3] */
export function callThis(
  office: Office,
  setup: Setup,
  command: Command<'ticket:call-this'>,
): Decision<'ticket:call-this'> {
  const here = openCounterOf(office, setup, command);
  if (isRefusal(here)) return here;
  const { counter, current } = here;
  const { ticket: id, reason, dossiers } = command.input;
  const ticket = office.tickets.get(id);
  if (!ticket) return refuse('no-such-ticket');
  if (ticket.state !== 'waiting') return refuse('not-waiting');
  if (!mayCall(ticket, counter)) return refuse('counter-cannot-serve');
  const events = current ? [finished(current, dossiers)] : [];
  events.push({ type: 'ticket-called', ticket: id, counter: counter.id, outOfOrder: reason });
  return { events, answer: { called: { ticket: id, number: ticket.number } } };
}

/** The same ticket again, not at once: the voice must have ended. [C4] */
export function recall(office: Office, setup: Setup, command: Command<'ticket:recall'>): Decision<'ticket:recall'> {
  const here = currentOf(office, command);
  if (isRefusal(here)) return here;
  const { current } = here;
  if (current.state === 'serving') return refuse('already-serving');
  const { lastCalledAt } = counterNow(office, current.counter);
  if (command.at - lastCalledAt < setup.rules.recallPauseSeconds * 1000) return refuse('recall-too-soon');
  return happened({ type: 'ticket-recalled', ticket: current.id });
}

/**
 * Served; or, in a visit of several services, done with this one. Start need not have been pressed. [S2] [S3] What came of it counts
 * one dossier unless the clerk says otherwise. [T6]
 */
export function finished(current: HeldTicket, dossiers: Dossiers = USUAL_DOSSIERS): QueueEvent {
  if (current.next.length > 0) return { type: 'service-finished', ticket: current.id, dossiers };
  return { type: 'ticket-closed', ticket: current.id, outcome: 'served', dossiers };
}

function mayCall(ticket: WaitingTicket, counter: Counter): boolean {
  return ticket.boundTo === counter.id || serves(counter, ticket.errand.service);
}

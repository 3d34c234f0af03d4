import type { Dossiers } from '#shared/domain/dossiers.ts';
import type { CounterId, ServiceId } from '#shared/domain/ids.ts';
import type {
  AbsentTicket,
  CalledTicket,
  ClosedTicket,
  Errand,
  HeldTicket,
  Issued,
  Outcome,
  ParkedTicket,
  ServingTicket,
  Ticket,
  WaitingTicket,
} from '#shared/domain/ticket.ts';

/** How a ticket goes from one state to the next. Each gives a new object; `at` is ms UTC. */

export function called(ticket: WaitingTicket, counter: CounterId, at: number): CalledTicket {
  const firstCalledAt = ticket.firstCalledAt ?? at;
  return { ...issued(ticket), state: 'called', counter, calledAt: at, calls: ticket.calls + 1, firstCalledAt };
}

/** The first call's moment stays: the waiting ended there. */
export function recalled(ticket: CalledTicket): CalledTicket {
  return { ...ticket, calls: ticket.calls + 1 };
}

export function serving(ticket: CalledTicket, at: number): ServingTicket {
  const { counter, calledAt } = ticket;
  return { ...issued(ticket), state: 'serving', counter, calledAt, servingSince: at };
}

/** This service is done, the next of the visit waits with the time it was declared at. Null when there is no next. */
export function movedOn(ticket: HeldTicket, at: number, dossiers?: Dossiers): WaitingTicket | null {
  const [errand, ...next] = ticket.next;
  if (!errand) return null;
  const here = { service: ticket.errand.service, counter: ticket.counter, ...(dossiers && { dossiers }) };
  const done = [...ticket.done, here];
  const afresh = { errand, next, done, firstCalledAt: null, note: null };
  return waiting({ ...issued(ticket), ...afresh }, null, at);
}

export function parked(ticket: HeldTicket, at: number): ParkedTicket {
  return { ...issued(ticket), state: 'parked', counter: ticket.counter, parkedAt: at };
}

export function absent(ticket: CalledTicket, at: number): AbsentTicket {
  return { ...issued(ticket), state: 'absent', counter: ticket.counter, absentSince: at };
}

/** Back in a line at the place its arrival earned. */
export function waitingAgain(ticket: Ticket, boundTo: CounterId | null, at: number): WaitingTicket {
  return waiting(issued(ticket), boundTo, at);
}

export function returned(ticket: AbsentTicket, boundTo: CounterId | null, at: number): WaitingTicket {
  return waiting({ ...issued(ticket), returned: true }, boundTo, at);
}

/** To another service: the arrival counts there too. */
export function transferred(
  ticket: HeldTicket,
  to: { service: ServiceId; boundTo: CounterId | null; note: string | null; further: readonly Errand[] },
  at: number,
): WaitingTicket {
  const errand: Errand = { ...ticket.errand, service: to.service };
  const next = [...ticket.next, ...to.further];
  return waiting({ ...issued(ticket), errand, next, note: to.note }, to.boundTo, at);
}

export function closed(ticket: Ticket, outcome: Outcome, at: number, dossiers?: Dossiers): ClosedTicket {
  return {
    ...issued(ticket),
    state: 'closed',
    outcome,
    closedAt: at,
    counter: ticket.state === 'waiting' ? null : ticket.counter,
    calledAt: ticket.state === 'called' || ticket.state === 'serving' ? ticket.calledAt : null,
    servingSince: ticket.state === 'serving' ? ticket.servingSince : null,
    ...(dossiers && { dossiers }),
  };
}

function waiting(ticket: Issued, boundTo: CounterId | null, at: number): WaitingTicket {
  return { ...ticket, state: 'waiting', waitingSince: at, boundTo, calls: 0 };
}

/** Only what holds in every state; the rest belongs to the state that is left. */
function issued(ticket: Ticket): Issued {
  const { id, number, order, priority, issuedAt, errand, next, done, calls, firstCalledAt, boundTo, returned, note } =
    ticket;
  const common = { id, number, order, priority, issuedAt, errand, next, done, calls, firstCalledAt };
  return { ...common, boundTo, returned, note, ...(ticket.language ? { language: ticket.language } : {}) };
}

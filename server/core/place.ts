import { type Dossiers, withDossiers } from '#shared/domain/dossiers.ts';
import type { CounterId, ServiceId } from '#shared/domain/ids.ts';
import { type ClosedTicket, isHeld, type Outcome, type Ticket, type WaitingTicket } from '#shared/domain/ticket.ts';
import { Line } from './line.ts';
import { changeCounter, dossiersOf, type Office, outcomesOf } from './office.ts';
import { setSlipCopyAside, takeSlipCopyBack } from './slip-copies.ts';

/** One ticket's step; `before` null when it was just issued. */
export type Step = { before: Ticket | ClosedTicket | null; after: Ticket | ClosedTicket };

/**
 * Moves tickets from what they were to what they are, and with them everything that counts them: lines, counters, tallies, slips. Because
 * the way back is the same step with the two exchanged, an undo restores the office exactly. All leave before any enters: two of
 * them may have been at the same counter one after the other.
 */
export function place(office: Office, steps: readonly Step[]) {
  for (const { before } of steps) if (before) leave(office, before);
  for (const { after } of steps) enter(office, after);
}

function enter(office: Office, ticket: Ticket | ClosedTicket) {
  count(office, ticket, 1);
  if (ticket.state === 'closed') {
    setSlipCopyAside(office, ticket.id, ticket.closedAt);
    return;
  }
  office.tickets.set(ticket.id, ticket);
  if (ticket.state === 'waiting') lineFor(office, ticket).add(ticket);
  else if (isHeld(ticket)) changeCounter(office, ticket.counter, { current: ticket.id });
}

function leave(office: Office, ticket: Ticket | ClosedTicket) {
  count(office, ticket, -1);
  if (ticket.state === 'closed') {
    takeSlipCopyBack(office, ticket.id);
    return;
  }
  office.tickets.delete(ticket.id);
  if (ticket.state === 'waiting') lineFor(office, ticket).remove(ticket);
  else if (isHeld(ticket)) changeCounter(office, ticket.counter, { current: null });
}

function lineFor(office: Office, ticket: WaitingTicket): Line {
  if (ticket.boundTo !== null) return madeLine(office.boundLines, ticket.boundTo);
  return madeLine(office.lines, ticket.errand.service);
}

function madeLine<K>(lines: Map<K, Line>, key: K): Line {
  let line = lines.get(key);
  if (!line) {
    line = new Line();
    lines.set(key, line);
  }
  return line;
}

/** Services done count as soon as they are done, also within a visit that goes on. */
function count(office: Office, ticket: Ticket | ClosedTicket, step: 1 | -1) {
  for (const { service, counter, dossiers } of ticket.done) {
    countServed(office, service, counter, step);
    countDossiers(office, service, dossiers, step);
  }
  if (ticket.state !== 'closed') return;
  const { service } = ticket.errand;
  if (ticket.outcome === 'served' && ticket.counter !== null) countServed(office, service, ticket.counter, step);
  else countOutcome(office, service, ticket.outcome, step);
  countDossiers(office, service, ticket.dossiers, step);
}

function countDossiers(office: Office, service: ServiceId, dossiers: Dossiers | undefined, step: 1 | -1) {
  if (dossiers) office.dossiers.set(service, withDossiers(dossiersOf(office, service), dossiers, step));
}

function countServed(office: Office, service: ServiceId, counter: CounterId, step: 1 | -1) {
  countOutcome(office, service, 'served', step);
  office.servedBy.set(counter, (office.servedBy.get(counter) ?? 0) + step);
}

function countOutcome(office: Office, service: ServiceId, outcome: Outcome, step: 1 | -1) {
  const outcomes = outcomesOf(office, service);
  office.outcomes.set(service, { ...outcomes, [outcome]: outcomes[outcome] + step });
}

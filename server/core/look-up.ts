import type { LookedUp } from '#shared/contract/look-up.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import type { Entry, QueueEvent } from './events.ts';
import { placeOf } from './line.ts';
import { boundLineOf, lineOf, type Office } from './office.ts';
import { whyNoReprint } from './reprinting.ts';

/**
 * Where a number of today is, and what happened to it. [S14]
 * @param entriesWith those of today whose facts hold this text, oldest first; they may hold it by chance
 */
export function lookUp(
  office: Office,
  setup: Setup,
  number: TicketNumber,
  at: number,
  entriesWith: (text: string) => Iterable<Entry>,
): LookedUp | Refusal {
  const issued = firstTicket(entriesWith(`"${number}"`), number);
  if (!issued) return 'no-such-ticket';
  const facts = [...entriesWith(issued.id)].flatMap((entry) =>
    entry.events.filter((event) => isAbout(event, issued.id)).map((event) => ({ entry, event })),
  );
  const here = office.tickets.get(issued.id);
  const end = here ? undefined : facts.findLast(({ event }) => event.type === 'ticket-closed')?.event;
  return {
    ticket: issued.id,
    number,
    state: here?.state ?? 'closed',
    outcome: end?.type === 'ticket-closed' ? end.outcome : null,
    service: here?.errand.service ?? issued.errand.service,
    counter: here ? counterOf(here) : null,
    ahead: here ? aheadOf(office, here) : null,
    noReprint: whyNoReprint(office, setup, issued.id, at),
    history: facts.map(({ entry, event }) => ({
      at: entry.at,
      what: event.type,
      counter: entry.counter,
      reason: reasonOf(event),
    })),
  };
}

function firstTicket(entries: Iterable<Entry>, number: TicketNumber): Ticket | null {
  for (const { events } of entries) {
    for (const event of events)
      if (event.type === 'ticket-issued' && event.ticket.number === number) return event.ticket;
  }
  return null;
}

function isAbout(event: QueueEvent, id: TicketId): boolean {
  if (event.type === 'ticket-issued') return event.ticket.id === id;
  if (event.type === 'call-undone') return event.restored.some((ticket) => ticket.id === id);
  return 'ticket' in event && event.ticket === id;
}

function counterOf(ticket: Ticket): LookedUp['counter'] {
  return ticket.state === 'waiting' ? ticket.boundTo : ticket.counter;
}

function aheadOf(office: Office, ticket: Ticket): number | null {
  if (ticket.state !== 'waiting') return null;
  const { boundTo, errand } = ticket;
  const line = boundTo === null ? lineOf(office, errand.service) : boundLineOf(office, boundTo);
  return line.countBefore(placeOf(ticket));
}

function reasonOf(event: QueueEvent): string | null {
  if (event.type === 'ticket-called') return event.outOfOrder;
  if (event.type === 'ticket-transferred') return event.note;
  return 'reason' in event ? (event.reason ?? null) : null;
}

import type { Entry } from '#core/events.ts';
import type { SlipContent } from '#printer/slip.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { sessionAt } from '#shared/domain/hours.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Session, Setup } from '#shared/domain/setup.ts';
import type { WaitingTicket } from '#shared/domain/ticket.ts';

/** The slips that an entry on disk asks for, with the ids of their tickets. [P1] @param followUrl where a phone follows a ticket */
export function slipsOf(
  entry: Entry,
  setup: Setup,
  followUrl: (ticket: TicketId) => string | null,
): { id: string; slip: SlipContent }[] {
  return entry.events.flatMap((event) =>
    event.type === 'ticket-issued'
      ? [{ id: event.ticket.id, slip: slipOf(event.ticket, event.ahead, setup, followUrl(event.ticket.id)) }]
      : [],
  );
}

function slipOf(ticket: WaitingTicket, ahead: number, setup: Setup, follow: string | null): SlipContent {
  const { service: serviceId } = ticket.errand;
  const clock = wallClock(ticket.issuedAt, setup.office.timeZone);
  const [year, month, date] = clock.day.split('-');
  const session = sessionAt(ticket.issuedAt, setup);
  return {
    office: setup.office.name.vi,
    number: ticket.number,
    service: setup.services.find(({ id }) => id === serviceId)?.name.vi ?? serviceId,
    counters: setup.counters.filter(({ own }) => own.includes(serviceId)).map(({ id }) => id),
    ahead,
    issuedAtText: `${clock.text} ${date}/${month}/${year}`,
    session: session && SESSIONS[session.name],
    footer: setup.wording.slipFooter,
    reprint: false,
    follow,
  };
}

const SESSIONS: Record<Session['name'], SlipContent['session']> = { morning: 'Sáng', afternoon: 'Chiều', day: null };

import type { Entry, SlipFacts } from '#core/events.ts';
import type { SlipContent } from '#printer/slip.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { sessionAt } from '#shared/domain/hours.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Session, Setup } from '#shared/domain/setup.ts';

/** The slips that an entry on disk asks for, with the ids of their tickets. [P1] @param followUrl where a phone follows a ticket */
export function slipsOf(
  entry: Entry,
  setup: Setup,
  followUrl: (ticket: TicketId) => string | null,
): { id: string; slip: SlipContent }[] {
  return entry.events.flatMap((event) => {
    if (event.type === 'ticket-issued') {
      const { id, number, errand, issuedAt } = event.ticket;
      const facts = { number, service: errand.service, issuedAt, ahead: event.ahead };
      return [{ id, slip: { ...slipOf(facts, setup), follow: followUrl(id) } }];
    }
    if (event.type !== 'slip-reprinted') return [];
    return [
      { id: event.ticket, slip: { ...slipOf(event.slip, setup), follow: followUrl(event.ticket), isReprint: true } },
    ];
  });
}

/** What a slip says with these facts, by the settings as they are now. */
export function slipOf({ number, service: serviceId, issuedAt, ahead }: SlipFacts, setup: Setup): SlipContent {
  const clock = wallClock(issuedAt, setup.office.timeZone);
  const [year = '', month, date] = clock.day.split('-');
  const session = sessionAt(issuedAt, setup);
  const service = setup.services.find(({ id }) => id === serviceId);
  return {
    office: setup.office.name.vi,
    number,
    service: service?.name.vi ?? serviceId,
    area: service?.area ?? null,
    counters: setup.counters.filter(({ own }) => own.includes(serviceId)).map(({ id }) => id),
    ahead,
    issuedAtText: `${clock.text} ${date}/${month}/${year}`,
    session: session && SESSIONS[session.name],
    code: `${number}-${date}${month}${year.slice(2)}`,
    footer: setup.wording.slipFooter,
    isReprint: false,
    follow: null,
  };
}

const SESSIONS: Record<Session['name'], SlipContent['session']> = { morning: 'Sáng', afternoon: 'Chiều', day: null };

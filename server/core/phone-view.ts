import type { PhoneView } from '#shared/contract/phone-views.ts';
import type { ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type HeldTicket, isHeld } from '#shared/domain/ticket.ts';
import { lineOf, type Office } from './office.ts';

type HandleOf = (ticket: TicketId) => string;

/**
 * The one picture that all phones get. It holds everybody's place under a handle, and neither numbers nor priority: who does not
 * know his handle learns from it only how long the lines are.
 */
export function phoneView(office: Office, setup: Setup, at: number, handleOf: HandleOf): PhoneView {
  const here = [...office.tickets.values()];
  const callSeqOf = ({ id }: HeldTicket) => office.board.find(({ ticket }) => ticket === id)?.callSeq ?? 0;
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    // Every service, also an empty one: a phone whose ticket is at a counter takes the name from here.
    waiting: [
      ...setup.services.map(({ id, name }) => ({
        service: id,
        name,
        handles: lineOf(office, id)
          .take(Number.POSITIVE_INFINITY)
          .map((ticket) => handleOf(ticket.id)),
      })),
      ...boundGroups(office, setup, handleOf),
    ],
    atCounters: here
      .filter(isHeld)
      .map((ticket) => ({
        handle: handleOf(ticket.id),
        counter: ticket.counter,
        state: ticket.state,
        callSeq: callSeqOf(ticket),
      }))
      .sort((a, b) => a.counter - b.counter),
    aside: here
      .flatMap(({ id, state }) => (state === 'parked' || state === 'absent' ? [{ handle: handleOf(id), state }] : []))
      // By handle: the order in memory would tell who was set aside first.
      .sort((a, b) => (a.handle < b.handle ? -1 : 1)),
  };
}

/**
 * Those whom only one counter may call stand in no service's line. Each counter's line is one group a service; whoever of another
 * service stands between is counted there by an empty handle, so that a handle's index is always the number of people before it.
 */
function boundGroups(office: Office, setup: Setup, handleOf: HandleOf): PhoneView['waiting'] {
  return [...office.boundLines.values()].flatMap((line) => {
    const tickets = line.take(Number.POSITIVE_INFINITY);
    const services = [...new Set(tickets.map(({ errand }) => errand.service))];
    return services.map((service) => ({
      service,
      name: nameOf(setup, service),
      handles: tickets.map(({ id, errand }) => (errand.service === service ? handleOf(id) : '')),
    }));
  });
}

function nameOf(setup: Setup, service: ServiceId) {
  return setup.services.find(({ id }) => id === service)?.name ?? { vi: service, en: service };
}

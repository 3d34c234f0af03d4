import type { SignView } from '#shared/contract/display-views.ts';
import type { RatingOffer } from '#shared/contract/rating-views.ts';
import type { CounterId, ServiceId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { currentTicket } from './at-counter.ts';
import { counterNow, type Office } from './office.ts';

/**
 * What the small display above a counter shows. Priority never shows. [B15]
 * @param rating what whoever was just served is asked
 */
export function signView(
  office: Office,
  setup: Setup,
  at: number,
  counter: CounterId,
  rating: RatingOffer | null = null,
): SignView {
  const { state } = counterNow(office, counter);
  const current = currentTicket(office, counter);
  const own = setup.counters.find(({ id }) => id === counter)?.own ?? [];
  const row = office.board.find((call) => call.ticket === current?.id && call.counter === counter);
  const here = current?.state === 'called' ? 'calling' : 'serving';
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    counter,
    state: current ? here : state === 'open' ? 'free' : state,
    number: current?.number ?? null,
    service: current ? serviceOf(setup, current.errand.service) : null,
    services: own.flatMap((id) => serviceOf(setup, id)?.short ?? []),
    callSeq: row?.callSeq ?? null,
    // Whoever stands there now is not the one who was served.
    rating: current ? null : rating,
  };
}

function serviceOf({ services }: Setup, id: ServiceId): SignView['service'] {
  const service = services.find((one) => one.id === id);
  return service ? { name: service.name, short: service.short } : null;
}

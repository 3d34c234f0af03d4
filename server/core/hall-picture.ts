import type { CounterView } from '#shared/contract/views.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import { openMs } from '#shared/domain/hours.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { currentTicket } from './at-counter.ts';
import { counterNow, lineOf, type Office } from './office.ts';
import { isGivingTickets } from './taking.ts';

/** What every counter's page shows of the hall: the same for all of them, so it is drawn once for all. */
export type HallPicture = {
  services: readonly Omit<CounterView['services'][number], 'serves'>[];
  counters: CounterView['counters'];
  isGivingTickets: boolean;
};

export function hallPicture(office: Office, setup: Setup, at: number): HallPicture {
  return {
    services: setup.services.map(({ id, prefix, short }) => ({
      ...{ id, prefix, short, waiting: lineOf(office, id).length },
      longestWaitMinutes: longestWaitMinutes(office, setup, at, id),
    })),
    counters: setup.counters.map(({ id, own, helps }) => ({
      ...{ id, state: counterNow(office, id).state, serves: [...own, ...helps] },
      current: whoIsAt(office, id),
    })),
    isGivingTickets: isGivingTickets(office, setup, at),
  };
}

/** Of who waits longest in a service's line, in open minutes; null: nobody waits there. [T1] */
function longestWaitMinutes(office: Office, setup: Setup, at: number, service: ServiceId): number | null {
  const oldest = lineOf(office, service).firstArrival();
  if (oldest === null) return null;
  return Math.floor(openMs(Math.min(oldest, at), at, setup, office.extended) / MINUTE);
}

function whoIsAt(office: Office, counter: number): CounterView['counters'][number]['current'] {
  const current = currentTicket(office, counter);
  return current && { number: current.number, state: current.state };
}

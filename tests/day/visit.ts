import { MINUTE, SECOND } from '#shared/domain/business-day.ts';
import type { ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { Service } from '#shared/domain/setup.ts';
import type { Visitor } from './draw-public.ts';
import { ASSUMED, serviceTimeCv } from './sample.ts';

/** How the visit of one person stands, as that person knows it. */
export type Visit = {
  visitor: Visitor;
  ticket: TicketId;
  number: string;
  stage: 'waiting' | 'called' | 'serving' | 'parked' | 'absent' | 'gone';
  tookAt: number;
  /** Services wished; the one at `step` is the present one. */
  services: ServiceId[];
  step: number;
  timesCalled: number;
  hasBeenMoved: boolean;
  hasBeenParked: boolean;
  hasReturned: boolean;
};

export function beginVisit(visitor: Visitor, given: { ticket: TicketId; number: string }, tookAt: number): Visit {
  const moved = { hasBeenMoved: false, hasBeenParked: false, hasReturned: false };
  return {
    visitor,
    ticket: given.ticket,
    number: given.number,
    stage: 'waiting',
    tookAt,
    services: [...visitor.services],
    step: 0,
    timesCalled: 0,
    ...moved,
  };
}

export function serviceNow(visit: Visit): ServiceId {
  return visit.services[visit.step] ?? '';
}

export function hasMore(visit: Visit): boolean {
  return visit.step + 1 < visit.services.length;
}

/** Done with the present service: on to the next, or home. */
export function moveOn(visit: Visit) {
  visit.stage = hasMore(visit) ? 'waiting' : 'gone';
  if (hasMore(visit)) visit.step += 1;
}

/** The longer somebody has waited, the likelier that nobody comes to the first call. */
export function staysAway({ visitor, timesCalled, hasReturned, tookAt }: Visit, now: number): boolean {
  const { base, per10MinutesOver20, cap } = ASSUMED.noShow;
  if (!visitor.comes) return true;
  if (timesCalled > 1 && !hasReturned) return false;
  const over = Math.max(0, (now - tookAt) / MINUTE - 20);
  return visitor.chance.happens(Math.min(cap, base + (over / 10) * per10MinutesOver20));
}

export function drawServiceMs({ visitor }: Visit, service: Service): number {
  const mean = service.meanServiceMinutes * MINUTE;
  const drawn = visitor.chance.lognormal({ mean, cv: serviceTimeCv(service.id) });
  return Math.max(drawn, ASSUMED.serviceTime.minSeconds * SECOND);
}

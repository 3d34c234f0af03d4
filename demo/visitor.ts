import { MINUTE } from '#shared/domain/business-day.ts';
import type { ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { PriorityClass } from '#shared/domain/ticket.ts';
import { type Chance, createChance } from '#tests/day/chance.ts';
import { ASSUMED } from '#tests/day/sample.ts';

/** Somebody simulated. A ticket that is not of one of these belongs to a person at the kiosk, who behaves as one should. */
export type Visitor = {
  services: readonly ServiceId[];
  priority: PriorityClass;
  /** At which call this visitor comes to the counter; infinity: never. */
  comesAtCall: number;
  /** Leaves after waiting so long without a call, ms; infinity: stays. */
  patienceMs: number;
  /** Marked absent: is back so long after, ms; infinity: gone for good. */
  returnsAfterMs: number;
  hasWrongService: boolean;
  mustFillInForm: boolean;
};

/** The simulated visitors in the house, by ticket. */
export type Visitors = Map<TicketId, Visitor>;

const FORM_SERVICES: readonly string[] = ASSUMED.parked.of;
const everyShare: Readonly<Record<string, number>> = { ...ASSUMED.serviceShare, ...ASSUMED.laneRatio };

/** @param chance the stream of this one visitor */
export function drawVisitor(chance: Chance): Visitor {
  const { priorityShare, twoServicesDeclared, leavesEarly, noShow, wrongService, parked } = ASSUMED;
  const service = chance.pick(everyShare);
  const isLane = service in ASSUMED.laneRatio;
  const second = chance.pick(ASSUMED.serviceShare);
  const staysAway = chance.happens(noShow.base);
  return {
    services: chance.happens(twoServicesDeclared) && !isLane && second !== service ? [service, second] : [service],
    priority: chance.happens(priorityShare) ? 'priority' : 'regular',
    comesAtCall: staysAway ? (chance.happens(noShow.comesAtRecall) ? 2 : Number.POSITIVE_INFINITY) : 1,
    patienceMs: chance.happens(leavesEarly.share)
      ? chance.lognormal(leavesEarly.minutes) * MINUTE
      : Number.POSITIVE_INFINITY,
    returnsAfterMs: chance.happens(noShow.returns) ? chance.between(3, 25) * MINUTE : Number.POSITIVE_INFINITY,
    hasWrongService: chance.happens(wrongService) && !isLane,
    mustFillInForm: chance.happens(parked.share) && FORM_SERVICES.includes(service),
  };
}

/** A service for who came to the wrong counter. */
export function anotherService(not: ServiceId, chance: Chance): ServiceId {
  const others = Object.entries(ASSUMED.serviceShare).filter(([id]) => id !== not);
  return chance.pick(Object.fromEntries(others));
}

/** The n-th visitor of this demo. */
export function chanceOfVisitor(seed: number, index: number): Chance {
  return createChance(seed, 'demo visitor', index);
}

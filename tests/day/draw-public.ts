import { MINUTE, minuteOfDay, momentOf, SECOND } from '#shared/domain/business-day.ts';
import { type Span, sessionsOf } from '#shared/domain/hours.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { PriorityClass } from '#shared/domain/ticket.ts';
import { type Chance, createChance } from './chance.ts';
import { ASSUMED, KNOWN, SAMPLE_DAY } from './sample.ts';

/** Somebody who comes this day, as chance made them. */
export type Visitor = {
  /** Takes the number at this moment, ms UTC … */
  takesAt: number;
  /** … at the first or second kiosk; null: at the help desk. */
  kiosk: number | null;
  services: readonly ServiceId[];
  priority: PriorityClass;
  /** Leaves after waiting so long; null: stays. */
  patienceMs: number | null;
  /** Tells a clerk of it; else the help desk. */
  tellsClerk: boolean;
  /** Asks at the counter of the help desk, where there is no kiosk for it; else the manager. */
  asksClerk: boolean;
  /** False: a number that was taken for fun. */
  comes: boolean;
  /** Chosen at the kiosk. */
  language: 'en' | null;
  chance: Chance;
};

type Coming = Omit<Visitor, 'takesAt' | 'kiosk'> & { comesAt: number };

/**
 * Everybody of the day, in the order of coming.
 * @param scale 1: the sample Monday
 */
export function drawPublic(setup: Setup, { seed, scale, kiosks }: { seed: number; scale: number; kiosks: number }) {
  const chance = createChance(seed, 'public');
  const { min, max } = KNOWN.dossiersADay;
  const dossiers = Math.round(chance.between(min, max) * ASSUMED.mondayFactor * scale);
  const firsts = Array.from({ length: dossiers }, () => chance.pick(ASSUMED.serviceShare));
  for (const [lane, ratio] of Object.entries(ASSUMED.laneRatio)) {
    for (let count = Math.round(dossiers * ratio); count > 0; count -= 1) firsts.push(lane);
  }
  const coming = firsts.map((service, index) => {
    const habits = createChance(seed, 'habits', index);
    return drawVisitor(service, createChance(seed, 'visitor', index), habits, setup);
  });
  return queueAtKiosks(coming, setup, kiosks);
}

/** @param habits what changes nothing of the rest of the day */
function drawVisitor(first: ServiceId, chance: Chance, habits: Chance, setup: Setup): Coming {
  const { leavesEarly, priorityShare, twoServicesDeclared, speaksEnglish, helpDesk } = ASSUMED;
  const isLane = first in ASSUMED.laneRatio;
  const second = chance.pick(ASSUMED.serviceShare);
  const both = chance.happens(twoServicesDeclared) && !isLane && second !== first;
  return {
    comesAt: drawComing(chance, setup),
    services: both ? [first, second] : [first],
    priority: chance.happens(priorityShare) ? 'priority' : 'regular',
    patienceMs: chance.happens(leavesEarly.share) ? chance.lognormal(leavesEarly.minutes) * MINUTE : null,
    tellsClerk: habits.happens(leavesEarly.tellsClerk),
    language: habits.happens(speaksEnglish) ? 'en' : null,
    asksClerk: habits.happens(helpDesk.atCounter),
    comes: true,
    chance,
  };
}

/** Some wait before the doors open, the others come by the half hours; in the last one only while numbers are given. */
function drawComing(chance: Chance, setup: Setup): number {
  const { slotMinutes, slotWeights, waitingAtOpening } = ASSUMED;
  if (chance.happens(waitingAtOpening.share)) {
    const { from, until } = waitingAtOpening;
    return moment(chance.between(minuteOfDay(from), minuteOfDay(until)), setup);
  }
  const from = minuteOfDay(chance.pick(slotWeights));
  const at = (minute: number) => moment(minute, setup);
  const closing = ticketHours(setup).find((span) => span.until > at(from))?.until ?? at(from + slotMinutes);
  const until = Math.min(at(from + slotMinutes), closing);
  return toSecond(chance.between(at(from), until - SECOND));
}

/** One at a time at each kiosk; whom closing time finds in the queue gets a number at the help desk. */
function queueAtKiosks(coming: readonly Coming[], setup: Setup, kiosks: number): Visitor[] {
  const freeAt = Array.from({ length: kiosks }, () => 0);
  const hours = ticketHours(setup);
  return [...coming]
    .sort((a, b) => a.comesAt - b.comesAt)
    .map(({ comesAt, ...visitor }) => {
      const span = hours.find(({ until }) => comesAt < until);
      const opens = Math.max(comesAt, span?.from ?? comesAt);
      if (visitor.chance.happens(ASSUMED.atHelpDesk)) return { ...visitor, takesAt: opens, kiosk: null };
      const kiosk = freeAt.indexOf(Math.min(...freeAt));
      const takesAt = Math.max(opens, freeAt[kiosk] ?? 0);
      if (span && takesAt >= span.until) return { ...visitor, takesAt, kiosk: null };
      freeAt[kiosk] = takesAt + ASSUMED.kioskSeconds * SECOND;
      return { ...visitor, takesAt, kiosk };
    });
}

function ticketHours(setup: Setup): Span[] {
  return sessionsOf(SAMPLE_DAY, setup).map(({ tickets }) => tickets);
}

function moment(minute: number, setup: Setup): number {
  return toSecond(momentOf(SAMPLE_DAY, 0, setup.office.timeZone) + minute * MINUTE);
}

function toSecond(at: number): number {
  return Math.floor(at / SECOND) * SECOND;
}

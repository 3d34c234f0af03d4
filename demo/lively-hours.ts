import { businessDay, DAY, HOUR, MINUTE, minuteOfDay, momentOf, wallClock } from '#shared/domain/business-day.ts';
import { dayClosesAt, nextTicketsFrom, type Span, sessionsOf } from '#shared/domain/hours.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { ASSUMED } from '#tests/day/sample.ts';

/** After the doors have opened it takes so long until there are lines worth looking at. */
const LEAD_IN_MS = HOUR;
/** Half hours of the sample Monday in which fewer come are not worth looking at. */
const LIVELY_WEIGHT = 4;
/** Whoever still waits when the doors close is served for so long at most. */
const LATE_MS = 30 * MINUTE;

const weights: Readonly<Record<string, number>> = ASSUMED.slotWeights;

/** How many come in the half hour of this moment, next to the others of the sample Monday. */
export function slotWeight(at: number, { office }: Setup): number {
  const { minute } = wallClock(at, office.timeZone);
  return weights[slotName(minute - (minute % ASSUMED.slotMinutes))] ?? 0;
}

/** The first lively moment from this one on: this very one, or the next in which the hall is full again. */
export function livelyFrom(at: number, setup: Setup): number {
  const { timeZone } = setup.office;
  const noon = momentOf(businessDay(at, timeZone), 12 * 60, timeZone);
  for (let ahead = 0; ahead < 15; ahead += 1) {
    const span = livelySpans(businessDay(noon + ahead * DAY, timeZone), setup).find(({ until }) => at < until);
    if (span) return Math.max(at, span.from);
  }
  return at;
}

/** Monday of the week of this moment, before the doors open. */
export function mondayMorning(at: number, timeZone: string): number {
  const { day, weekday } = wallClock(at, timeZone);
  const noon = momentOf(day, 12 * 60, timeZone);
  return momentOf(businessDay(noon - (weekday - 1) * DAY, timeZone), 6 * 60, timeZone);
}

/** `late`: only those still waiting are served; `over`: nobody is called any more. */
export function clerkHours(at: number, setup: Setup): 'open' | 'late' | 'over' {
  const spans = sessionsOf(businessDay(at, setup.office.timeZone), setup).map(({ open }) => open);
  if (spans.some(({ from, until }) => at >= from && at < until)) return 'open';
  return spans.some(({ until }) => at >= until && at < until + LATE_MS) ? 'late' : 'over';
}

/** When something can happen next: this moment, or, at night, the first number of the next working day. */
export function nextStir(at: number, setup: Setup): number {
  const day = businessDay(at, setup.office.timeZone);
  const [first] = sessionsOf(day, setup);
  const isDay = first && at >= first.tickets.from && at <= dayClosesAt(day, setup);
  return isDay ? at : (nextTicketsFrom(at - 1, setup) ?? at);
}

function livelySpans(day: string, setup: Setup): Span[] {
  const { timeZone } = setup.office;
  return sessionsOf(day, setup).map(({ session, open }) => {
    let minute = minuteOfDay(session.opens);
    while ((weights[slotName(minute)] ?? 0) >= LIVELY_WEIGHT) minute += ASSUMED.slotMinutes;
    return { from: open.from + LEAD_IN_MS, until: momentOf(day, minute, timeZone) };
  });
}

function slotName(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

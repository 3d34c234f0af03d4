import { type BusinessDay, DAY, minuteOfDay, momentOf, wallClock } from './business-day.ts';
import type { Session, Setup } from './setup.ts';

/** A stretch of time, ms UTC; `until` is not part of it. */
export type Span = { from: number; until: number };

type Hours = Pick<Setup, 'sessions' | 'dayCloses'> & { office: { timeZone: string } };

/** A session on one day, with its spans. */
export type DaySession = { session: Session; open: Span; tickets: Span };

// Every view of a counter asks for them, and the wall clock's arithmetic is dear. One day of one setup is all that is ever asked
// again soon.
const worked = new WeakMap<object, { day: BusinessDay; sessions: readonly DaySession[] }>();

/** The sessions of a day in the order of the clock. */
export function sessionsOf(day: BusinessDay, setup: Hours): readonly DaySession[] {
  const known = worked.get(setup);
  if (known?.day === day) return known.sessions;
  const sessions = workOutSessions(day, setup);
  worked.set(setup, { day, sessions });
  return sessions;
}

function workOutSessions(day: BusinessDay, setup: Hours): DaySession[] {
  const { timeZone } = setup.office;
  const { weekday } = wallClock(momentOf(day, 12 * 60, timeZone), timeZone);
  const at = (time: string) => momentOf(day, minuteOfDay(time), timeZone);
  return setup.sessions
    .filter((session) => session.weekdays.includes(weekday))
    .map((session) => ({
      session,
      open: { from: at(session.opens), until: at(session.closes) },
      tickets: { from: at(session.ticketsFrom), until: at(session.ticketsUntil) },
    }))
    .sort((a, b) => a.open.from - b.open.from);
}

/** Whether the kiosk gives numbers at this moment by the hours alone. */
export function givesTickets(at: number, setup: Hours): boolean {
  const { day } = wallClock(at, setup.office.timeZone);
  return sessionsOf(day, setup).some(({ tickets }) => at >= tickets.from && at < tickets.until);
}

/** The session whose visitors come at this moment: the one running, or the next to open today; null after the last. */
export function sessionAt(at: number, setup: Hours): Session | null {
  const { day } = wallClock(at, setup.office.timeZone);
  return sessionsOf(day, setup).find(({ open }) => at < open.until)?.session ?? null;
}

/** When numbers are next given, ms UTC, within the coming fortnight; null when no session is near. */
export function nextTicketsFrom(at: number, setup: Hours): number | null {
  const { timeZone } = setup.office;
  // From noon to noon: a day of 23 or 25 hours is neither skipped nor met twice.
  const noon = momentOf(wallClock(at, timeZone).day, 12 * 60, timeZone);
  for (let ahead = 0; ahead < 15; ahead += 1) {
    const { day } = wallClock(noon + ahead * DAY, timeZone);
    const from = sessionsOf(day, setup).find(({ tickets }) => tickets.from > at)?.tickets.from;
    if (from !== undefined) return from;
  }
  return null;
}

/** The moment at which this day is closed by itself, ms UTC. */
export function dayClosesAt(day: BusinessDay, setup: Hours): number {
  return momentOf(day, minuteOfDay(setup.dayCloses), setup.office.timeZone);
}

/**
 * Waiting time as the law of the house counts it: only the minutes in which the office is open.
 * @param extra spans in which the manager held the office open outside the hours
 * @returns ms, never more than `to - from`
 */
export function openMs(from: number, to: number, setup: Hours, extra: readonly Span[] = []): number {
  const { day } = wallClock(from, setup.office.timeZone);
  const spans = [...sessionsOf(day, setup).map(({ open }) => open), ...extra].sort((a, b) => a.from - b.from);
  let counted = 0;
  let reached = from;
  for (const span of spans) {
    const start = Math.max(span.from, reached);
    const end = Math.min(span.until, to);
    if (end > start) {
      counted += end - start;
      reached = end;
    }
  }
  return counted;
}

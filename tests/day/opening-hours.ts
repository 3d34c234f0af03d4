import { MINUTE } from '#shared/domain/business-day.ts';
import { dayClosesAt, type Span, sessionsOf } from '#shared/domain/hours.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { ASSUMED, SAMPLE_DAY } from './sample.ts';

/**
 * When clerks work. Whoever took a number before the doors closed is still served: at noon for half an hour at most, the rest wait
 * until the afternoon; in the evening until the day closes by itself.
 */
export type WorkingHours = {
  ticketsFrom: number;
  /** The moments at which counters open. */
  opens: readonly number[];
  dayCloses: number;
  /** `open`; `late`: only those still waiting are served; `over`: nobody is called any more. */
  at(moment: number): 'open' | 'late' | 'over';
  /** The same moment, or, in a break, the opening after it; null: none is left today. */
  whenOpen(moment: number): number | null;
};

export function workingHours(setup: Setup): WorkingHours {
  const sessions = sessionsOf(SAMPLE_DAY, setup);
  const spans: Span[] = sessions.map(({ open }) => open);
  return {
    ticketsFrom: sessions[0]?.tickets.from ?? 0,
    opens: spans.map(({ from }) => from),
    dayCloses: dayClosesAt(SAMPLE_DAY, setup),
    at(moment) {
      if (spans.some(({ from, until }) => moment >= from && moment < until)) return 'open';
      const ended = spans.findLast(({ until }) => until <= moment);
      if (!ended) return 'over';
      const isLast = ended === spans.at(-1);
      return isLast || moment < ended.until + ASSUMED.clerk.lunchAtLatestMinutes * MINUTE ? 'late' : 'over';
    },
    whenOpen(moment) {
      const next = spans.find(({ until }) => moment < until);
      return next ? Math.max(moment, next.from) : null;
    },
  };
}

import type { CounterView } from '#shared/contract/views.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import { EXAMPLE_AT, EXAMPLE_VIEWS, exampleTicket } from './example-views.ts';

const { idle, called, calledOften, serving } = EXAMPLE_VIEWS;
/** As long as the settings and the contract let them be. */
const LONG = 'Cấp đổi giấy chứng nhận';
const NOTE =
  'Còn thiếu chữ ký của hai người thừa kế ở Châu Phú, hẹn bổ sung trước 15 giờ. Nhờ đối chiếu lại trích lục với sổ gốc nhé.';

const TWO_MINUTES_AGO = EXAMPLE_AT - 2 * MINUTE;
const withHelp = <V extends CounterView>(view: V, ...counters: readonly number[]) => ({
  ...view,
  help: counters.map((counter) => ({ counter, since: TWO_MINUTES_AGO })),
});

/** Moments of a long day: the house that calls by itself, calls for help, and what strains the page. */
export const MOMENTS = {
  autoCall: { ...called, autoCall: 'on' },
  autoCallHeld: { ...idle, autoCall: 'held' },
  helpCalled: {
    ...withHelp(serving, 3),
    may: [...serving.may.filter((action) => action !== 'counter:call-help'), 'counter:help-came'],
  },
  helpOfMany: withHelp(calledOften, 3, 7, 12),
  /** A counter that lends a hand for a day, with five services of its own, and everybody waits too long. */
  reassigned: {
    ...idle,
    isReassigned: true,
    services: idle.services.map((service, index) => ({
      ...service,
      serves: index < 5 ? 'own' : index < 9 ? 'helps' : 'no',
      waiting: 40 + index,
      longestWaitMinutes: 35 + 13 * index,
    })),
  },
  // What strains the page: names and notes as long as they can be, and more people than it shows.
  longNames: {
    ...serving,
    services: serving.services.map((service) => ({ ...service, short: LONG })),
    current: { ...serving.current, note: NOTE, priority: 'priority' },
  },
  longLine: {
    ...called,
    waiting: Array.from({ length: 200 }, (_, index) => ({
      ...exampleTicket(`A${index + 100}`, 200 - index),
      from: 'own' as const,
    })),
    waitingCount: 243,
  },
} as const satisfies Record<string, CounterView>;

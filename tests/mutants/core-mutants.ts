import type { Mutant } from './mutant.ts';

const PROPERTY = 'server/core/day.property.test.ts';

/** Bugs in the rules: who is next, what an undo restores, which number comes. */
export const CORE_MUTANTS: readonly Mutant[] = [
  {
    name: 'number after the highest one still in the table',
    file: 'server/core/ticket-number.ts',
    find: 'const next = (office.lastNumber.get(service.prefix) ?? 0) + 1;',
    replace: `const here = [...office.tickets.values()].map(({ number }) => number).filter((one) => one.startsWith(service.prefix));
  const next = Math.max(0, ...here.map((one) => Number(one.slice(1)))) + 1;`,
    tests: ['server/core/ticket-number.test.ts', PROPERTY],
  },
  {
    name: 'order by number instead of arrival',
    file: 'server/core/line.ts',
    find: 'return { effectiveAt: ticket.errand.effectiveAt, order: ticket.order };',
    replace: 'return { effectiveAt: Number(ticket.number.slice(1)), order: ticket.order };',
    tests: [PROPERTY],
  },
  {
    name: 'head start doubled',
    file: 'server/core/queue-discipline.ts',
    find: 'minutes * 60_000',
    replace: 'minutes * 120_000',
    tests: [PROPERTY],
  },
  {
    name: 'own lines and helped lines exchanged',
    file: 'server/core/queue-discipline.ts',
    find: `{ from: 'own', lines: counter.own.map((id) => lineOf(office, id)), takes: unbound(counter.own) },
    { from: 'helps', lines: counter.helps.map((id) => lineOf(office, id)), takes: unbound(counter.helps) },`,
    replace: `{ from: 'helps', lines: counter.helps.map((id) => lineOf(office, id)), takes: unbound(counter.helps) },
    { from: 'own', lines: counter.own.map((id) => lineOf(office, id)), takes: unbound(counter.own) },`,
    tests: [PROPERTY],
  },
  {
    name: 'line of those bound to a counter ignored',
    file: 'server/core/queue-discipline.ts',
    find: 'lines: [boundLineOf(office, counter.id)]',
    replace: 'lines: []',
    tests: [PROPERTY],
  },
  {
    name: 'undo restores one ticket too few',
    file: 'server/core/undoing.ts',
    find: 'undo.before.map(',
    replace: 'undo.before.slice(0, Math.max(1, undo.before.length - 1)).map(',
    tests: [PROPERTY],
  },
  {
    name: 'undo although somebody has touched the ticket since',
    file: 'server/core/undoing.ts',
    find: 'return isUntouched(office, undo) ? undo : null;',
    replace: 'return undo;',
    tests: ['server/core/undoing.test.ts'],
  },
  {
    name: 'absent person returns twice',
    file: 'server/core/waiting-room.ts',
    find: "if (ticket.returned) return refuse('returned-already');",
    replace: '',
    tests: ['server/core/waiting-room.test.ts'],
  },
  {
    name: 'who is being served is cancelled',
    file: 'server/core/waiting-room.ts',
    find: "if (ticket.state === 'serving') return refuse('already-serving');",
    replace: '',
    tests: ['server/core/waiting-room.test.ts'],
  },
  {
    name: 'cancelled range takes those at a counter',
    file: 'server/core/waiting-room.ts',
    find: '.filter((ticket) => !isHeld(ticket))',
    replace: '.filter((ticket) => isHeld(ticket) || ticket.number)',
    tests: [PROPERTY],
  },
  {
    name: 'closed counter leaves those bound to it waiting',
    file: 'server/core/counter-doors.ts',
    find: ', ...boundLineOf(office, counter).take(Number.POSITIVE_INFINITY)];',
    replace: ', ...boundLineOf(office, counter).take(0)];',
    tests: [PROPERTY],
  },
  {
    name: 'board keeps every call of the day',
    file: 'server/core/apply.ts',
    find: 'return past <= PAST_CALLS_KEPT || here <= PAST_CALLS_OF_A_COUNTER;',
    replace: 'return past > 0;',
    tests: ['server/core/board-bound.test.ts'],
  },
  {
    name: 'page acts on an old picture',
    file: 'server/core/at-counter.ts',
    find: "if ((current?.id ?? null) !== command.input.expects) return refuse('stale-picture');",
    replace: '',
    tests: [PROPERTY],
  },
  {
    name: 'business day from the time zone of the process',
    file: 'shared/domain/business-day.ts',
    find: "      timeZone,\n      calendar: 'gregory',",
    replace: "      calendar: 'gregory',",
    tests: ['shared/domain/business-day.test.ts'],
  },
];

import type { Mutant } from './mutant.ts';

const PROPERTY = 'server/core/day.property.test.ts';
const AUTO_CALLING = ['server/core/auto-calling.test.ts', PROPERTY];
const SUPERVISING = ['server/core/supervising.test.ts'];
const SERVING = ['server/core/serving.test.ts'];

/** Bugs in what a clerk's day needs beside calling: the house that calls, counters with other services, dossiers, further services. */
export const CLERK_MUTANTS: readonly Mutant[] = [
  {
    name: 'the house calls a second one to a counter',
    file: 'server/core/auto-calling.ts',
    find: "return autoCall === 'on' && state === 'open' && current === null;",
    replace: "return autoCall === 'on' && state === 'open';",
    tests: AUTO_CALLING,
  },
  {
    name: 'the house calls to a counter that pauses',
    file: 'server/core/auto-calling.ts',
    find: "return autoCall === 'on' && state === 'open' && current === null;",
    replace: "return autoCall === 'on' && state !== 'closed' && current === null;",
    tests: AUTO_CALLING,
  },
  {
    name: 'the house calls again what was just taken back',
    file: 'server/core/remember-press.ts',
    find: "if (command === 'ticket:undo-call' && autoCall === 'on') changeCounter(office, counter, { autoCall: 'held' });",
    replace: '',
    tests: AUTO_CALLING,
  },
  {
    name: 'the house never calls again after an undo',
    file: 'server/core/remember-press.ts',
    find: "if (isPress && autoCall === 'held') changeCounter(office, counter, { autoCall: 'on' });",
    replace: '',
    tests: AUTO_CALLING,
  },
  {
    name: 'an undo takes back the call of the house alone',
    file: 'server/core/remember-press.ts',
    find: 'return isOneWithPress ? together(press, undo) : undo;',
    replace: 'return undo;',
    tests: AUTO_CALLING,
  },
  {
    name: 'a number given at a counter takes its undo away',
    file: 'server/core/remember-press.ts',
    find: "'counter:help-came', 'ticket:take', 'slip:reprint']",
    replace: "'counter:help-came', 'slip:reprint']",
    tests: AUTO_CALLING,
  },
  {
    name: 'a slip printed again at a counter takes its undo away',
    file: 'server/core/remember-press.ts',
    find: "'counter:help-came', 'ticket:take', 'slip:reprint']",
    replace: "'counter:help-came', 'ticket:take']",
    tests: ['server/core/reprinting.test.ts'],
  },
  {
    name: 'a clerk gives numbers outside the hours',
    file: 'server/core/taking.ts',
    find: "if (role !== 'manager' && !isGivingTickets",
    replace: "if (role === 'kiosk' && !isGivingTickets",
    tests: ['server/core/taking.test.ts'],
  },
  {
    name: 'who is bound to a counter waits for it although it does his service no more',
    file: 'server/core/supervising.ts',
    find: '.filter(({ errand }) => !all.includes(errand.service))',
    replace: '.filter(() => false)',
    tests: [...SUPERVISING, PROPERTY],
  },
  {
    name: 'a service is assigned away from its last counter',
    file: 'server/core/supervising.ts',
    find: "if (!isEverythingServed(office, settings, counter, all)) return refuse('nobody-would-serve');",
    replace: '',
    tests: [...SUPERVISING, PROPERTY],
  },
  {
    name: 'somebody parked is bound again to a counter that does his service no more',
    file: 'server/core/waiting-room.ts',
    find: 'if (!counter || !serves(counter, errand.service)) return null;',
    replace: 'if (!counter) return null;',
    tests: [...SUPERVISING, PROPERTY],
  },
  {
    name: 'a counter pauses with somebody there',
    file: 'server/core/counter-doors.ts',
    find: "if (currentTicket(office, counter)) return refuse('finish-first');",
    replace: '',
    tests: [...SUPERVISING, 'server/core/counter-doors.test.ts'],
  },
  {
    name: 'dossiers of a service within a visit are not counted',
    file: 'server/core/place.ts',
    find: `    countDossiers(office, service, dossiers, step);
  }`,
    replace: '  }',
    tests: [...SERVING, PROPERTY],
  },
  {
    name: 'an undo counts the dossiers once more',
    file: 'server/core/place.ts',
    find: 'withDossiers(dossiersOf(office, service), dossiers, step)',
    replace: 'withDossiers(dossiersOf(office, service), dossiers, 1)',
    tests: [...SERVING, PROPERTY],
  },
  {
    name: 'further services count from the press',
    file: 'server/core/serving.ts',
    find: '  if (done.length === 0) return { ...errand, service };\n',
    replace: '',
    tests: [...SERVING, PROPERTY],
  },
  {
    name: 'who has been served jumps with further services',
    file: 'server/core/serving.ts',
    find: 'if (done.length === 0) return { ...errand, service };',
    replace: 'if (done.length < 9) return { ...errand, service };',
    tests: [...SERVING, PROPERTY],
  },
  {
    name: 'further services beyond what a visit may have',
    file: 'server/core/serving.ts',
    find: "if (further.length > roomFor(current, setup.rules)) return refuse('too-many-services');",
    replace: '',
    tests: [...SERVING, PROPERTY],
  },
  {
    name: 'a phone does not hear of further services',
    file: 'server/phone/follow.ts',
    find: 'slip.services = [event.to, ...slip.services.slice(1), ...further];',
    replace: 'slip.services = [event.to, ...slip.services.slice(1)];\n    void further;',
    tests: ['server/phone/follow.test.ts'],
  },
  {
    name: 'the longest wait is that of the first in line',
    file: 'server/core/line.ts',
    find: 'if (first === null || (arrivedAt !== null && arrivedAt < first)) first = arrivedAt;',
    replace: 'first ??= arrivedAt;',
    tests: ['server/core/counter-view.test.ts'],
  },
];

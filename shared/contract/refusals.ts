/** Every "no" the house can answer. A closed list: each page has words for each of them. */
export const REFUSALS = [
  // Taking a number
  'not-open-now',
  'day-closed',
  'numbers-used-up',
  'unknown-service',
  'same-service-twice',
  'too-many-services',
  // At the counter
  'nobody-waiting',
  'stale-picture',
  'counter-not-open',
  'already-open',
  'finish-first',
  'nobody-here',
  'already-serving',
  'call-again-first',
  'recall-too-soon',
  'nothing-to-undo',
  'too-late-to-undo',
  'unknown-counter',
  'counter-cannot-serve',
  'same-place',
  'nobody-would-serve',
  'help-called-already',
  'no-help-called',
  // About one ticket
  'no-such-ticket',
  'not-waiting',
  'not-parked-here',
  'not-absent',
  'returned-already',
  'not-a-range',
  'nobody-in-range',
  // About paper
  'no-printer',
  'slip-under-way',
  'reprinted-enough',
  // About calls on displays
  'no-such-call',
  'spoken-already',
  'not-your-voice',
  // About ratings
  'no-such-question',
  // About machines
  'machine-silent',
  'only-a-browser',
  // Coming in
  'wrong-password',
  'wrong-pin',
  'wait-before-trying',
  'weak-password',
  'in-use-elsewhere',
  'name-taken',
  'no-such-code',
  'no-such-device',
  'no-such-clerk',
  'no-such-slip',
  // At the door
  'not-allowed',
  'not-understood',
  'command-id-reused',
  'old-page',
  'too-many-requests',
  // A fault of the house
  'out-of-service',
  // Said by the page itself: nobody answered
  'no-connection',
] as const;
export type Refusal = (typeof REFUSALS)[number];

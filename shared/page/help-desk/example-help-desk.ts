import type { LookedUp } from '#shared/contract/look-up.ts';
import { MINUTE } from '#shared/domain/business-day.ts';

/** What a house would tell of some numbers, for the help desk as it is tried on a stage. */
export function exampleFound(at: number): Record<'waiting' | 'serving' | 'cancelled', LookedUp> {
  const issued = { at: at - 62 * MINUTE, what: 'ticket-issued', counter: null, reason: null };
  const printed = { at: at - 62 * MINUTE, what: 'slip-printed', counter: null, reason: null };
  const waiting: LookedUp = {
    ...{ ticket: 'ticket-A012', number: 'A012', state: 'waiting', outcome: null, service: 'dat-dai' },
    ...{ counter: null, ahead: 4, noReprint: null },
    history: [issued, printed],
  };
  return {
    waiting,
    serving: {
      ...{ ticket: 'ticket-C005', number: 'C005', state: 'serving', outcome: null, service: 'can-cuoc' },
      ...{ counter: 5, ahead: null, noReprint: 'reprinted-enough' },
      history: [
        issued,
        { at: at - 62 * MINUTE, what: 'slip-unknown', counter: null, reason: 'no answer' },
        { at: at - 60 * MINUTE, what: 'slip-reprinted', counter: null, reason: null },
        { ...printed, at: at - 60 * MINUTE },
        { at: at - 9 * MINUTE, what: 'ticket-called', counter: 5, reason: 'Người khuyết tật, cao tuổi, có con nhỏ' },
        { at: at - 8 * MINUTE, what: 'call-undone', counter: 5, reason: null },
        { at: at - 6 * MINUTE, what: 'ticket-called', counter: 5, reason: null },
        { at: at - 5 * MINUTE, what: 'ticket-recalled', counter: 5, reason: null },
        { at: at - 4 * MINUTE, what: 'service-started', counter: 5, reason: null },
      ],
    },
    cancelled: {
      ...waiting,
      ...{ state: 'closed', outcome: 'cancelled', ahead: null, noReprint: 'no-such-ticket' },
      history: [issued, printed, { at, what: 'ticket-closed', counter: null, reason: 'Người dân đã về' }],
    },
  };
}

import * as v from 'valibot';
import { CounterId, ServiceId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import { OUTCOMES } from '#shared/domain/ticket.ts';
import { REFUSALS } from './refusals.ts';

/** What the help desk is told of one number of today. */
export const LookedUp = v.strictObject({
  ticket: TicketId,
  number: TicketNumber,
  state: v.picklist(['waiting', 'called', 'serving', 'parked', 'absent', 'closed']),
  /** How it ended; null while it is here. */
  outcome: v.nullable(v.picklist(OUTCOMES)),
  service: ServiceId,
  /** Where it is, was set aside, or is bound to. */
  counter: v.nullable(CounterId),
  /** How many stand before it in its line; null when it does not wait. */
  ahead: v.nullable(v.number()),
  /** Why its slip cannot be printed again now; null: it can. */
  noReprint: v.nullable(v.picklist(REFUSALS)),
  /** What happened to it today, oldest first: the fact, and at which counter. */
  history: v.array(
    v.strictObject({
      at: v.number(),
      what: v.string(),
      counter: v.nullable(CounterId),
      reason: v.nullable(v.string()),
    }),
  ),
});
export type LookedUp = v.InferOutput<typeof LookedUp>;

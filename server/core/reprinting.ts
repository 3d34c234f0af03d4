import type { Refusal } from '#shared/contract/refusals.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Command, type Decision, happened, refuse } from './decision.ts';
import type { Office } from './office.ts';
import { slipCopyOf } from './slip-copies.ts';

/** One more paper with the same number, because a person asked for it; never by itself. [P15] */
export function reprint(office: Office, setup: Setup, command: Command<'slip:reprint'>): Decision<'slip:reprint'> {
  const { at, input } = command;
  const refusal = whyNoReprint(office, setup, input.ticket, at);
  if (refusal !== null) return refuse(refusal);
  const copy = slipCopyOf(office, input.ticket, at);
  if (!copy) return refuse('no-such-ticket');
  return happened({ type: 'slip-reprinted', ticket: input.ticket, slip: copy.slip });
}

/** Why this slip cannot be printed again at this moment; null: it can. */
export function whyNoReprint(office: Office, setup: Setup, ticket: TicketId, at: number): Refusal | null {
  if (setup.printer === null) return 'no-printer';
  const copy = slipCopyOf(office, ticket, at);
  if (!copy) return 'no-such-ticket';
  // While a paper may still come out of the printer another would make two of a press that meant one.
  if (office.slips.some((slip) => slip.ticket === ticket && slip.outcome === 'printing')) return 'slip-under-way';
  return copy.reprints < setup.rules.reprintsPerTicket ? null : 'reprinted-enough';
}

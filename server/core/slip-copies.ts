import { HOUR } from '#shared/domain/business-day.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { SlipFacts } from './events.ts';
import type { Office } from './office.ts';

/** How long after the end of a visit its slip can still be printed again. [P15] */
export const REPRINT_FOR_MS = HOUR;

/** What a ticket's slip said, and how many more of it may lie about. Never changed, only replaced. */
export type SlipCopy = { slip: SlipFacts; reprints: number };

/** The slip of who is here, or was here until lately. */
export function slipCopyOf(office: Office, ticket: TicketId, at: number): SlipCopy | null {
  const here = office.slipCopies.get(ticket);
  if (here) return here;
  const gone = office.goneSlipCopies.get(ticket);
  return gone && at - gone.endedAt < REPRINT_FOR_MS ? gone.copy : null;
}

export function keepSlipCopy(office: Office, ticket: TicketId, slip: SlipFacts) {
  office.slipCopies.set(ticket, { slip, reprints: 0 });
}

/** One more of it, or one less: that one surely did not come out. For `apply` only. */
export function countReprint(office: Office, ticket: TicketId, step: 1 | -1) {
  const here = office.slipCopies.get(ticket);
  if (here) office.slipCopies.set(ticket, counted(here, step));
  const gone = office.goneSlipCopies.get(ticket);
  if (gone) office.goneSlipCopies.set(ticket, { ...gone, copy: counted(gone.copy, step) });
}

function counted({ slip, reprints }: SlipCopy, step: 1 | -1): SlipCopy {
  return { slip, reprints: reprints + step };
}

/** Its visit has ended. Those that ended longest ago stand first, and leave for good when their time is over. */
export function setSlipCopyAside(office: Office, ticket: TicketId, endedAt: number) {
  for (const [id, gone] of office.goneSlipCopies) {
    if (endedAt - gone.endedAt < REPRINT_FOR_MS) break;
    office.goneSlipCopies.delete(id);
  }
  const copy = office.slipCopies.get(ticket);
  if (!copy) return;
  office.slipCopies.delete(ticket);
  office.goneSlipCopies.set(ticket, { copy, endedAt });
}

/** The end of its visit was taken back. */
export function takeSlipCopyBack(office: Office, ticket: TicketId) {
  const gone = office.goneSlipCopies.get(ticket);
  if (!gone) return;
  office.goneSlipCopies.delete(ticket);
  office.slipCopies.set(ticket, gone.copy);
}

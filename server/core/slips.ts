import type { QueueEvent, SlipReport } from './events.ts';
import { type Office, SLIPS_KEPT, type SlipNow } from './office.ts';
import { countReprint, keepSlipCopy, slipCopyOf } from './slip-copies.ts';

/** What `apply` makes of facts about paper. */

export function issueSlip(office: Office, event: Extract<QueueEvent, { type: 'ticket-issued' }>, at: number) {
  const { id, number, errand, issuedAt } = event.ticket;
  keepSlip(office, { ticket: id, number, outcome: 'printing', at, isReprint: false });
  keepSlipCopy(office, id, { number, service: errand.service, issuedAt, ahead: event.ahead });
}

export function reprintSlip(office: Office, event: Extract<QueueEvent, { type: 'slip-reprinted' }>, at: number) {
  const { ticket, slip } = event;
  const again: SlipNow = { ticket, number: slip.number, outcome: 'printing', at, isReprint: true };
  // In its place where it has one: nobody else's slip leaves the picture for it.
  if (office.slips.some((one) => one.ticket === ticket))
    office.slips = office.slips.map((one) => (one.ticket === ticket ? again : one));
  else keepSlip(office, again);
  countReprint(office, ticket, 1);
}

export function reportSlip(office: Office, event: SlipReport, at: number) {
  const known = office.slips.find(({ ticket }) => ticket === event.ticket);
  const number = known?.number ?? slipCopyOf(office, event.ticket, at)?.slip.number;
  if (number === undefined) return; // of a ticket long gone
  const outcome = event.type === 'slip-printed' ? 'printed' : event.type === 'slip-refused' ? 'refused' : 'unknown';
  const isReprint = known?.isReprint ?? false;
  const slip: SlipNow = { ticket: event.ticket, number, outcome, at, isReprint };
  // It surely did not come out, so it is none of the few that may.
  if (isReprint && known?.outcome === 'printing' && outcome === 'refused') countReprint(office, event.ticket, -1);
  if (known) office.slips = office.slips.map((one) => (one.ticket === slip.ticket ? slip : one));
  const others = office.slipTroubles.filter(({ ticket }) => ticket !== slip.ticket);
  office.slipTroubles = outcome === 'printed' ? others : [slip, ...others].slice(0, SLIPS_KEPT);
}

function keepSlip(office: Office, slip: SlipNow) {
  office.slips = [slip, ...office.slips].slice(0, SLIPS_KEPT);
}

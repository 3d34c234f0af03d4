import { createHmac, createSecretKey } from 'node:crypto';
import type { Entry, QueueEvent } from '#core/events.ts';
import type { Clock } from '#server/ports.ts';
import type { ServiceId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { Issued } from '#shared/domain/ticket.ts';

/** What a phone learns for the token on a slip. */
export type Followed = { number: TicketNumber; service: ServiceId; handle: string };

/** How long a slip can still be looked up after its ticket has ended; the end of the day ends every ticket. */
export const FORGET_AFTER_MS = 3_600_000;

type Slip = {
  ticket: TicketId;
  token: string;
  handle: string;
  number: TicketNumber;
  /** The service it is for now, then those still to come. */
  services: readonly ServiceId[];
  closedAt: number | null;
};

/**
 * Knows which token stands for which ticket. Tokens and handles are computed from the ticket's id and the house's key, so they need
 * not be kept: after a restart the entries of the day, learnt again, give the same ones.
 */
export function createPhoneDesk({ key, clock }: { key: Uint8Array; clock: Clock }) {
  // Made once: to make it from the bytes at every ticket costs more than the hash.
  const secret = createSecretKey(key);
  const byToken = new Map<string, Slip>();
  const byTicket = new Map<TicketId, Slip>();
  let forgottenAt = 0;

  const bytesOf = (purpose: 'phone' | 'handle', ticket: TicketId) =>
    createHmac('sha256', secret).update(`${purpose}:${ticket}`).digest();
  /** 128 bits: the whole secret of a slip. */
  const tokenOf = (ticket: TicketId) =>
    byTicket.get(ticket)?.token ?? bytesOf('phone', ticket).subarray(0, 16).toString('base64url');
  /** 48 bits, told to every phone: enough to tell a day's tickets apart, and no way back to the token. */
  const handleOf = (ticket: TicketId) =>
    byTicket.get(ticket)?.handle ?? bytesOf('handle', ticket).subarray(0, 6).toString('base64url');

  const isOver = ({ closedAt }: Slip) => closedAt !== null && clock.now() - closedAt >= FORGET_AFTER_MS;
  const remember = ({ id, number, errand, next }: Issued) => {
    const services = [errand.service, ...next.map(({ service }) => service)];
    const slip = { ticket: id, token: tokenOf(id), handle: handleOf(id), number, services, closedAt: null };
    byToken.set(slip.token, slip);
    byTicket.set(id, slip);
  };
  const forget = () => {
    if (clock.now() - forgottenAt < FORGET_AFTER_MS / 60) return;
    forgottenAt = clock.now();
    for (const slip of byTicket.values()) {
      if (!isOver(slip)) continue;
      byToken.delete(slip.token);
      byTicket.delete(slip.ticket);
    }
  };

  return {
    tokenOf,
    handleOf,
    /** Where the slip's code leads; null where phones have no way in. @param base `http://192.168.1.10:8080` */
    urlOf: (base: string | null, ticket: TicketId) =>
      base === null ? null : `${base.replace(/\/+$/, '')}/t/${tokenOf(ticket)}`,
    /** To be told of every entry that is on disk, and at the start of those of the day so far. */
    learn({ at, events }: Entry) {
      for (const event of events) {
        if (event.type === 'ticket-issued') remember(event.ticket);
        else if (event.type === 'call-undone') event.restored.forEach(remember);
        else if ('ticket' in event) change(byTicket.get(event.ticket), event, at);
      }
      forget();
    },
    /** Null for a token that no slip of today has, or whose slip has been done with for an hour. */
    follow(token: string): Followed | null {
      // Found by all of its 128 bits: how long the search takes tells nothing that could be guessed from.
      const slip = byToken.get(token);
      if (!slip || isOver(slip)) return null;
      const { number, handle, services } = slip;
      return { number, service: services[0] ?? '', handle };
    },
    slipsKept: () => byTicket.size,
  };
}

export type PhoneDesk = ReturnType<typeof createPhoneDesk>;

/** What an event means for a slip: a new service, or the end. Calls and places are in the picture for the phones. */
function change(slip: Slip | undefined, event: QueueEvent, at: number) {
  if (!slip) return;
  if (event.type === 'ticket-closed') slip.closedAt = at;
  if (event.type === 'ticket-transferred') {
    const further = event.further?.map(({ service }) => service) ?? [];
    slip.services = [event.to, ...slip.services.slice(1), ...further];
  }
  if (event.type === 'service-added') slip.services = [...slip.services, event.errand.service];
  if (event.type === 'service-finished') slip.services = slip.services.slice(1);
}

import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { Dossiers } from '#shared/domain/dossiers.ts';
import type { CounterId, ServiceId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { SlipOutcome } from '#shared/domain/printer.ts';
import type { Errand, Outcome, Ticket, WaitingTicket } from '#shared/domain/ticket.ts';

/**
 * Facts, in the past tense, with everything needed to apply them: reading an old day never asks today's settings. A new field
 * is optional or gets a default when read; a changed meaning gets a new type. The moment is the entry's `at`.
 */
export type QueueEvent =
  | { type: 'day-opened'; day: BusinessDay }
  | { type: 'day-closed' }
  | { type: 'hours-extended'; until: number }
  | { type: 'counter-opened'; counter: CounterId }
  | { type: 'counter-paused'; counter: CounterId; reason: string }
  | { type: 'counter-closed'; counter: CounterId }
  /** The house calls there by itself, or not any more. */
  | { type: 'counter-auto-call-set'; counter: CounterId; isOn: boolean }
  /** Which services it has until the end of the day; null: those of the settings again. */
  | { type: 'counter-assigned'; counter: CounterId; services: Assignment | null }
  | { type: 'counter-help-called'; counter: CounterId }
  | { type: 'counter-help-came'; counter: CounterId }
  /** `ahead`: people before it in its line at that moment. */
  | { type: 'ticket-issued'; ticket: WaitingTicket; ahead: number }
  /** `outOfOrder`: the clerk chose this one, and why; null: the queue discipline chose. */
  | { type: 'ticket-called'; ticket: TicketId; counter: CounterId; outOfOrder: string | null }
  | { type: 'ticket-recalled'; ticket: TicketId }
  | { type: 'service-started'; ticket: TicketId }
  /** One service of a visit of several is done; the ticket waits for the next. */
  | { type: 'service-finished'; ticket: TicketId; dossiers?: Dossiers }
  | { type: 'service-added'; ticket: TicketId; errand: Errand }
  | { type: 'ticket-absent'; ticket: TicketId }
  /** `boundTo` here and below: only this counter may call it; null: any that serves it. */
  | { type: 'ticket-returned'; ticket: TicketId; boundTo: CounterId | null }
  | { type: 'ticket-parked'; ticket: TicketId }
  | { type: 'ticket-resumed'; ticket: TicketId; boundTo: CounterId | null }
  /** `further`: services of the visit that were declared with it, to come after all others. */
  | {
      type: 'ticket-transferred';
      ticket: TicketId;
      to: ServiceId;
      boundTo: CounterId | null;
      note: string | null;
      further?: readonly Errand[];
    }
  /** Its counter closed, or does this service no more today: back in the line of its service, at its place. */
  | { type: 'ticket-handed-on'; ticket: TicketId }
  /** `reason`: of who was cancelled, when one was given. `dossiers`: of who was served by a clerk's press. */
  | { type: 'ticket-closed'; ticket: TicketId; outcome: Outcome; reason?: string; dossiers?: Dossiers }
  /** `restored`: the tickets exactly as they were before the command that is undone. */
  | { type: 'call-undone'; counter: CounterId; restored: readonly Ticket[] }
  /** Once more on paper, for a person asked for it. */
  | { type: 'slip-reprinted'; ticket: TicketId; slip: SlipFacts }
  | { type: 'slip-printed'; ticket: TicketId }
  | { type: 'slip-refused'; ticket: TicketId; reason: string | null }
  | { type: 'slip-unknown'; ticket: TicketId; reason: string | null };

/** What the first slip of a ticket said that no setting says: another one says the same. */
export type SlipFacts = { number: TicketNumber; service: ServiceId; issuedAt: number; ahead: number };

/** A counter's services, as in the settings. */
export type Assignment = { own: readonly ServiceId[]; helps: readonly ServiceId[] };

export type QueueEventType = QueueEvent['type'];

/** What became of one command: the row of the journal that `apply` reads. */
export type Entry = {
  seq: number;
  at: number;
  command: string;
  /** The counter that sent it, or for which the house called; null for all others. */
  counter: CounterId | null;
  events: readonly QueueEvent[];
};

export type SlipReport = Extract<QueueEvent, { type: 'slip-printed' | 'slip-refused' | 'slip-unknown' }>;

/** A slip's outcome as the fact that is kept. */
export function slipEvent(ticket: TicketId, outcome: SlipOutcome, reason: string | null): SlipReport {
  switch (outcome) {
    case 'printed':
      return { type: 'slip-printed', ticket };
    case 'refused':
      return { type: 'slip-refused', ticket, reason };
    case 'unknown':
      return { type: 'slip-unknown', ticket, reason };
  }
}

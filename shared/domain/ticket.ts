import type { Dossiers } from './dossiers.ts';
import type { CounterId, ServiceId, TicketId, TicketNumber } from './ids.ts';

/** `regular` or `priority` (elderly, pregnant, disabled … : the groups are settings). Never shown on a number. */
export const PRIORITY_CLASSES = ['regular', 'priority'] as const;
export type PriorityClass = (typeof PRIORITY_CLASSES)[number];

/** How a ticket ended. */
export const OUTCOMES = ['served', 'no-show', 'cancelled', 'expired'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A service of one visit, and since when its turn counts. Times in ms UTC. */
export type Errand = { service: ServiceId; arrivedAt: number; effectiveAt: number };

/** What holds for a ticket in every state. Times in ms UTC. */
export type Issued = {
  id: TicketId;
  number: TicketNumber;
  /** The order in which tickets were issued today: breaks a tie of equal times. */
  order: number;
  priority: PriorityClass;
  /** When the number was taken. */
  issuedAt: number;
  /** The service it waits for or is at now. */
  errand: Errand;
  /** Services still to come in the same visit, in the order wished. */
  next: readonly Errand[];
  /** Services of this visit already done, where, and what came of each; unknown in days of before it was asked. */
  done: readonly { service: ServiceId; counter: CounterId; dossiers?: Dossiers }[];
  /** Calls since it was last put into a line; a recall counts. */
  calls: number;
  /** First call of the present errand; the waiting time ends there. A transfer keeps it. */
  firstCalledAt: number | null;
  /** Only this counter may call it (after park, or transfer to a counter). */
  boundTo: CounterId | null;
  /** An absent person comes back once a day. */
  returned: boolean;
  /** A note for the next clerk, from the transfer. */
  note: string | null;
  /** In which language the number was taken; left out: in Vietnamese. */
  language?: 'en';
};

export type WaitingTicket = Issued & { state: 'waiting'; waitingSince: number };
export type CalledTicket = Issued & { state: 'called'; counter: CounterId; calledAt: number };
export type ServingTicket = Issued & { state: 'serving'; counter: CounterId; calledAt: number; servingSince: number };
export type ParkedTicket = Issued & { state: 'parked'; counter: CounterId; parkedAt: number };
export type AbsentTicket = Issued & { state: 'absent'; counter: CounterId; absentSince: number };
/** Someone still in the house. */
export type Ticket = WaitingTicket | CalledTicket | ServingTicket | ParkedTicket | AbsentTicket;
/** At a counter now. */
export type HeldTicket = CalledTicket | ServingTicket;

/** Gone. Kept by the journal and the reports, not in the memory of the day. */
export type ClosedTicket = Issued & {
  state: 'closed';
  outcome: Outcome;
  closedAt: number;
  counter: CounterId | null;
  calledAt: number | null;
  /** Null when nobody pressed start. */
  servingSince: number | null;
  /** Of the last service, when it was served. */
  dossiers?: Dossiers;
};

export function isHeld(ticket: Ticket): ticket is HeldTicket {
  return ticket.state === 'called' || ticket.state === 'serving';
}

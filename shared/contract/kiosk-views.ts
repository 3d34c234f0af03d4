import type { CounterId, ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { PrinterState, SlipOutcome } from '#shared/domain/printer.ts';
import type { PriorityClass } from '#shared/domain/ticket.ts';
import type { Bilingual } from './bilingual.ts';

export type KioskService = {
  id: ServiceId;
  kind: 'service' | 'lane';
  prefix: string;
  name: Bilingual;
  short: string;
  hint: string | null;
  icon: string;
  /** How many would be before a new ticket of each class. */
  ahead: Record<PriorityClass, number>;
  /** Counters whose own service it is. */
  counters: readonly CounterId[];
};

export type KioskView = {
  at: number;
  office: Bilingual;
  /** IANA name; moments are shown on the office's wall clock, not the machine's. */
  timeZone: string;
  /** Whether numbers are given now; `nextFrom` says when they will be. */
  open: boolean;
  nextFrom: number | null;
  services: readonly KioskService[];
  priorityGroups: Bilingual;
  servicesPerTicket: number;
  /** Nothing can be kept at present: no numbers until the disk takes them again. */
  outOfService: boolean;
  printer: PrinterState;
  /** The latest slips, newest first, at most 20. */
  slips: readonly { ticket: TicketId; outcome: SlipOutcome | 'printing' }[];
};

import type { AutoCall, BoardCall } from '#shared/contract/views.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import { type DossierTally, NO_DOSSIERS } from '#shared/domain/dossiers.ts';
import type { Span } from '#shared/domain/hours.ts';
import type { CounterId, ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { SlipOutcome } from '#shared/domain/printer.ts';
import type { ClosedTicket, Outcome, Ticket } from '#shared/domain/ticket.ts';
import type { Assignment } from './events.ts';
import { Line } from './line.ts';
import type { SlipCopy } from './slip-copies.ts';

/** How many calls the board shows, and how many slips are kept. */
export const BOARD_CALLS = 20;
export const SLIPS_KEPT = 20;
/**
 * How many calls of people who have left are kept: the twenty shown, and spare ones for what undoing brings back. Only the call of
 * who is still here can be withdrawn, so those are all kept, and the board never runs short of rows. [B11] [B14]
 */
export const PAST_CALLS_KEPT = 100;
/** Of each counter, however busy the others are: a zone of one counter shows its twenty, too, also after an undo. [B16] */
export const PAST_CALLS_OF_A_COUNTER = 25;

export type CounterNow = {
  state: 'closed' | 'open' | 'paused';
  pauseReason: string | null;
  /** Who is here: called or being served. */
  current: TicketId | null;
  lastCalledAt: number;
  /** Whether the house calls here by itself when nobody is here; `held`: not before its clerk has pressed something again. [C11] [C12] */
  autoCall: AutoCall;
  /** What an undo would take back; null when nothing can be undone. */
  undo: Undo | null;
};

/** The last command of a counter, as seen from before it and after it. */
export type Undo = {
  command: string;
  /** Its number in the journal. */
  seq: number;
  at: number;
  before: readonly Ticket[];
  /** Identity matters: a ticket that somebody has touched since is another object. */
  after: readonly (Ticket | ClosedTicket)[];
  /** The call it made, if it made one, and the rows of the board that stood there before. */
  callSeq: number | null;
  boardRows: readonly BoardCall[];
};

/** `isReprint`: the latest paper of this ticket was asked for by a person, after the first. */
export type SlipNow = {
  ticket: TicketId;
  number: string;
  outcome: SlipOutcome | 'printing';
  at: number;
  isReprint: boolean;
};

/**
 * The state of today, held in memory: who is still here. Only `apply` changes it, in place. Tickets themselves are never changed,
 * only replaced.
 */
export type Office = {
  day: BusinessDay | null;
  dayState: 'open' | 'closed';
  /** Held open outside the hours by the manager. */
  extended: readonly Span[];
  /** The last entry applied, and its moment. */
  seq: number;
  lastAt: number;
  /** Tickets issued today, all services together: the next one's `order`. */
  issued: number;
  /** The last number given out, by prefix letter. */
  lastNumber: Map<string, number>;
  tickets: Map<TicketId, Ticket>;
  lines: Map<ServiceId, Line>;
  /** Tickets that only one counter may call. */
  boundLines: Map<CounterId, Line>;
  counters: Map<CounterId, CounterNow>;
  /** Counters that have other services today than the settings say. Never changed, only replaced. [S12] */
  assignments: ReadonlyMap<CounterId, Assignment>;
  /** Since when a counter has been calling for help. [S13] */
  helpCalls: ReadonlyMap<CounterId, number>;
  /** The latest calls, newest first, one row a ticket; more than are shown, so that after an undo the board shows the very same rows. */
  board: readonly BoardCall[];
  /** How many ended how, by service and by counter. */
  outcomes: Map<ServiceId, Record<Outcome, number>>;
  servedBy: Map<CounterId, number>;
  /** What came of it, by service. */
  dossiers: Map<ServiceId, DossierTally>;
  /** Newest first. */
  slips: readonly SlipNow[];
  /** Slips that did not surely come out, newest first. */
  slipTroubles: readonly SlipNow[];
  /** What could be printed again: of who is here, and of who was until lately, in the order in which they ended. */
  slipCopies: Map<TicketId, SlipCopy>;
  goneSlipCopies: Map<TicketId, { copy: SlipCopy; endedAt: number }>;
};

/** An office in which nothing has happened yet. */
export function emptyOffice(): Office {
  return {
    day: null,
    dayState: 'closed',
    extended: [],
    seq: 0,
    lastAt: 0,
    issued: 0,
    lastNumber: new Map(),
    tickets: new Map(),
    lines: new Map(),
    boundLines: new Map(),
    counters: new Map(),
    assignments: new Map(),
    helpCalls: new Map(),
    board: [],
    outcomes: new Map(),
    servedBy: new Map(),
    dossiers: new Map(),
    slips: [],
    slipTroubles: [],
    slipCopies: new Map(),
    goneSlipCopies: new Map(),
  };
}

const CLOSED: CounterNow = {
  state: 'closed',
  pauseReason: null,
  current: null,
  lastCalledAt: 0,
  autoCall: 'off',
  undo: null,
};

export function counterNow(office: Office, counter: CounterId): CounterNow {
  return office.counters.get(counter) ?? CLOSED;
}

/** Changes some of what is known of a counter. For `apply` only. */
export function changeCounter(office: Office, counter: CounterId, change: Partial<CounterNow>) {
  office.counters.set(counter, { ...counterNow(office, counter), ...change });
}

const NOBODY = new Line();

/** The line of a service; an empty one where nobody ever waited. Not to be changed by the caller. */
export function lineOf(office: Office, service: ServiceId): Line {
  return office.lines.get(service) ?? NOBODY;
}

export function boundLineOf(office: Office, counter: CounterId): Line {
  return office.boundLines.get(counter) ?? NOBODY;
}

export function outcomesOf(office: Office, service: ServiceId): Record<Outcome, number> {
  return office.outcomes.get(service) ?? { served: 0, 'no-show': 0, cancelled: 0, expired: 0 };
}

export function dossiersOf(office: Office, service: ServiceId): DossierTally {
  return office.dossiers.get(service) ?? NO_DOSSIERS;
}

import type { CounterId, ServiceId } from '#shared/domain/ids.ts';
import type { Counter, Rules, Setup } from '#shared/domain/setup.ts';
import type { PriorityClass, WaitingTicket } from '#shared/domain/ticket.ts';
import { comparePlaces, type Line, type Place, placeOf } from './line.ts';
import { boundLineOf, lineOf, type Office } from './office.ts';

/** Longer than any day: whoever has this head start stands before everybody who came the same day. */
const ALWAYS_FIRST_MS = 86_400_000;

/**
 * How much earlier a ticket counts as having come. [Q2] Bounded on purpose: strict priority would let a steady stream of priority
 * tickets starve everyone else. (Source: law of the house; 30 minutes in the sample office.)
 * @returns ms
 */
export function headStartMs(priority: PriorityClass, rules: Rules): number {
  if (priority === 'regular') return 0;
  const minutes = rules.priorityHeadStartMinutes;
  return minutes === 'always-first' ? ALWAYS_FIRST_MS : minutes * 60_000;
}

export function counterSetup(setup: Setup, counter: CounterId): Counter | undefined {
  return setup.counters.find(({ id }) => id === counter);
}

export function serves(counter: Counter, service: ServiceId): boolean {
  return counter.own.includes(service) || counter.helps.includes(service);
}

/**
 * Who is next at a counter: those bound to it, then its own lines, then the lines it helps; in each the smallest
 * `effectiveAt`, then who was issued first. [Q1] [Q3] [Q5]
 * @param justFreed a ticket that the same command puts into a line, before anything is applied
 */
export function nextTicket(office: Office, counter: Counter, justFreed?: WaitingTicket | null): WaitingTicket | null {
  for (const lines of linesInOrder(office, counter)) {
    const heads = lines.lines.map((line) => line.first());
    if (justFreed && lines.takes(justFreed)) heads.push(justFreed);
    const first = earliest(heads);
    if (first) return first;
  }
  return null;
}

export type CallGroup = 'bound' | 'own' | 'helps';

/** The first `most` in the order in which this counter would call them if nobody else did. */
export function callOrder(
  office: Office,
  counter: Counter,
  most: number,
): { ticket: WaitingTicket; from: CallGroup }[] {
  const order: { ticket: WaitingTicket; from: CallGroup }[] = [];
  for (const { from, lines } of linesInOrder(office, counter)) {
    const tickets = lines.flatMap((line) => line.take(most - order.length));
    tickets.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
    for (const ticket of tickets.slice(0, most - order.length)) order.push({ ticket, from });
    if (order.length >= most) break;
  }
  return order;
}

/** How many a new ticket of this class would find before it in its line. Those bound to a counter are not counted. */
export function peopleAhead(
  office: Office,
  setup: Setup,
  service: ServiceId,
  priority: PriorityClass,
  at: number,
): number {
  const place: Place = { effectiveAt: at - headStartMs(priority, setup.rules), order: office.issued + 1 };
  return lineOf(office, service).countBefore(place);
}

type Lines = { from: CallGroup; lines: Line[]; takes(ticket: WaitingTicket): boolean };

function linesInOrder(office: Office, counter: Counter): Lines[] {
  const unbound = (services: readonly ServiceId[]) => (ticket: WaitingTicket) =>
    ticket.boundTo === null && services.includes(ticket.errand.service);
  return [
    { from: 'bound', lines: [boundLineOf(office, counter.id)], takes: (ticket) => ticket.boundTo === counter.id },
    { from: 'own', lines: counter.own.map((id) => lineOf(office, id)), takes: unbound(counter.own) },
    { from: 'helps', lines: counter.helps.map((id) => lineOf(office, id)), takes: unbound(counter.helps) },
  ];
}

function earliest(tickets: readonly (WaitingTicket | undefined)[]): WaitingTicket | null {
  let first: WaitingTicket | null = null;
  for (const ticket of tickets) {
    if (ticket && (!first || comparePlaces(placeOf(ticket), placeOf(first)) < 0)) first = ticket;
  }
  return first;
}

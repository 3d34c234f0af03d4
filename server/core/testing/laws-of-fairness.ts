import type { Command } from '#core/decision.ts';
import { counterNow, type Office } from '#core/office.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type ClosedTicket, isHeld, type Ticket, type WaitingTicket } from '#shared/domain/ticket.ts';
import { must } from './laws-of-place.ts';
import type { Kept } from './random-day.ts';

type Group = 'bound' | 'own' | 'helps' | 'none';
const RANK: Record<Group, number> = { bound: 0, own: 1, helps: 2, none: 3 };

/** What a counter has to do with somebody who waits, said from the office's settings alone. */
function groupOf({ boundTo, errand }: WaitingTicket, id: CounterId, { counters }: Setup): Group {
  if (boundTo !== null) return boundTo === id ? 'bound' : 'none';
  const counter = counters.find((one) => one.id === id);
  if (counter?.own.includes(errand.service)) return 'own';
  return counter?.helps.includes(errand.service) ? 'helps' : 'none';
}

/** Whoever is called by the discipline is the one whose turn it was. [Q1] [Q3] [Q5] [Q9] [Q11] */
export function checkCalls(kept: Kept, setup: Setup) {
  for (const event of kept.entry.events) {
    if (event.type !== 'ticket-called') continue;
    const now = whoWasHere(kept);
    const ticket = now.get(event.ticket);
    if (!ticket) throw new Error(`[C10] ${event.ticket} was called and is not here`);
    // A call keeps what bound the ticket: as it stood in the line.
    const called: WaitingTicket = { ...ticket, state: 'waiting', waitingSince: 0 };
    // Also whoever is bound to another counter, when a clerk chooses him.
    const isServed = groupOf({ ...called, boundTo: null }, event.counter, setup) !== 'none';
    must(isServed, 'Q11', () => `${called.number} was called at ${event.counter}`);
    if (event.outOfOrder !== null) continue;
    for (const other of now.values()) {
      if (other.state === 'waiting' && other.id !== called.id) checkTurn(called, other, event.counter, setup);
    }
  }
}

function checkTurn(called: WaitingTicket, other: WaitingTicket, counter: CounterId, setup: Setup) {
  const [group, otherGroup] = [groupOf(called, counter, setup), groupOf(other, counter, setup)];
  const what = () => `${called.number} was called at ${counter} before ${other.number}`;
  must(RANK[group] <= RANK[otherGroup], otherGroup === 'bound' ? 'Q5' : 'Q3', what);
  if (group !== otherGroup) return;
  const earlier = called.errand.arrivedAt - other.errand.arrivedAt;
  if (earlier < 0) return;
  if (called.priority === other.priority) {
    must(earlier === 0, 'Q1', what);
    must(called.order < other.order, 'Q4', what);
    return;
  }
  const isWithinHeadStart = called.priority === 'priority' && earlier <= headStartOf(setup);
  must(earlier === 0 || isWithinHeadStart, 'Q9', what);
}

/** As the settings say it, not as the rules reckon it. @returns ms */
function headStartOf({ rules }: Setup): number {
  const { priorityHeadStartMinutes } = rules;
  return priorityHeadStartMinutes === 'always-first' ? Number.POSITIVE_INFINITY : priorityHeadStartMinutes * MINUTE;
}

/** Who was here at the moment of a call: as before the command, but with what the command itself did to them. */
function whoWasHere({ before, touched }: Kept): Map<TicketId, Ticket | ClosedTicket> {
  const now = new Map<TicketId, Ticket | ClosedTicket>(before.tickets);
  for (const ticket of touched) now.set(ticket.id, ticket);
  return now;
}

/** A counter that asks is not left idle while somebody waits whom it may call. */
export function checkNotIdle(office: Office, setup: Setup, counter: CounterId | null, called: boolean) {
  if (called || counter === null) return;
  for (const ticket of office.tickets.values()) {
    if (ticket.state !== 'waiting') continue;
    must(groupOf(ticket, counter, setup) === 'none', 'C2', () => `${ticket.number} waits and ${counter} stays idle`);
  }
}

/** Nor one that is free and wished to be called for by the house. [C11] */
export function checkNobodyIsIdle(office: Office, setup: Setup) {
  for (const [counter, { autoCall, state, current }] of office.counters) {
    if (autoCall !== 'on' || state !== 'open' || current !== null) continue;
    for (const ticket of office.tickets.values()) {
      const isTheirs = ticket.state === 'waiting' && groupOf(ticket, counter, setup) !== 'none';
      must(!isTheirs, 'C11', () => `${ticket.number} waits and nobody is called to ${counter}`);
    }
  }
}

/** The same for a press that was refused. */
export function checkRefusal(office: Office, setup: Setup, { name, counter }: Command, refusal: Refusal) {
  if (name === 'ticket:call-next' && refusal === 'nobody-waiting') checkNotIdle(office, setup, counter, false);
}

/** What a clerk declares for who stood in a wrong lane counts from the arrival, unless something was done for him. [Q12] [N4] */
export function checkFurther({ entry, before, touched }: Kept, { rules }: Setup) {
  for (const event of entry.events) {
    if (event.type !== 'ticket-transferred' || !event.further) continue;
    const [was, is] = [before.tickets.get(event.ticket), touched.find(({ id }) => id === event.ticket)];
    if (!was || !is) throw new Error(`[S5] ${event.ticket} was sent on and is not here`);
    const wanted = was.done.length > 0 ? entry.at : was.issuedAt;
    for (const { arrivedAt } of event.further) must(arrivedAt === wanted, 'Q12', () => `${is.number}: ${arrivedAt}`);
    const services = [is.errand, ...is.next].map(({ service }) => service);
    must(new Set(services).size === services.length, 'N4', () => `${is.number} has ${services}`);
    must(is.done.length + services.length <= rules.servicesPerTicket, 'N4', () => `${is.number} has too many`);
  }
}

/** Nobody acts on an old picture, and a cancelled range leaves whoever is at a counter. [R2] [S10] */
export function checkPress({ command, entry, touched, before }: Kept) {
  if (command.counter !== null && 'expects' in command.input) {
    const { current } = counterNow(before, command.counter);
    const { expects } = command.input;
    must(current === expects, 'R2', () => `${command.name} for ${expects}, but ${current} was here`);
  }
  if (entry.command !== 'ticket:cancel-range') return;
  for (const { id, number } of touched) {
    const ticket = before.tickets.get(id);
    must(ticket !== undefined && !isHeld(ticket), 'S10', () => `${number} was at a counter`);
  }
}

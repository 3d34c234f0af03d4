import { comparePlaces, type Line, placeOf } from '#core/line.ts';
import { counterNow, type Office } from '#core/office.ts';
import { counterSetup, serves } from '#core/queue-discipline.ts';
import type { Dossiers } from '#shared/domain/dossiers.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type ClosedTicket, isHeld, type Ticket, type WaitingTicket } from '#shared/domain/ticket.ts';
import type { Kept } from './random-day.ts';

/** Throws with the id of the law that was broken. */
export function must(isSo: boolean, law: string, what: () => string) {
  if (!isSo) throw new Error(`[${law}] ${what()}`);
}

/** Everyone is in exactly one place, lines are in order, and nobody waits where nobody will call him. [C10] [S9] */
export function checkPlaces(office: Office, setup: Setup) {
  let found = 0;
  for (const [service, line] of office.lines) {
    found += checkLine(
      office,
      line,
      `line ${service}`,
      (one) => one.boundTo === null && one.errand.service === service,
    );
  }
  for (const [counter, line] of office.boundLines) {
    found += checkLine(office, line, `line of counter ${counter}`, (one) => one.boundTo === counter);
  }
  for (const [counter, { current, state }] of office.counters) {
    if (current === null) continue;
    const ticket = office.tickets.get(current);
    must(ticket !== undefined && isHeld(ticket) && ticket.counter === counter, 'C10', () => `${current} at ${counter}`);
    must(state === 'open', 'S9', () => `${current} is at counter ${counter}, which is ${state}`);
    found += 1;
  }
  for (const ticket of office.tickets.values()) {
    if (ticket.state === 'parked' || ticket.state === 'absent') found += 1;
    if (ticket.state === 'waiting') checkSomebodyWillCall(office, setup, ticket);
  }
  must(found === office.tickets.size, 'C10', () => `${office.tickets.size} people here, ${found} places`);
}

/** @returns how many stand in it */
function checkLine(office: Office, line: Line, name: string, belongs: (ticket: WaitingTicket) => boolean): number {
  let before: WaitingTicket | null = null;
  for (const ticket of everybody(line)) {
    must(office.tickets.get(ticket.id) === ticket, 'C10', () => `${ticket.number} in ${name} is not who is here`);
    must(ticket.state === 'waiting' && belongs(ticket), 'C10', () => `${ticket.number} in ${name} belongs elsewhere`);
    const isBehind = before === null || comparePlaces(placeOf(before), placeOf(ticket)) < 0;
    must(isBehind, 'Q1', () => `${ticket.number} in ${name} stands behind who came later`);
    before = ticket;
  }
  return line.length;
}

function checkSomebodyWillCall(office: Office, setup: Setup, { boundTo, errand, number }: WaitingTicket) {
  if (boundTo === null) {
    const isServed = setup.counters.some((counter) => serves(counter, errand.service));
    must(isServed, 'S9', () => `nobody serves ${number}`);
    return;
  }
  const isKnown = counterSetup(setup, boundTo) !== undefined && counterNow(office, boundTo).state !== 'closed';
  must(isKnown, 'S9', () => `${number} waits for counter ${boundTo}, which is closed`);
}

/** Counts along with a day: numbers without gaps, nobody lost. One for each random day. */
export class Ledger {
  private given = new Map<string, number>();
  private gone = new Map<string, ClosedTicket>();

  /** [N1] [N2] [T4] */
  check(office: Office, { entry, touched, before }: Kept) {
    must(office.day === null || before.day === null || office.day >= before.day, 'D5', () => `${office.day}`);
    for (const event of entry.events) {
      if (event.type === 'day-opened') {
        this.given = new Map();
        this.gone = new Map();
      }
      if (event.type !== 'ticket-issued') continue;
      const { number } = event.ticket;
      const prefix = number.charAt(0);
      const expected = (this.given.get(prefix) ?? 0) + 1;
      must(number === prefix + String(expected).padStart(3, '0'), 'N1', () => `${number} came as number ${expected}`);
      this.given.set(prefix, expected);
    }
    for (const ticket of touched) {
      if (ticket.state === 'closed') this.gone.set(ticket.id, ticket);
      else this.gone.delete(ticket.id);
    }
    const { issued, tickets } = office;
    must(
      issued === tickets.size + this.gone.size,
      'T4',
      () => `${issued} issued, ${tickets.size} here, ${this.gone.size} gone`,
    );
  }

  /** The tallies say what the tickets say; for the end of a day. [T4] */
  checkTallies(office: Office) {
    const [said, counted] = [talliesOf([...office.tickets.values(), ...this.gone.values()]), tallies(office)];
    must(said === counted, 'T4', () => `tickets: ${said}; tallies: ${counted}`);
  }
}

/** What the office has counted: `land served 3`, `served at 1`. */
export function tallies(office: Office): string {
  const counted = new Map<string, number>();
  for (const [service, outcomes] of office.outcomes) {
    for (const [outcome, count] of Object.entries(outcomes)) counted.set(`${service} ${outcome}`, count);
  }
  for (const [counter, count] of office.servedBy) counted.set(`served at ${counter}`, count);
  for (const [service, tally] of office.dossiers) {
    for (const [way, count] of Object.entries(tally)) counted.set(`${service} dossiers ${way}`, count);
  }
  return inWords(counted);
}

function talliesOf(tickets: readonly (Ticket | ClosedTicket)[]): string {
  const counted = new Map<string, number>();
  const add = (key: string, by = 1) => counted.set(key, (counted.get(key) ?? 0) + by);
  const addDossiers = (service: string, dossiers: Dossiers | undefined) => {
    if (!dossiers) return;
    const { count, handedOver, channel } = dossiers;
    for (const way of ['all', handedOver, channel]) add(`${service} dossiers ${way}`, count);
  };
  for (const ticket of tickets) {
    for (const { service, counter, dossiers } of ticket.done) {
      add(`${service} served`);
      add(`served at ${counter}`);
      addDossiers(service, dossiers);
    }
    if (ticket.state !== 'closed') continue;
    addDossiers(ticket.errand.service, ticket.dossiers);
    add(`${ticket.errand.service} ${ticket.outcome}`);
    if (ticket.outcome === 'served') add(`served at ${ticket.counter}`);
  }
  return inWords(counted);
}

function inWords(counted: Map<string, number>): string {
  return [...counted]
    .filter(([, count]) => count !== 0)
    .map(([key, count]) => `${key} ${count}`)
    .sort()
    .join(', ');
}

/** All who stand in a line. */
export function everybody(line: Line): WaitingTicket[] {
  return line.take(Number.POSITIVE_INFINITY);
}

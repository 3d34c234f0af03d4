import { MINUTE } from '#shared/domain/business-day.ts';
import type { Dossiers } from '#shared/domain/dossiers.ts';
import type { CounterId, ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Outcome, PriorityClass } from '#shared/domain/ticket.ts';

// The hall once more, told by the law of the house alone and as simply as can be: a list of people and who may call whom. It has
// nothing from the server's core, so that a mistake there cannot hide here.

/** One person with a ticket, as far as pages can know. Never changed, only replaced. */
export type Person = {
  readonly ticket: TicketId;
  readonly number: string;
  readonly priority: PriorityClass;
  readonly issuedAt: number;
  readonly issuedFor: ServiceId;
  /** In which turn of the day the number was given: breaks a tie of equal times. */
  readonly issuedIn: number;
  /** The present service, and since when its turn counts. */
  readonly service: ServiceId;
  readonly arrivedAt: number;
  readonly next: readonly { service: ServiceId; arrivedAt: number }[];
  /** Services done, in their order. */
  readonly done: readonly ServiceId[];
  /** What came of those that a clerk finished. */
  readonly dossiers: readonly Dossiers[];
  readonly boundTo: CounterId | null;
  readonly state: 'waiting' | 'called' | 'serving' | 'parked' | 'absent' | Outcome;
  /** Where called, served, parked, or called in vain. */
  readonly counter: CounterId | null;
  /** The first call of the visit. */
  readonly firstCalledAt: number | null;
};

export type Group = 'bound' | 'own' | 'helps';
type CounterModel = {
  readonly state: 'closed' | 'open' | 'paused';
  readonly undo: readonly Person[];
  /** `held`: after an undo, until its clerk presses something. */
  readonly autoCall: 'off' | 'on' | 'held';
};
type Services = { own: readonly ServiceId[]; helps: readonly ServiceId[] };
const CLOSED: CounterModel = { state: 'closed', undo: [], autoCall: 'off' };

/** How long somebody stood in a line: from joining it to leaving it, ms UTC. */
export type Stay = { from: number; until: number };

/** The hall as those who were told everything would imagine it. */
export class HallModel {
  readonly people = new Map<TicketId, Person>();
  readonly stays: Stay[] = [];
  /** Counters that call for help, and what counters do today in place of what the settings say. */
  readonly helpCalls = new Set<CounterId>();
  readonly assigned = new Map<CounterId, Services>();
  private readonly setup: Setup;
  private readonly counters = new Map<CounterId, CounterModel>();
  private readonly waitingSince = new Map<TicketId, number>();
  private touched: Person[] = [];

  constructor(setup: Setup) {
    this.setup = setup;
  }

  counter(id: CounterId): CounterModel {
    return this.counters.get(id) ?? CLOSED;
  }

  setCounter(id: CounterId, state: CounterModel['state']) {
    this.change(id, { state, undo: [] });
  }

  setAutoCall(id: CounterId, autoCall: CounterModel['autoCall']) {
    this.change(id, { autoCall });
  }

  /** The evening: no counter is anything any more. */
  closeCounters() {
    this.counters.clear();
  }

  /** What a counter does today. */
  services(id: CounterId): Services {
    return this.assigned.get(id) ?? this.setup.counters.find((one) => one.id === id) ?? { own: [], helps: [] };
  }

  mayServe(id: CounterId, service: ServiceId): boolean {
    const { own, helps } = this.services(id);
    return own.includes(service) || helps.includes(service);
  }

  person(ticket: TicketId): Person | null {
    return this.people.get(ticket) ?? null;
  }

  /** Whoever was called to a counter and is still there. */
  at(counter: CounterId): Person | null {
    for (const person of this.people.values()) {
      if (person.counter === counter && (person.state === 'called' || person.state === 'serving')) return person;
    }
    return null;
  }

  waiting(): Person[] {
    return [...this.people.values()].filter(({ state }) => state === 'waiting');
  }

  /** Puts somebody into a new state; joining and leaving a line are timed here. */
  put(person: Person, at: number) {
    const before = this.people.get(person.ticket);
    if (before) this.touched.push(before);
    const since = this.waitingSince.get(person.ticket);
    if (person.state === 'waiting') this.waitingSince.set(person.ticket, since ?? at);
    else if (since !== undefined) {
      this.waitingSince.delete(person.ticket);
      this.stays.push({ from: since, until: at });
    }
    this.people.set(person.ticket, person);
  }

  /** After each command of a counter: what an undo would bring back. */
  remember(counter: CounterId | null) {
    if (counter !== null) this.change(counter, { undo: this.touched });
    this.touched = [];
  }

  /** After a call that the house made because of this counter's press: the two are taken back together. */
  rememberWithPress(counter: CounterId) {
    this.change(counter, { undo: [...this.counter(counter).undo, ...this.touched] });
    this.touched = [];
  }

  /** Takes back the counter's last command: everybody whom it touched is what they were. */
  undo(counter: CounterId, at: number) {
    // The latest first: somebody touched twice is at last what stood there at first.
    for (const person of this.counter(counter).undo.toReversed()) this.put(person, at);
    this.touched = [];
    this.change(counter, { undo: [] });
  }

  /** Whom a counter may call now, in the three groups of which a later one counts only when those before are empty. */
  eligible(id: CounterId): { group: Group; people: Person[] }[] {
    const counter = this.services(id);
    const waiting = this.waiting();
    const unbound = (services: readonly ServiceId[]) =>
      waiting.filter(({ boundTo, service }) => boundTo === null && services.includes(service));
    return [
      { group: 'bound', people: waiting.filter(({ boundTo }) => boundTo === id) },
      { group: 'own', people: unbound(counter.own) },
      { group: 'helps', people: unbound(counter.helps) },
    ];
  }

  /** First come, first served, with the head start. Two numbers of one turn and different services: nobody can tell. */
  isBefore(a: Person, b: Person): boolean {
    const difference = this.effectiveAt(a) - this.effectiveAt(b);
    if (difference !== 0 && !Number.isNaN(difference)) return difference < 0;
    if (Number.isNaN(difference) && a.arrivedAt !== b.arrivedAt) return a.arrivedAt < b.arrivedAt;
    if (a.issuedIn !== b.issuedIn) return a.issuedIn < b.issuedIn;
    return a.issuedFor === b.issuedFor && a.number < b.number;
  }

  private change(id: CounterId, change: Partial<CounterModel>) {
    this.counters.set(id, { ...this.counter(id), ...change });
  }

  private effectiveAt({ arrivedAt, priority }: Person): number {
    const { priorityHeadStartMinutes: headStart } = this.setup.rules;
    if (priority === 'regular') return arrivedAt;
    // Two infinities differ by "not a number": then the arrivals decide.
    return headStart === 'always-first' ? Number.NEGATIVE_INFINITY : arrivedAt - headStart * MINUTE;
  }
}

import { apply } from '#core/apply.ts';
import { currentTicket } from '#core/at-counter.ts';
import { dueForAutoCall } from '#core/auto-calling.ts';
import { dueForDay } from '#core/day.ts';
import { decide } from '#core/decide.ts';
import { type Command, type Decision, isRefusal } from '#core/decision.ts';
import type { Entry } from '#core/events.ts';
import { boundLineOf, emptyOffice, lineOf, type Office } from '#core/office.ts';
import { callOrder, counterSetup } from '#core/queue-discipline.ts';
import { type CommandInput, type CommandName, QUEUE_COMMANDS } from '#shared/contract/queue-commands.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { CounterId, ServiceId, TicketId } from '#shared/domain/ids.ts';
import type { Rules, Setup } from '#shared/domain/setup.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { aHall, clock, MONDAY } from './a-hall.ts';

/** Who speaks: a counter's page by its number, any other by its role. */
export type Speaker = CounterId | Role;

/** A day of the test hall so far, told as facts: Monday, 07:00, the day is open, the counters are closed. For tests only. */
export function aDay(rules: Partial<Rules> = {}): Day {
  return new Day(aHall(rules)).told('house', 'day:open', { day: MONDAY });
}

/** What is told must be allowed, or the telling stops; what is asked is only decided, and changes nothing. */
export class Day {
  readonly office: Office = emptyOffice();
  readonly entries: Entry[] = [];
  now = clock('07:00');
  private readonly ids = new Map<string, TicketId>();

  readonly setup: Setup;

  constructor(setup: Setup) {
    this.setup = setup;
  }

  /** The wall clock shows this now; a day when it is not Monday. */
  at(time: string, day = MONDAY) {
    this.now = clock(time, day);
    return this;
  }

  later(ms: number) {
    this.now += ms;
    return this;
  }

  opened(...counters: CounterId[]) {
    for (const counter of counters) this.told(counter, 'counter:open', {});
    return this;
  }

  issued(...services: ServiceId[]) {
    return this.told('kiosk', 'ticket:take', { services, priority: 'regular' });
  }

  issuedPriority(...services: ServiceId[]) {
    return this.told('kiosk', 'ticket:take', { services, priority: 'priority' });
  }

  /** So many regular tickets of one service, a second apart. */
  issuedMany(count: number, service: ServiceId) {
    for (let i = 0; i < count; i += 1) this.issued(service).later(1000);
    return this;
  }

  /** The next is called, as the discipline chooses. */
  called(counter: CounterId) {
    return this.told(counter, 'ticket:call-next');
  }

  calledThis(counter: CounterId, number: string, reason = 'Trường hợp khẩn') {
    return this.told(counter, 'ticket:call-this', { ticket: this.id(number), reason });
  }

  /** Called again when the pause is over. */
  recalled(counter: CounterId) {
    return this.later(this.setup.rules.recallPauseSeconds * 1000).told(counter, 'ticket:recall');
  }

  started(counter: CounterId) {
    return this.told(counter, 'ticket:start-service');
  }

  finished(counter: CounterId) {
    return this.told(counter, 'ticket:finish');
  }

  /** Called once and recalled until nobody can be expected any more. */
  calledInVain(counter: CounterId) {
    this.called(counter);
    for (let calls = 1; calls < this.setup.rules.callsBeforeAbsent; calls += 1) this.recalled(counter);
    return this.told(counter, 'ticket:no-show');
  }

  returned(number: string, from: Speaker = 'manager') {
    return this.told(from, 'ticket:return', { ticket: this.id(number) });
  }

  parked(counter: CounterId) {
    return this.told(counter, 'ticket:park');
  }

  resumed(number: string, counter: CounterId) {
    return this.told(counter, 'ticket:resume', { ticket: this.id(number) });
  }

  transferred(
    counter: CounterId,
    to: ServiceId,
    target: CounterId | null = null,
    note: string | null = null,
    further: ServiceId[] = [],
  ) {
    return this.told(counter, 'ticket:transfer', { to, counter: target, note, further });
  }

  added(counter: CounterId, service: ServiceId) {
    return this.told(counter, 'ticket:add-service', { service });
  }

  undone(counter: CounterId) {
    return this.told(counter, 'ticket:undo-call');
  }

  cancelled(number: string, from: Speaker = 'manager') {
    return this.told(from, 'ticket:cancel', { ticket: this.id(number) });
  }

  /** From now on the house calls here by itself. */
  autoCalling(...counters: CounterId[]) {
    for (const counter of counters) this.told(counter, 'counter:auto-call', { to: 'on' });
    return this;
  }

  assigned(counter: CounterId, own: ServiceId[], helps: ServiceId[] = []) {
    return this.told('manager', 'counter:assign', { counter, services: { own, helps } });
  }

  paused(counter: CounterId, reason = 'Nghỉ giải lao') {
    return this.told(counter, 'counter:pause', { reason });
  }

  closed(counter: CounterId) {
    return this.told(counter, 'counter:close', {});
  }

  dayClosed() {
    return this.told('manager', 'day:close', {});
  }

  /** The house has looked after the day, as it does before every command: closed it, opened a new one, or neither. */
  houseLooked() {
    for (let due = this.due(); due; due = this.due()) {
      const { now } = this;
      this.now = due.at;
      this.told('house', due.name, due.input);
      this.now = now;
    }
    return this;
  }

  /** What the house itself would do now. */
  due() {
    return dueForDay(this.office, this.setup, this.now);
  }

  extended() {
    return this.told('manager', 'hours:extend', {});
  }

  /** One command is carried out. `expects` is whoever is at the counter, unless said otherwise. */
  told<N extends CommandName>(from: Speaker, name: N, input: Partial<CommandInput<N>> = {}) {
    return this.carriedOut(this.command(from, name, input));
  }

  private carriedOut(command: Command): this {
    const decision = decide(this.office, this.setup, command);
    const who = command.counter ?? command.role;
    if (isRefusal(decision)) throw new Error(`${command.name} from ${who} is no fact: ${decision.refusal}`);
    this.keep(command, decision);
    // As the dispatcher does. [C11]
    const due = dueForAutoCall(this.office, this.setup);
    return due === null ? this : this.houseCalled(due);
  }

  private houseCalled(counter: CounterId): this {
    return this.carriedOut({ ...this.command('house', 'ticket:auto-call', {}), counter });
  }

  /** What would be decided now. */
  ask<N extends CommandName>(from: Speaker, name: N, input: Partial<CommandInput<N>> = {}): Decision {
    return decide(this.office, this.setup, this.command(from, name, input));
  }

  /** The id of a ticket by its number; also of one that has gone. */
  id(number: string): TicketId {
    const id = this.ids.get(number);
    if (id === undefined) throw new Error(`No ticket ${number} was issued today.`);
    return id;
  }

  /** A ticket as it is now. */
  ticket(number: string): Ticket {
    const ticket = this.office.tickets.get(this.id(number));
    if (!ticket) throw new Error(`${number} is not here any more.`);
    return ticket;
  }

  /** The numbers in a service's line, in order. */
  line(service: ServiceId): string[] {
    return lineOf(this.office, service)
      .take(Number.POSITIVE_INFINITY)
      .map(({ number }) => number);
  }

  /** The numbers that only this counter may call next, in order. */
  boundLine(counter: CounterId): string[] {
    return boundLineOf(this.office, counter)
      .take(Number.POSITIVE_INFINITY)
      .map(({ number }) => number);
  }

  /** In which order this counter would call if nobody else did. */
  order(counter: CounterId): string[] {
    const known = counterSetup(this.setup, counter);
    if (!known) throw new Error(`There is no counter ${counter}.`);
    return callOrder(this.office, known, 200).map(({ ticket }) => ticket.number);
  }

  /** The number of who is at a counter. */
  current(counter: CounterId): string | null {
    return currentTicket(this.office, counter)?.number ?? null;
  }

  command<N extends CommandName>(from: Speaker, name: N, input: Partial<CommandInput<N>>): Command {
    const counter = typeof from === 'number' ? from : null;
    const expects = counter === null ? null : (currentTicket(this.office, counter)?.id ?? null);
    const withExpects = 'expects' in QUEUE_COMMANDS[name].input.entries ? { expects, ...input } : input;
    const role = typeof from === 'number' ? 'counter' : from;
    const newTicketId = `ticket-${String(this.entries.length + 1).padStart(4, '0')}`;
    // The callers name the inputs of this very command; the missing `expects` has just been added.
    return { name, input: withExpects, at: this.now, role, counter, newTicketId } as Command;
  }

  private keep(command: Command, { events }: Exclude<Decision, { refusal: string }>) {
    const entry: Entry = {
      seq: this.office.seq + 1,
      at: command.at,
      command: command.name,
      counter: command.counter,
      events,
    };
    this.entries.push(entry);
    apply(this.office, entry);
    for (const event of events) {
      if (event.type === 'day-opened') this.ids.clear();
      if (event.type === 'ticket-issued') this.ids.set(event.ticket.number, event.ticket.id);
    }
  }
}

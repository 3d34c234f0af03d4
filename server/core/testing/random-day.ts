import { apply, type Touched } from '#core/apply.ts';
import { currentTicket } from '#core/at-counter.ts';
import { dueForAutoCall } from '#core/auto-calling.ts';
import { dueForDay } from '#core/day.ts';
import { decide } from '#core/decide.ts';
import { type Command, isRefusal } from '#core/decision.ts';
import type { Entry } from '#core/events.ts';
import { counterNow, emptyOffice, type Office } from '#core/office.ts';
import { type CommandName, QUEUE_COMMANDS } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import { MINUTE } from '#shared/domain/business-day.ts';
import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { clock } from './a-hall.ts';
import { dossiersOf, laterBy } from './from-dice.ts';

/** One throw of the dice: who does what, to whom, and how much later. All numbers are cut to fit by whoever reads them. */
export type Throw = { kind: number; counter: number; ticket: number; service: number; wait: number };

/** A whole throw out of one number: the same dice for the same number, everywhere. */
export function throwOf(number: number): Throw {
  const roll = dice(number);
  return { kind: roll(), counter: roll(), ticket: roll(), service: roll(), wait: roll() };
}

/** Numbers under a thousand (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 1000;
  };
}

/** What people do in a hall, and how often compared with the rest. */
const SHARES = {
  'ticket:take': 10,
  'ticket:call-next': 7,
  'ticket:call-this': 4,
  'ticket:recall': 8,
  'ticket:undo-call': 8,
  'ticket:start-service': 3,
  'ticket:finish': 2,
  'ticket:no-show': 6,
  'ticket:return': 5,
  'ticket:park': 4,
  'ticket:resume': 5,
  'ticket:transfer': 6,
  'ticket:add-service': 2,
  'ticket:cancel': 1,
  'ticket:cancel-range': 1,
  'counter:open': 5,
  'counter:pause': 1,
  'counter:close': 2,
  'counter:auto-call': 3,
  'counter:call-help': 1,
  'counter:supervise': 2,
  'counter:assign': 3,
  'hours:extend': 1,
} as const;

/** What a manager sets counters to, and in which state they mostly are. */
const SUPERVISED = [
  ['open', 'closed'],
  ['paused', 'open'],
  ['closed', 'open'],
] as const;

const KINDS = Object.entries(SHARES).flatMap(
  ([kind, share]) => Array<keyof typeof SHARES>(share).fill(kind as keyof typeof SHARES), // the keys of a literal are its names
);

export type Kept = { command: Command; entry: Entry; touched: readonly Touched[]; before: Office };

/** A hall in which things happen at random, decided and applied as the dispatcher does it, the house's own duties first. */
export class RandomDay {
  office: Office = emptyOffice();
  readonly entries: Entry[] = [];
  readonly setup: Setup;
  private readonly kept: (kept: Kept) => void;
  private readonly refused: (command: Command, refusal: Refusal) => void;
  /** What the wall clock shows; somebody may set it back. */
  private wall = clock('06:30');
  private lookedAt = '';

  constructor(setup: Setup, kept: (kept: Kept) => void, refused: RandomDay['refused'] = () => undefined) {
    this.setup = setup;
    this.kept = kept;
    this.refused = refused;
  }

  /** The house's time, which never runs backwards. [D5] */
  get now(): number {
    return Math.max(this.wall, this.office.lastAt);
  }

  /** @returns whether it was accepted */
  play(dice: Throw): boolean {
    this.passTime(dice);
    const isAccepted = this.press(dice);
    while (this.houseCalls());
    return isAccepted;
  }

  /** The house calls for one counter that is free and wished it, at the moment of the press before. @returns whether there was one */
  houseCalls(): boolean {
    const counter = dueForAutoCall(this.office, this.setup);
    if (counter === null) return false;
    return this.carryOut({
      ...this.counterCommand('ticket:auto-call', counter),
      role: 'house',
      at: this.office.lastAt,
    });
  }

  /** The clock moves on, and the house looks after the day. */
  passTime({ wait }: Throw) {
    this.wall = this.wall < this.now && wait % 5 === 0 ? this.now : laterBy(this.wall, this.setup, wait);
    if (this.hasLooked()) return;
    for (let due = this.due(); due; due = this.due()) {
      this.carryOut({ ...due, role: 'house', counter: null, newTicketId: this.newId() });
    }
  }

  /** Somebody presses. @returns whether it was accepted */
  press(dice: Throw): boolean {
    return this.carryOut(sometimesStale(this.commandOf(dice), dice));
  }

  /** Decides and, when accepted, applies. */
  carryOut(command: Command): boolean {
    const decision = decide(this.office, this.setup, command);
    if (isRefusal(decision)) {
      this.refused(command, decision.refusal);
      return false;
    }
    const { name, at, counter } = command;
    const entry: Entry = { seq: this.office.seq + 1, at, command: name, counter, events: decision.events };
    const { tickets, counters } = this.office;
    const before = { ...this.office, tickets: new Map(tickets), counters: new Map(counters) };
    this.entries.push(entry);
    this.kept({ command, entry, touched: apply(this.office, entry), before });
    return true;
  }

  /** A command of a counter that believes what is true. */
  counterCommand(name: CommandName, counter: CounterId, input: object = {}): Command {
    const expects = currentTicket(this.office, counter)?.id ?? null;
    const withExpects = 'expects' in QUEUE_COMMANDS[name].input.entries ? { expects, ...input } : input;
    // The callers name the inputs of this very command.
    return { name, input: withExpects, at: this.now, role: 'counter', counter, newTicketId: this.newId() } as Command;
  }

  /** Whether the house has looked in this very minute, at which days begin and end. The time zone's clock is slow to read. */
  private hasLooked(): boolean {
    const { day, dayState } = this.office;
    const moment = `${Math.floor(this.now / MINUTE)} ${day} ${dayState}`;
    const hasLooked = moment === this.lookedAt;
    this.lookedAt = moment;
    return hasLooked;
  }

  private due() {
    return dueForDay(this.office, this.setup, this.now);
  }

  private commandOf(dice: Throw): Command {
    const kind = KINDS[dice.kind % KINDS.length] ?? 'ticket:take';
    const house = { at: this.now, counter: null, newTicketId: this.newId() };
    const service = this.anyService(dice.service);
    switch (kind) {
      case 'ticket:take': {
        const services = dice.ticket % 3 === 0 ? [service, this.anyService(dice.service + 1)] : [service];
        const priority = dice.counter % 3 === 0 ? 'priority' : 'regular';
        const input = { services, priority } as const;
        if (dice.wait % 5 === 1) return this.counterCommand(kind, this.anyCounter(dice.counter, 'open'), input);
        return { ...house, name: kind, input, role: dice.wait % 5 === 0 ? 'manager' : 'kiosk' };
      }
      case 'hours:extend':
        // Now and then the day is closed early.
        return { ...house, name: dice.ticket % 4 === 0 ? 'day:close' : kind, input: {}, role: 'manager' };
      case 'ticket:cancel-range': {
        const from = this.office.tickets.get(this.anyTicket(dice.ticket, 'waiting'))?.number ?? 'A001';
        const to = `${from.charAt(0)}${String(Math.min(999, Number(from.slice(1)) + (dice.counter % 4))).padStart(3, '0')}`;
        return { ...house, name: kind, input: { from, to, reason: 'bấm nghịch' }, role: 'manager' };
      }
      case 'counter:supervise': {
        const [to, wanted] = SUPERVISED[dice.ticket % SUPERVISED.length] ?? ['open', 'closed'];
        const counter = this.anyCounter(dice.counter, wanted);
        return { ...house, name: kind, input: { counter, to, reason: 'họp' }, role: 'manager' };
      }
      case 'counter:assign': {
        const [own, helps] = [service, this.anyService(dice.service + 1 + (dice.ticket % 2))];
        const services = dice.ticket % 4 === 0 ? null : { own: [own], helps: [helps] };
        return {
          ...house,
          name: kind,
          input: { counter: this.anyCounter(dice.counter, 'open'), services },
          role: 'manager',
        };
      }
      case 'ticket:cancel':
      case 'ticket:return': {
        const ticket = this.anyTicket(dice.ticket, kind === 'ticket:return' ? 'absent' : 'waiting');
        if (dice.service % 2 === 0) return { ...house, name: kind, input: { ticket }, role: 'manager' };
        return this.counterCommand(kind, this.anyCounter(dice.counter, 'open'), { ticket });
      }
      default:
        return this.atCounter(kind, dice, service);
    }
  }

  private atCounter(kind: Exclude<keyof typeof SHARES, 'ticket:take'>, dice: Throw, service: string): Command {
    const open = this.anyCounter(dice.counter, 'open');
    const busy = this.anyCounter(dice.counter, 'busy');
    switch (kind) {
      case 'counter:open':
        return this.counterCommand(kind, this.anyCounter(dice.counter, 'closed'));
      case 'counter:auto-call':
        return this.counterCommand(kind, open, { to: dice.ticket % 4 === 0 ? 'off' : 'on' });
      case 'counter:call-help': {
        const hasCalled = this.office.helpCalls.has(open);
        return this.counterCommand(hasCalled ? 'counter:help-came' : kind, open, hasCalled ? { counter: null } : {});
      }
      case 'counter:pause':
        return this.counterCommand(kind, open, { reason: 'nghỉ' });
      case 'ticket:call-this':
        return this.counterCommand(kind, open, { ticket: this.anyTicket(dice.ticket, 'waiting'), reason: 'vì thế' });
      case 'ticket:resume': {
        const ticket = this.anyTicket(dice.ticket, 'parked');
        const parked = this.office.tickets.get(ticket);
        const counter = parked?.state === 'parked' && dice.service % 4 > 0 ? parked.counter : open;
        return this.counterCommand(kind, counter, { ticket });
      }
      case 'ticket:transfer': {
        const target = dice.ticket % 2 === 0 ? null : this.anyCounter(dice.ticket, 'open');
        const own = this.setup.counters.find(({ id }) => id === target)?.own[0];
        const further = dice.wait % 3 === 0 ? { further: [this.anyService(dice.service + 1 + (dice.ticket % 3))] } : {};
        return this.counterCommand(kind, busy, { to: own ?? service, counter: target, note: null, ...further });
      }
      case 'ticket:add-service':
        return this.counterCommand(kind, busy, { service });
      case 'ticket:call-next':
        return this.counterCommand(kind, open, dossiersOf(dice));
      case 'counter:close':
      case 'ticket:undo-call':
        return this.counterCommand(kind, open);
      case 'ticket:finish':
        return this.counterCommand(kind, busy, dossiersOf(dice));
      default:
        return this.counterCommand(kind, busy);
    }
  }

  /** Mostly a counter of the wanted kind, when there is one; now and then any. */
  private anyCounter(index: number, wanted: 'open' | 'busy' | 'closed'): CounterId {
    const all = this.setup.counters.map(({ id }) => id);
    const fitting = all.filter((id) => {
      const { state, current } = counterNow(this.office, id);
      if (wanted === 'busy') return current !== null;
      return (state === 'open') === (wanted === 'open');
    });
    const chosen = fitting.length > 0 && index % 9 > 0 ? fitting : all;
    return chosen[index % chosen.length] ?? 1;
  }

  /** A ticket in the wanted state when there is one, else any. */
  private anyTicket(index: number, state: Ticket['state']): TicketId {
    const all = [...this.office.tickets.values()];
    const fitting = all.filter((ticket) => ticket.state === state);
    const chosen = fitting.length > 0 ? fitting : all;
    return chosen[index % Math.max(1, chosen.length)]?.id ?? 'ticket-nobody';
  }

  private anyService(index: number): string {
    return this.setup.services[index % this.setup.services.length]?.id ?? 'nothing';
  }

  private newId(): TicketId {
    return `ticket-${this.entries.length}`;
  }
}

/** Now and then a page speaks of somebody who is not at its counter any more. [R2] */
function sometimesStale(command: Command, { wait, ticket }: Throw): Command {
  if (wait % 12 !== 11 || !('expects' in command.input)) return command;
  // Another value of the same field.
  return {
    ...command,
    input: { ...command.input, expects: ticket % 2 === 0 ? null : `ticket-${ticket % 60}` },
  } as Command;
}

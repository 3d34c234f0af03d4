import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CounterAction } from '#shared/contract/views.ts';
import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { ClosedTicket, Ticket, WaitingTicket } from '#shared/domain/ticket.ts';
import { apply } from './apply.ts';
import { counterView } from './counter-view.ts';
import { decide } from './decide.ts';
import { isRefusal } from './decision.ts';
import type { Entry } from './events.ts';
import { counterNow, emptyOffice, type Office } from './office.ts';
import { aHall } from './testing/a-hall.ts';
import { type Kept, RandomDay, type Throw } from './testing/random-day.ts';
import { undoable } from './undoing.ts';

const setup = aHall({ callsBeforeAbsent: 2, recallPauseSeconds: 1 });
const COUNTERS = setup.counters.map(({ id }) => id);
const HEAD_START_MS = 30 * 60_000;

const dice = fc.nat({ max: 999 });
const throws = fc.array(fc.record<Throw>({ kind: dice, counter: dice, ticket: dice, service: dice, wait: dice }), {
  minLength: 300,
  maxLength: 400,
  size: 'max',
});

/** Plays many random days and hands on every accepted command. */
function playMany(runs: number, check: (day: RandomDay, kept: Kept) => void, atEnd?: (day: RandomDay) => void) {
  let accepted = 0;
  const property = fc.property(throws, (all) => {
    const day: RandomDay = new RandomDay(setup, (kept) => check(day, kept));
    for (const one of all) if (day.play(one)) accepted += 1;
    atEnd?.(day);
  });
  fc.assert(property, { numRuns: runs, seed: 20261123, endOnFailure: true });
  expect(accepted).toBeGreaterThan(runs * 100);
}

describe('after every one of thousands of random commands', () => {
  it('[C10] everyone is in exactly one place, and no two at one counter', () => {
    playMany(60, ({ office }) => {
      expect(placesFound(office)).toEqual(placesByState(office));
      expect(lineDisorder(office)).toEqual([]);
    });
  });

  it('[S9] nobody waits for a counter that is closed, and nobody is at one that is not open', () => {
    playMany(60, ({ office }) => {
      for (const ticket of office.tickets.values()) {
        if (ticket.state === 'waiting' && ticket.boundTo !== null) {
          expect(counterNow(office, ticket.boundTo).state).not.toBe('closed');
        }
        if (ticket.state === 'called' || ticket.state === 'serving') {
          expect(counterNow(office, ticket.counter).state).toBe('open');
        }
      }
    });
  });

  it('[T4] whoever was issued is still here or has ended in one way, and the tallies say the same', () => {
    let gone = new Map<TicketId, ClosedTicket>();
    playMany(60, ({ office, entries }, { entry, touched }) => {
      if (entries.length === 1 || entry.events.some(({ type }) => type === 'day-opened')) gone = new Map();
      for (const ticket of touched) {
        if (ticket.state === 'closed') gone.set(ticket.id, ticket);
        else gone.delete(ticket.id);
      }
      expect(office.issued).toBe(office.tickets.size + gone.size);
      expect(tallies(office)).toEqual(talliesOf([...office.tickets.values(), ...gone.values()]));
    });
  });

  it('[N2] no number was given out twice on one day', () => {
    let given = new Set<string>();
    playMany(60, ({ entries }, { entry }) => {
      if (entries.length === 1) given = new Set();
      for (const event of entry.events) {
        if (event.type === 'day-opened') given = new Set();
        if (event.type !== 'ticket-issued') continue;
        expect(given).not.toContain(event.ticket.number);
        given.add(event.ticket.number);
      }
    });
  });

  it('[A5] a page offers what the house would accept, and nothing else', () => {
    let step = 0;
    playMany(30, (day) => {
      step += 1;
      const counter = setup.counters[step % setup.counters.length];
      if (!counter || step % 3 > 0) return;
      const { may } = counterView(day.office, setup, day.now, counter);
      const accepted = PRESSES.filter((name) => {
        const input = name === 'counter:pause' ? { reason: 'nghỉ' } : {};
        return !isRefusal(decide(day.office, setup, day.counterCommand(name, counter.id, input)));
      });
      expect(may.filter((name) => PRESSES.includes(name)).sort()).toEqual(accepted.sort());
    });
  });
});

/** What needs nothing but the press. `call-next` is always offered and may find nobody; a recall has its pause. */
const PRESSES: CounterAction[] = [
  'ticket:start-service',
  'ticket:finish',
  'ticket:no-show',
  'ticket:park',
  'ticket:undo-call',
  'counter:open',
  'counter:pause',
  'counter:close',
];

describe('whoever is called by the discipline', () => {
  const overtaken = (called: WaitingTicket, waits: WaitingTicket) =>
    called.boundTo === null &&
    waits.boundTo === null &&
    called.errand.service === waits.errand.service &&
    called.errand.arrivedAt > waits.errand.arrivedAt;

  it('[Q1] came before all others of the same class who wait for the same service', () => {
    playMany(60, (_, kept) => {
      for (const { called, others } of calls(kept)) {
        expect(others.filter((one) => one.priority === called.priority && overtaken(called, one))).toEqual([]);
      }
    });
  });

  it('[Q9] overtakes an ordinary ticket only as priority, and only by the head start', () => {
    playMany(60, (_, kept) => {
      for (const { called, others } of calls(kept)) {
        for (const one of others.filter((waits) => overtaken(called, waits))) {
          expect(called.priority).toBe('priority');
          expect(called.errand.arrivedAt - one.errand.arrivedAt).toBeLessThanOrEqual(HEAD_START_MS);
        }
      }
    });
  });

  it('[Q3] [Q5] was bound to the counter when anybody was, else of an own service when anybody waited for one', () => {
    playMany(60, (_, kept) => {
      for (const { called, others, counter } of calls(kept)) {
        const group = groupOf(called, counter, setup);
        expect(group).not.toBe('none');
        const better = others.filter((one) => RANK[groupOf(one, counter, setup)] < RANK[group]);
        expect(better).toEqual([]);
      }
    });
  });

  it('[Q11] waited for a service that the counter has or helps with, also when chosen out of order', () => {
    playMany(60, (_, { entry, before }) => {
      for (const event of entry.events) {
        if (event.type !== 'ticket-called') continue;
        const counter = setup.counters.find(({ id }) => id === event.counter);
        const ticket = before.tickets.get(event.ticket);
        const wanted = ticket?.state === 'waiting' ? ticket.errand.service : ticket?.next[0]?.service;
        expect([...(counter?.own ?? []), ...(counter?.helps ?? [])]).toContain(wanted);
      }
    });
  });
});

describe('ticket:undo-call', () => {
  it('[C7] at once after any command that can be undone restores the office, whatever happened before', () => {
    let undone = 0;
    const property = fc.property(throws, (all) => {
      const day = new RandomDay(setup, () => undefined);
      for (const one of all) {
        day.passTime(one);
        const before = picture(day.office);
        if (!day.press(one) || one.ticket % 3 > 0) continue;
        const counter = day.entries.at(-1)?.counter ?? null;
        if (counter === null || !undoable(day.office, setup, counter, day.now)) continue;
        expect(day.carryOut(day.counterCommand('ticket:undo-call', counter))).toBe(true);
        expect(picture(day.office)).toEqual(before);
        undone += 1;
      }
    });
    fc.assert(property, { numRuns: 60, seed: 7, endOnFailure: true });
    expect(undone).toBeGreaterThan(500);
  });
});

describe('an office read again from the journal', () => {
  it('[R5] equals the one in memory, and would take back the same', () => {
    let again = emptyOffice();
    const canUndo = (office: Office, at: number) => COUNTERS.map((id) => undoable(office, setup, id, at) !== null);
    const readOn = ({ office, entries, now }: RandomDay, { entry }: Kept) => {
      if (entries.length === 1) again = emptyOffice();
      // As the disk keeps it: text.
      const kept: Entry = JSON.parse(JSON.stringify(entry));
      apply(again, kept);
      expect(canUndo(again, now)).toEqual(canUndo(office, now));
    };
    playMany(60, readOn, ({ office }) => expect(again).toEqual(office));
  });
});

type Group = 'bound' | 'own' | 'helps' | 'none';
const RANK: Record<Group, number> = { bound: 0, own: 1, helps: 2, none: 3 };

function groupOf({ boundTo, errand }: WaitingTicket, id: CounterId, { counters }: Setup): Group {
  if (boundTo !== null) return boundTo === id ? 'bound' : 'none';
  const counter = counters.find((one) => one.id === id);
  if (counter?.own.includes(errand.service)) return 'own';
  return counter?.helps.includes(errand.service) ? 'helps' : 'none';
}

/** The calls by the discipline in one entry: who was called, and who else waited at that moment. */
function calls({ entry, touched, before }: Kept) {
  return entry.events.flatMap((event) => {
    if (event.type !== 'ticket-called' || event.outOfOrder !== null) return [];
    const now = new Map<TicketId, Ticket | ClosedTicket>(before.tickets);
    for (const ticket of touched) now.set(ticket.id, ticket);
    const others = [...now.values()].filter((one): one is WaitingTicket => one.state === 'waiting');
    const ticket = now.get(event.ticket);
    if (!ticket) throw new Error(`${event.ticket} was called and is not here.`);
    // A call keeps what bound the ticket: as it stood in the line.
    const called: WaitingTicket = { ...ticket, state: 'waiting', waitingSince: 0 };
    return [{ called, others, counter: event.counter }];
  });
}

/** Where each ticket can be found, looking at every line, counter and list. */
function placesFound(office: Office): Record<TicketId, string[]> {
  const found: Record<TicketId, string[]> = {};
  const note = (id: TicketId, place: string) => {
    found[id] = [...(found[id] ?? []), place];
  };
  for (const [service, line] of office.lines) for (const { id } of everybody(line)) note(id, `line ${service}`);
  for (const [counter, line] of office.boundLines) for (const { id } of everybody(line)) note(id, `bound ${counter}`);
  for (const [counter, { current }] of office.counters) if (current !== null) note(current, `at ${counter}`);
  for (const { id, state } of office.tickets.values()) if (state === 'parked' || state === 'absent') note(id, state);
  return found;
}

/** Where each ticket should be, by what it says of itself. */
function placesByState(office: Office): Record<TicketId, string[]> {
  return Object.fromEntries(
    [...office.tickets.values()].map((ticket) => {
      if (ticket.state === 'parked' || ticket.state === 'absent') return [ticket.id, [ticket.state]];
      if (ticket.state !== 'waiting') return [ticket.id, [`at ${ticket.counter}`]];
      return [ticket.id, [ticket.boundTo === null ? `line ${ticket.errand.service}` : `bound ${ticket.boundTo}`]];
    }),
  );
}

/** Pairs of neighbours in the wrong order, and tickets that are not the ones of the office. */
function lineDisorder(office: Office): string[] {
  return [...office.lines.values(), ...office.boundLines.values()].flatMap((line) => {
    const tickets = everybody(line);
    return tickets.flatMap((ticket, index) => {
      const before = tickets[index - 1];
      const isInOrder =
        !before ||
        before.errand.effectiveAt < ticket.errand.effectiveAt ||
        (before.errand.effectiveAt === ticket.errand.effectiveAt && before.order < ticket.order);
      return isInOrder && office.tickets.get(ticket.id) === ticket ? [] : [ticket.number];
    });
  });
}

function everybody(line: { take(most: number): WaitingTicket[] }): WaitingTicket[] {
  return line.take(Number.POSITIVE_INFINITY);
}

/** What the office has counted: `land served`, `served at 1`. */
function tallies(office: Office): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const [service, outcomes] of office.outcomes) {
    for (const [outcome, count] of Object.entries(outcomes)) if (count !== 0) counted[`${service} ${outcome}`] = count;
  }
  for (const [counter, count] of office.servedBy) if (count !== 0) counted[`served at ${counter}`] = count;
  return counted;
}

/** The same, counted from the tickets. */
function talliesOf(tickets: readonly (Ticket | ClosedTicket)[]): Record<string, number> {
  const counted: Record<string, number> = {};
  const add = (key: string) => {
    counted[key] = (counted[key] ?? 0) + 1;
  };
  for (const ticket of tickets) {
    for (const { service, counter } of ticket.done) {
      add(`${service} served`);
      add(`served at ${counter}`);
    }
    if (ticket.state !== 'closed') continue;
    add(`${ticket.errand.service} ${ticket.outcome}`);
    if (ticket.outcome === 'served') add(`served at ${ticket.counter}`);
  }
  return counted;
}

/** All that an undo has to restore: everything but the journal's number and time, and what is remembered of the last press. */
function picture(office: Office) {
  const { day, dayState, extended, issued, lastNumber, tickets, board, slips, slipTroubles } = office;
  const counters = COUNTERS.map((id) => {
    const { state, pauseReason, current } = counterNow(office, id);
    return { id, state, pauseReason, current };
  });
  const people = new Map(tickets);
  return {
    ...{ day, dayState, extended, issued, board, slips, slipTroubles, counters, tickets: people },
    lastNumber: new Map(lastNumber),
    tallies: tallies(office),
    lines: linesNow(office.lines),
    boundLines: linesNow(office.boundLines),
  };
}

function linesNow<K>(lines: Map<K, { take(most: number): WaitingTicket[] }>): [K, WaitingTicket[]][] {
  return [...lines]
    .map(([key, line]): [K, WaitingTicket[]] => [key, everybody(line)])
    .filter(([, line]) => line.length > 0);
}

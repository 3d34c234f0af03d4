import type { BoardCall } from '#shared/contract/views.ts';
import type { CounterId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import type { ClosedTicket, HeldTicket, Ticket } from '#shared/domain/ticket.ts';
import { isHeld } from '#shared/domain/ticket.ts';
import { applyToCounter } from './counter-states.ts';
import type { Entry, QueueEvent } from './events.ts';
import {
  changeCounter,
  counterNow,
  emptyOffice,
  type Office,
  PAST_CALLS_KEPT,
  PAST_CALLS_OF_A_COUNTER,
} from './office.ts';
import { place } from './place.ts';
import { rememberPress } from './remember-press.ts';
import { issueSlip, reportSlip, reprintSlip } from './slips.ts';
import * as states from './ticket-states.ts';

export type Touched = Ticket | ClosedTicket;

/**
 * Makes facts true in the office: the only function that changes it.
 * @returns the tickets that this entry touched, as they are now, each once: what the projection has to write
 * @throws when a fact does not fit the office; the journal is then not of this house
 */
export function apply(office: Office, entry: Entry): Touched[] {
  const before = new Map<TicketId, Ticket>();
  const after = new Map<TicketId, Touched>();
  const boardBefore = office.board;
  for (const event of entry.events) {
    for (const change of applyOne(office, event, entry)) {
      if (change.before && !before.has(change.after.id)) before.set(change.after.id, change.before);
      after.set(change.after.id, change.after);
    }
  }
  office.seq = entry.seq;
  office.lastAt = Math.max(office.lastAt, entry.at);
  if (entry.counter !== null) rememberPress(office, entry, entry.counter, { before, after, boardBefore });
  return [...after.values()];
}

type Change = { before: Ticket | null; after: Touched };

function applyOne(office: Office, event: QueueEvent, entry: Entry): Change[] {
  switch (event.type) {
    case 'day-opened':
      Object.assign(office, emptyOffice(), {
        day: event.day,
        dayState: 'open',
        seq: office.seq,
        lastAt: office.lastAt,
      });
      return [];
    case 'day-closed':
      office.dayState = 'closed';
      office.counters.clear();
      office.board = [];
      return [];
    case 'hours-extended':
      office.dayState = 'open';
      office.extended = [...office.extended, { from: entry.at, until: event.until }];
      return [];
    case 'counter-opened':
    case 'counter-paused':
    case 'counter-closed':
    case 'counter-auto-call-set':
    case 'counter-assigned':
    case 'counter-help-called':
    case 'counter-help-came':
      applyToCounter(office, event, entry.at);
      return [];
    case 'ticket-issued':
      office.issued += 1;
      countNumber(office, event.ticket.number);
      issueSlip(office, event, entry.at);
      return [change(office, null, event.ticket)];
    case 'call-undone':
      return undo(office, event.counter, event.restored);
    case 'slip-reprinted':
      reprintSlip(office, event, entry.at);
      return [];
    case 'slip-printed':
    case 'slip-refused':
    case 'slip-unknown':
      reportSlip(office, event, entry.at);
      return [];
    default:
      return [applyToTicket(office, event, entry)];
  }
}

/** The last guard against a number given twice: whatever decided so, the turn fails and nothing of it is kept. [N2] */
function countNumber(office: Office, number: TicketNumber) {
  const [series, count] = [number.charAt(0), Number(number.slice(1))];
  if (count <= (office.lastNumber.get(series) ?? 0)) throw new Error(`A fact gives number ${number} once more.`);
  office.lastNumber.set(series, count);
}

type TicketEvent = Exclude<
  QueueEvent,
  {
    type: `day-${string}` | `counter-${string}` | `slip-${string}` | 'hours-extended' | 'ticket-issued' | 'call-undone';
  }
>;

function applyToTicket(office: Office, event: TicketEvent, { seq, at }: Entry): Change {
  const ticket = present(office, event.ticket);
  switch (event.type) {
    case 'ticket-called':
      showCall(office, {
        callSeq: seq,
        ticket: ticket.id,
        number: ticket.number,
        counter: event.counter,
        calledAt: at,
      });
      return change(office, ticket, states.called(inState(ticket, 'waiting'), event.counter, at));
    case 'ticket-recalled': {
      const calledOne = inState(ticket, 'called');
      const { counter } = calledOne;
      showCall(office, { callSeq: seq, ticket: ticket.id, number: ticket.number, counter, calledAt: at });
      return change(office, ticket, states.recalled(calledOne));
    }
    case 'service-started':
      return change(office, ticket, states.serving(inState(ticket, 'called'), at));
    case 'service-finished':
      return change(office, ticket, states.movedOn(held(ticket), at, event.dossiers) ?? misfit(event.type, ticket));
    case 'service-added':
      return change(office, ticket, { ...held(ticket), next: [...ticket.next, event.errand] });
    case 'ticket-absent':
      return change(office, ticket, states.absent(inState(ticket, 'called'), at));
    case 'ticket-returned':
      return change(office, ticket, states.returned(inState(ticket, 'absent'), event.boundTo, at));
    case 'ticket-parked':
      return change(office, ticket, states.parked(held(ticket), at));
    case 'ticket-resumed':
      return change(office, ticket, states.waitingAgain(inState(ticket, 'parked'), event.boundTo, at));
    case 'ticket-transferred': {
      hideCall(office, ticket.id);
      const { to: service, boundTo, note, further = [] } = event;
      return change(office, ticket, states.transferred(held(ticket), { service, boundTo, note, further }, at));
    }
    case 'ticket-handed-on':
      hideCall(office, ticket.id);
      return change(office, ticket, states.waitingAgain(ticket, null, at));
    case 'ticket-closed':
      if (event.outcome !== 'served') hideCall(office, ticket.id);
      return change(office, ticket, states.closed(ticket, event.outcome, at, event.dossiers));
  }
}

function change(office: Office, before: Ticket | null, after: Touched): Change {
  place(office, [{ before, after }]);
  return { before, after };
}

/** The inverse of what the counter last did: every ticket it touched is again what it was. */
function undo(office: Office, counter: CounterId, restored: readonly Ticket[]): Change[] {
  const undone = counterNow(office, counter).undo;
  // A new object each: for all other counters the ticket has been touched, in memory as when the day is read again. [C8] [R5]
  const steps = restored.map((ticket) => ({
    before: office.tickets.get(ticket.id) ?? undone?.after.find(({ id }) => id === ticket.id) ?? null,
    after: { ...ticket },
  }));
  place(office, steps);
  const rows = office.board.filter(({ callSeq }) => callSeq !== undone?.callSeq);
  office.board = [...rows, ...(undone?.boardRows ?? [])].sort((a, b) => b.callSeq - a.callSeq);
  return steps.map(({ after }) => ({ before: null, after }));
}

function showCall(office: Office, call: BoardCall) {
  office.board = withoutLongPast(office, [call, ...office.board.filter(({ ticket }) => ticket !== call.ticket)]);
  changeCounter(office, call.counter, { lastCalledAt: call.calledAt });
}

/** Or the board would grow all day, and every call with it. */
function withoutLongPast({ tickets }: Office, board: readonly BoardCall[]): BoardCall[] {
  let past = 0;
  const pastOf = new Map<CounterId, number>();
  return board.filter(({ ticket, counter }) => {
    if (tickets.has(ticket)) return true;
    past += 1;
    const here = (pastOf.get(counter) ?? 0) + 1;
    pastOf.set(counter, here);
    return past <= PAST_CALLS_KEPT || here <= PAST_CALLS_OF_A_COUNTER;
  });
}

function hideCall(office: Office, ticket: TicketId) {
  office.board = office.board.filter((call) => call.ticket !== ticket);
}

function present(office: Office, id: TicketId): Ticket {
  const ticket = office.tickets.get(id);
  if (!ticket) throw new Error(`A fact speaks of ticket ${id}, who is not here.`);
  return ticket;
}

function inState<S extends Ticket['state']>(ticket: Ticket, state: S): Extract<Ticket, { state: S }> {
  // The comparison proves the type, but TypeScript does not narrow a union by a type variable.
  if (ticket.state === state) return ticket as Extract<Ticket, { state: S }>;
  return misfit(state, ticket);
}

function held(ticket: Ticket): HeldTicket {
  return isHeld(ticket) ? ticket : misfit('held', ticket);
}

function misfit(wanted: string, ticket: Ticket): never {
  throw new Error(`A fact wants ticket ${ticket.number} to be ${wanted}, but it is ${ticket.state}.`);
}

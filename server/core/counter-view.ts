import type { CallSeen } from '#shared/contract/display-views.ts';
import { isCommandName } from '#shared/contract/queue-commands.ts';
import type {
  BoardCall,
  CounterAction,
  CountersView,
  CounterView,
  CurrentTicket,
  TicketInLine,
} from '#shared/contract/views.ts';
import { openMs } from '#shared/domain/hours.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import type { Counter, Setup } from '#shared/domain/setup.ts';
import type { AbsentTicket, CalledTicket, HeldTicket, ParkedTicket, Ticket } from '#shared/domain/ticket.ts';
import { currentTicket } from './at-counter.ts';
import { type HallPicture, hallPicture } from './hall-picture.ts';
import { boundLineOf, counterNow, lineOf, type Office } from './office.ts';
import { callOrder, nextTicket, serves } from './queue-discipline.ts';
import { roomFor } from './serving.ts';
import { movedOn } from './ticket-states.ts';
import { undoable } from './undoing.ts';

/** A clerk reads no longer list than this; the count beside it is whole. */
const WAITING_SHOWN = 200;

/** The counters to choose from. */
export function countersView(
  office: Office,
  setup: Setup,
  at: number,
  mine: CountersView['mine'] = null,
): CountersView {
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    mine,
    counters: setup.counters.map(({ id, own }) => ({
      id,
      state: counterNow(office, id).state,
      services: own.map((service) => shortName(setup, service)),
    })),
  };
}

/**
 * One counter: who is here, who is next, who waits, what may be pressed.
 * @param hall of this very moment; drawn once for all counters where there are many
 */
export function counterView(
  office: Office,
  setup: Setup,
  at: number,
  counter: Counter,
  seen: (call: BoardCall) => CallSeen | null = () => null,
  hall: HallPicture = hallPicture(office, setup, at),
): CounterView {
  const now = counterNow(office, counter.id);
  const current = currentTicket(office, counter.id);
  const order = callOrder(office, counter, WAITING_SHOWN);
  const waiting = order.map(({ ticket, from }) => ({ ...inLine(ticket), from }));
  const undo = undoable(office, setup, counter.id, at);
  const upNext = nextTicket(office, counter, current && movedOn(current, at));
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    counter: { id: counter.id, state: now.state, pauseReason: now.pauseReason },
    autoCall: now.autoCall,
    isReassigned: office.assignments.has(counter.id),
    help: [...office.helpCalls].map(([id, since]) => ({ counter: id, since })),
    services: hall.services.map((service) => ({ ...service, serves: servesHow(counter, service.id) })),
    counters: hall.counters,
    current: current && currentPicture(office, setup, current),
    seen: current?.state === 'called' ? seenCall(office, current, seen) : null,
    upNext: upNext && inLine(upNext),
    waiting,
    waitingCount: waitingCount(office, counter),
    ...setAside(office, counter),
    may: [...actions(office, setup, at, counter, order.length > 0), ...besideTheQueue(office, counter, hall)],
    recallFrom: now.lastCalledAt + setup.rules.recallPauseSeconds * 1000,
    undo: undo && {
      command: isCommandName(undo.command) ? undo.command : 'ticket:call-next',
      number: undo.after.at(-1)?.number ?? null,
      until: undo.at + setup.rules.undoSeconds * 1000,
    },
    callsBeforeAbsent: setup.rules.callsBeforeAbsent,
    servicesPerTicket: setup.rules.servicesPerTicket,
    reasons: { outOfOrder: setup.wording.outOfOrderReasons, pause: setup.wording.pauseReasons },
  };
}

function servesHow({ own, helps }: Counter, service: ServiceId): 'own' | 'helps' | 'no' {
  if (own.includes(service)) return 'own';
  return helps.includes(service) ? 'helps' : 'no';
}

function seenCall({ board }: Office, { id, counter }: CalledTicket, seen: (call: BoardCall) => CallSeen | null) {
  const call = board.find((row) => row.ticket === id && row.counter === counter);
  return call ? seen(call) : null;
}

function currentPicture(office: Office, setup: Setup, ticket: HeldTicket): CurrentTicket {
  const { arrivedAt } = ticket.errand;
  return {
    ...inLine(ticket),
    state: ticket.state,
    since: ticket.state === 'serving' ? ticket.servingSince : ticket.calledAt,
    calls: ticket.calls,
    waitedMs: openMs(arrivedAt, ticket.firstCalledAt ?? ticket.calledAt, setup, office.extended),
    next: ticket.next.map(({ service }) => service),
    room: roomFor(ticket, setup.rules),
    note: ticket.note,
  };
}

function inLine(ticket: Ticket): TicketInLine {
  const { id, number, errand, priority } = ticket;
  return { ticket: id, number, service: errand.service, arrivedAt: errand.arrivedAt, priority };
}

function waitingCount(office: Office, counter: Counter): number {
  const services = [...counter.own, ...counter.helps];
  return services.reduce((sum, id) => sum + lineOf(office, id).length, boundLineOf(office, counter.id).length);
}

/** Parked here, or at a counter that has closed; absent, of the services that this counter calls. Longest set aside first. */
function setAside(office: Office, counter: Counter): Pick<CounterView, 'parked' | 'absent'> {
  const tickets = [...office.tickets.values()];
  const isOurs = ({ errand }: Ticket) => serves(counter, errand.service);
  return {
    parked: tickets
      .filter((ticket): ticket is ParkedTicket => ticket.state === 'parked')
      .filter((ticket) => {
        if (ticket.counter === counter.id) return true;
        return isOurs(ticket) && counterNow(office, ticket.counter).state === 'closed';
      })
      .sort((a, b) => a.parkedAt - b.parkedAt || a.order - b.order)
      .map((ticket) => ({ ...inLine(ticket), parkedAt: ticket.parkedAt })),
    absent: tickets
      .filter((ticket): ticket is AbsentTicket => ticket.state === 'absent')
      .filter((ticket) => ticket.counter === counter.id || isOurs(ticket))
      .sort((a, b) => a.absentSince - b.absentSince || a.order - b.order)
      .map((ticket) => ({ ...inLine(ticket), absentSince: ticket.absentSince, mayReturn: !ticket.returned })),
  };
}

function actions(
  office: Office,
  setup: Setup,
  at: number,
  counter: Counter,
  isAnyoneWaiting: boolean,
): CounterAction[] {
  const { state } = counterNow(office, counter.id);
  const current = currentTicket(office, counter.id);
  const may: CounterAction[] = [];
  if (undoable(office, setup, counter.id, at)) may.push('ticket:undo-call');
  if (state !== 'open') return office.dayState === 'closed' ? may : [...may, 'counter:open', ...closing(state)];
  may.push('ticket:call-next');
  if (isAnyoneWaiting) may.push('ticket:call-this');
  if (!current) return [...may, 'counter:pause', 'counter:close'];
  may.push('ticket:finish', 'ticket:park', 'ticket:transfer', 'ticket:add-service');
  if (current.state === 'serving') return may;
  may.push('ticket:recall', 'ticket:start-service', 'counter:close');
  if (current.calls >= setup.rules.callsBeforeAbsent) may.push('ticket:no-show');
  return may;
}

function besideTheQueue({ dayState, helpCalls }: Office, { id }: Counter, hall: HallPicture): CounterAction[] {
  const help = helpCalls.has(id) ? 'counter:help-came' : 'counter:call-help';
  const may: CounterAction[] = dayState === 'open' ? ['counter:auto-call', help] : [help];
  return hall.isGivingTickets ? ['ticket:take', ...may] : may;
}

function closing(state: 'closed' | 'paused'): CounterAction[] {
  return state === 'paused' ? ['counter:close'] : [];
}

function shortName(setup: Setup, service: string): string {
  return setup.services.find(({ id }) => id === service)?.short ?? service;
}

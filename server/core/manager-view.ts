import type { CounterState, ManagerView } from '#shared/contract/views.ts';
import { sumOfDossiers } from '#shared/domain/dossiers.ts';
import type { Counter, Setup } from '#shared/domain/setup.ts';
import type { AbsentTicket, Outcome, ParkedTicket } from '#shared/domain/ticket.ts';
import { currentTicket } from './at-counter.ts';
import { isRefusal } from './decision.ts';
import { type HallPicture, hallPicture } from './hall-picture.ts';
import type { HouseState } from './house-state.ts';
import { boundLineOf, counterNow, type Office, outcomesOf } from './office.ts';
import { serves } from './queue-discipline.ts';
import { whyNoReprint } from './reprinting.ts';
import { setting } from './supervising.ts';
import { isExtended, nextNumbersFrom } from './taking.ts';
import { cancellable } from './waiting-room.ts';

/** The live hall. @param hall as the counters see it; drawn already where they have been told */
export function managerView(
  office: Office,
  setup: Setup,
  at: number,
  house: HouseState,
  hall: HallPicture = hallPicture(office, setup, at),
): ManagerView {
  const open = hall.isGivingTickets;
  // Looked for once, not once a counter.
  const parked = [...office.tickets.values()].filter((ticket) => ticket.state === 'parked');
  return {
    at,
    office: setup.office.name,
    timeZone: setup.office.timeZone,
    day: office.day,
    dayState: office.dayState,
    open,
    nextFrom: open ? null : nextNumbersFrom(office, setup, at),
    extendedUntil: isExtended(office, at) ? (office.extended.at(-1)?.until ?? null) : null,
    totals: totals(office, setup),
    services: hall.services.map((service) => servicePicture(office, setup, service)),
    counters: setup.counters.map((counter) => counterPicture(office, counter, parked)),
    pauseReasons: setup.wording.pauseReasons,
    absent: [...office.tickets.values()]
      .filter((ticket): ticket is AbsentTicket => ticket.state === 'absent')
      .map(({ id, number, returned }) => ({ ticket: id, number, mayReturn: !returned })),
    cancellable: cancellable(office).map(({ number }) => number),
    tappedForFun: house.tappedForFun,
    printer: house.printer,
    slipTroubles: office.slipTroubles.flatMap(({ ticket, number, outcome, at: slipAt }) =>
      outcome === 'printing'
        ? []
        : [{ ticket, number, outcome, at: slipAt, noReprint: whyNoReprint(office, setup, ticket, at) }],
    ),
    pages: house.pages,
    journal: { seq: office.seq, intact: house.isJournalIntact, trouble: house.diskTrouble },
    backup: house.backup,
  };
}

function counterPicture(
  office: Office,
  { id, own, helps }: Counter,
  parked: readonly ParkedTicket[],
): ManagerView['counters'][number] {
  const { state, pauseReason, autoCall } = counterNow(office, id);
  const current = currentTicket(office, id);
  return {
    id,
    state,
    pauseReason,
    services: own,
    helps,
    isReassigned: office.assignments.has(id),
    autoCall,
    helpSince: office.helpCalls.get(id) ?? null,
    may: STATES.filter((to) => !isRefusal(setting(office, id, to, 'vì thế'))),
    current: current && {
      number: current.number,
      state: current.state,
      since: current.state === 'serving' ? current.servingSince : current.calledAt,
    },
    bound: boundLineOf(office, id)
      .take(Number.POSITIVE_INFINITY)
      .map(({ number }) => number),
    parked: parked.filter(({ counter }) => counter === id).map(({ number }) => number),
    served: office.servedBy.get(id) ?? 0,
  };
}

const STATES: readonly CounterState[] = ['open', 'paused', 'closed'];

function totals(office: Office, setup: Setup): ManagerView['totals'] {
  const sum = (outcome: Outcome) => setup.services.reduce((all, { id }) => all + outcomesOf(office, id)[outcome], 0);
  const inLines = [...office.lines.values(), ...office.boundLines.values()];
  return {
    issued: office.issued,
    waiting: inLines.reduce((all, line) => all + line.length, 0),
    atCounters: setup.counters.filter(({ id }) => currentTicket(office, id)).length,
    served: sum('served'),
    noShow: sum('no-show'),
    cancelled: sum('cancelled'),
    expired: sum('expired'),
    dossiers: sumOfDossiers(office.dossiers.values()),
  };
}

function servicePicture(
  office: Office,
  setup: Setup,
  service: HallPicture['services'][number],
): ManagerView['services'][number] {
  return {
    ...service,
    atCounters: setup.counters.filter(({ id }) => currentTicket(office, id)?.errand.service === service.id).length,
    served: outcomesOf(office, service.id).served,
    openCounters: setup.counters.filter((one) => serves(one, service.id) && counterNow(office, one.id).state === 'open')
      .length,
  };
}

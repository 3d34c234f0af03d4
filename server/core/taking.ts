import { momentOf } from '#shared/domain/business-day.ts';
import { givesTickets, nextTicketsFrom } from '#shared/domain/hours.ts';
import type { Service, Setup } from '#shared/domain/setup.ts';
import type { Errand, WaitingTicket } from '#shared/domain/ticket.ts';
import { type Command, type Decision, refuse } from './decision.ts';
import type { Office } from './office.ts';
import { headStartMs, peopleAhead } from './queue-discipline.ts';
import { nextNumber } from './ticket-number.ts';

/** Whether numbers are given out at this moment: by the hours, or because the manager holds the office open. [D3] [D4] */
export function isGivingTickets(office: Office, setup: Setup, at: number): boolean {
  if (office.dayState === 'closed') return false;
  return givesTickets(at, setup) || isExtended(office, at);
}

export function isExtended(office: Office, at: number): boolean {
  return office.extended.some((span) => at >= span.from && at < span.until);
}

/** When numbers are next given out, ms UTC. A day that was closed early gives none any more. [D7] */
export function nextNumbersFrom(office: Office, setup: Setup, at: number): number | null {
  if (office.day === null || office.dayState === 'open') return nextTicketsFrom(at, setup);
  const lastMoment = momentOf(office.day, 24 * 60, setup.office.timeZone) - 1;
  return nextTicketsFrom(Math.max(at, lastMoment), setup);
}

export function takeTicket(office: Office, setup: Setup, command: Command<'ticket:take'>): Decision<'ticket:take'> {
  const { at, input, role } = command;
  if (office.dayState === 'closed') return refuse('day-closed');
  // The manager's help desk may still give a number to someone who stands there; a machine may not, nor a clerk for himself.
  if (role !== 'manager' && !isGivingTickets(office, setup, at)) return refuse('not-open-now');
  if (input.services.length > setup.rules.servicesPerTicket) return refuse('too-many-services');
  if (new Set(input.services).size < input.services.length) return refuse('same-service-twice');
  const services = input.services.map((id) => setup.services.find((service) => service.id === id));
  if (!services.every((service): service is Service => service !== undefined)) return refuse('unknown-service');
  const [first, ...others] = services;
  if (!first) return refuse('unknown-service');
  const number = nextNumber(office, first);
  if (number === null) return refuse('numbers-used-up');

  // [Q6] All services declared now count from this arrival.
  const errandOf = ({ id }: Service): Errand => ({
    service: id,
    arrivedAt: at,
    effectiveAt: at - headStartMs(input.priority, setup.rules),
  });
  const ticket: WaitingTicket = {
    id: command.newTicketId,
    number,
    order: office.issued + 1,
    priority: input.priority,
    issuedAt: at,
    errand: errandOf(first),
    next: others.map(errandOf),
    done: [],
    calls: 0,
    firstCalledAt: null,
    boundTo: null,
    returned: false,
    note: null,
    ...(input.language ? { language: input.language } : {}),
    state: 'waiting',
    waitingSince: at,
  };
  const ahead = peopleAhead(office, setup, first.id, input.priority, at);
  return { events: [{ type: 'ticket-issued', ticket, ahead }], answer: { ticket: ticket.id, number, ahead } };
}

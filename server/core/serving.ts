import type { ServiceId } from '#shared/domain/ids.ts';
import type { Rules, Setup } from '#shared/domain/setup.ts';
import type { Errand, Ticket } from '#shared/domain/ticket.ts';
import { currentOf } from './at-counter.ts';
import { finished } from './calling.ts';
import { type Command, type Decision, happened, isRefusal, refuse } from './decision.ts';
import { counterNow, type Office } from './office.ts';
import { counterSetup, headStartMs, serves } from './queue-discipline.ts';

/** [S1] */
export function startService(
  office: Office,
  command: Command<'ticket:start-service'>,
): Decision<'ticket:start-service'> {
  const here = currentOf(office, command);
  if (isRefusal(here)) return here;
  if (here.current.state === 'serving') return refuse('already-serving');
  return happened({ type: 'service-started', ticket: here.current.id });
}

export function finish(office: Office, command: Command<'ticket:finish'>): Decision<'ticket:finish'> {
  const here = currentOf(office, command);
  if (isRefusal(here)) return here;
  return happened(finished(here.current, command.input.dossiers));
}

/** Only after the set number of calls. [C5] */
export function markAbsent(
  office: Office,
  setup: Setup,
  command: Command<'ticket:no-show'>,
): Decision<'ticket:no-show'> {
  const here = currentOf(office, command);
  if (isRefusal(here)) return here;
  const { current } = here;
  if (current.state === 'serving') return refuse('already-serving');
  if (current.calls < setup.rules.callsBeforeAbsent) return refuse('call-again-first');
  return happened({ type: 'ticket-absent', ticket: current.id });
}

/** [S4] */
export function park(office: Office, command: Command<'ticket:park'>): Decision<'ticket:park'> {
  const here = currentOf(office, command);
  if (isRefusal(here)) return here;
  return happened({ type: 'ticket-parked', ticket: here.current.id });
}

/**
 * To another service, or to one particular counter; the arrival keeps counting. [S5] Who stood in a wrong lane may be given further
 * services with it. [S16] That somebody does each of them is sure: a service without a counter is in no settings, and nobody may
 * assign one away. [S12]
 */
export function transfer(
  office: Office,
  setup: Setup,
  command: Command<'ticket:transfer'>,
): Decision<'ticket:transfer'> {
  const here = currentOf(office, command);
  if (isRefusal(here)) return here;
  const { current } = here;
  const { to, counter: boundTo, note, further = [] } = command.input;
  const visit = [to, ...current.next.map(({ service }) => service), ...further];
  if (![to, ...further].every((one) => setup.services.some(({ id }) => id === one))) return refuse('unknown-service');
  if (new Set(visit).size < visit.length) return refuse('same-service-twice');
  if (further.length > roomFor(current, setup.rules)) return refuse('too-many-services');
  if (boundTo === null && to === current.errand.service) return refuse('same-place');
  if (boundTo !== null) {
    const target = counterSetup(setup, boundTo);
    if (!target) return refuse('unknown-counter');
    if (boundTo === current.counter) return refuse('same-place');
    if (!serves(target, to)) return refuse('counter-cannot-serve');
    // Bound to a closed counter nobody would ever call it.
    if (counterNow(office, boundTo).state === 'closed') return refuse('counter-not-open');
  }
  const errands = further.map((service) => furtherErrand(current, service, command.at, setup.rules));
  return happened({
    ...{ type: 'ticket-transferred', ticket: current.id, to, boundTo, note: note || null },
    ...(errands.length > 0 ? { further: errands } : {}),
  });
}

/**
 * Declared late, but by somebody who has been served nothing yet: as if he had said so at the kiosk. [Q12] Whoever has been served
 * would jump every next line with it, as with an added service. [Q7]
 */
function furtherErrand({ errand, done, priority }: Ticket, service: ServiceId, at: number, rules: Rules): Errand {
  if (done.length === 0) return { ...errand, service };
  return { service, arrivedAt: at, effectiveAt: at - headStartMs(priority, rules) };
}

/** How many services a visit can still be given. [N4] */
export function roomFor({ done, next }: Ticket, { servicesPerTicket }: Rules): number {
  return Math.max(0, servicesPerTicket - done.length - 1 - next.length);
}

/** A service thought of at the counter starts its own time, or a served person would jump every next line. [Q7] */
export function addService(
  office: Office,
  setup: Setup,
  command: Command<'ticket:add-service'>,
): Decision<'ticket:add-service'> {
  const here = currentOf(office, command);
  if (isRefusal(here)) return here;
  const { current } = here;
  const { service } = command.input;
  if (!setup.services.some(({ id }) => id === service)) return refuse('unknown-service');
  if (current.errand.service === service || current.next.some((errand) => errand.service === service)) {
    return refuse('same-service-twice');
  }
  if (roomFor(current, setup.rules) < 1) return refuse('too-many-services');
  const effectiveAt = command.at - headStartMs(current.priority, setup.rules);
  return happened({
    type: 'service-added',
    ticket: current.id,
    errand: { service, arrivedAt: command.at, effectiveAt },
  });
}

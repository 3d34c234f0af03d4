import type { CounterState } from '#shared/contract/views.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { closing, opening, pausing } from './counter-doors.ts';
import { type Command, type Decision, happened, refuse } from './decision.ts';
import type { QueueEvent } from './events.ts';
import { boundLineOf, type Office } from './office.ts';
import { counterSetup, serves } from './queue-discipline.ts';
import { setupToday } from './setup-today.ts';

/** The manager opens, pauses or closes a counter as its clerk would: nobody who is there is sent away. [S11] */
export function supervise(
  office: Office,
  setup: Setup,
  command: Command<'counter:supervise'>,
): Decision<'counter:supervise'> {
  const { counter, to, reason } = command.input;
  return counterSetup(setup, counter) ? setting(office, counter, to, reason) : refuse('unknown-counter');
}

/** What setting a counter to this state comes to. */
export function setting(
  office: Office,
  counter: CounterId,
  to: CounterState,
  reason: string | null,
): Decision<'counter:supervise'> {
  switch (to) {
    case 'open':
      return opening(office, counter);
    case 'paused':
      return reason === null ? refuse('not-understood') : pausing(office, counter, reason);
    case 'closed':
      return closing(office, counter);
  }
}

/**
 * Other services for a counter until the end of the day. The lines stay as they are; who is bound to it for a service that it does not
 * do any more goes back to the line of that service. [S12]
 * @param settings of the office, without what was assigned today
 */
export function assignCounter(
  office: Office,
  settings: Setup,
  command: Command<'counter:assign'>,
): Decision<'counter:assign'> {
  const { counter, services } = command.input;
  if (office.dayState === 'closed') return refuse('day-closed');
  const usual = counterSetup(settings, counter);
  if (!usual) return refuse('unknown-counter');
  const { own, helps } = services ?? usual;
  const all = [...own, ...helps];
  if (!all.every((id) => settings.services.some((service) => service.id === id))) return refuse('unknown-service');
  if (new Set(all).size < all.length) return refuse('same-service-twice');
  if (!isEverythingServed(office, settings, counter, all)) return refuse('nobody-would-serve');
  const handedOn: QueueEvent[] = boundLineOf(office, counter)
    .take(Number.POSITIVE_INFINITY)
    .filter(({ errand }) => !all.includes(errand.service))
    .map(({ id }) => ({ type: 'ticket-handed-on', ticket: id }));
  return happened({ type: 'counter-assigned', counter, services: services && { own, helps } }, ...handedOn);
}

/** A line that no counter may call would never move. [S9] */
function isEverythingServed(office: Office, settings: Setup, counter: CounterId, will: readonly string[]): boolean {
  const others = setupToday(office, settings).counters.filter(({ id }) => id !== counter);
  return settings.services.every(({ id }) => will.includes(id) || others.some((other) => serves(other, id)));
}

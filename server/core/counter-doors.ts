import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { currentTicket, knownCounterOf } from './at-counter.ts';
import { type Command, type Decision, happened, isRefusal, refuse } from './decision.ts';
import type { QueueEvent } from './events.ts';
import { boundLineOf, counterNow, type Office } from './office.ts';

/** Open in the morning, or go on after a pause. [S7] */
export function openCounter(office: Office, setup: Setup, command: Command<'counter:open'>): Decision<'counter:open'> {
  const counter = knownCounterOf(setup, command);
  if (isRefusal(counter)) return counter;
  return opening(office, counter.id);
}

export function pauseCounter(office: Office, command: Command<'counter:pause'>): Decision<'counter:pause'> {
  const { counter } = command;
  return counter === null ? refuse('not-allowed') : pausing(office, counter, command.input.reason);
}

export function closeCounter(office: Office, command: Command<'counter:close'>): Decision<'counter:close'> {
  const { counter } = command;
  return counter === null ? refuse('not-allowed') : closing(office, counter);
}

/** Whoever wants it opened: its clerk, or the manager. */
export function opening(office: Office, counter: CounterId): Decision<'counter:open'> {
  if (office.dayState === 'closed') return refuse('day-closed');
  if (counterNow(office, counter).state === 'open') return refuse('already-open');
  return happened({ type: 'counter-opened', counter });
}

export function pausing(office: Office, counter: CounterId, reason: string): Decision<'counter:pause'> {
  if (counterNow(office, counter).state !== 'open') return refuse('counter-not-open');
  if (currentTicket(office, counter)) return refuse('finish-first');
  return happened({ type: 'counter-paused', counter, reason });
}

/** Whoever was called or is bound here goes back to the line at the old place; nobody is dropped. [S8] */
export function closing(office: Office, counter: CounterId): Decision<'counter:close'> {
  if (counterNow(office, counter).state === 'closed') return refuse('counter-not-open');
  const current = currentTicket(office, counter);
  if (current?.state === 'serving') return refuse('finish-first');
  const here = [...(current ? [current] : []), ...boundLineOf(office, counter).take(Number.POSITIVE_INFINITY)];
  const handedOn: QueueEvent[] = here.map(({ id }) => ({ type: 'ticket-handed-on', ticket: id }));
  return happened(...handedOn, { type: 'counter-closed', counter });
}

import type { CounterId, TicketId } from '#shared/domain/ids.ts';
import type { Counter, Setup } from '#shared/domain/setup.ts';
import { type HeldTicket, isHeld } from '#shared/domain/ticket.ts';
import { type Command, refuse } from './decision.ts';
import { counterNow, type Office } from './office.ts';
import { counterSetup } from './queue-discipline.ts';

/** Who is at a counter now, called or being served. */
export function currentTicket(office: Office, counter: CounterId): HeldTicket | null {
  const { current } = counterNow(office, counter);
  const ticket = current === null ? undefined : office.tickets.get(current);
  return ticket && isHeld(ticket) ? ticket : null;
}

/** The counter that a command comes from, open, with the one here being whom the page believes; else why not. [C1] [R2] */
export function openCounterOf(
  office: Office,
  setup: Setup,
  command: Command & { input: { expects: TicketId | null } },
) {
  const counter = knownCounterOf(setup, command);
  if ('refusal' in counter) return counter;
  if (counterNow(office, counter.id).state !== 'open') return refuse('counter-not-open');
  const current = currentTicket(office, counter.id);
  if ((current?.id ?? null) !== command.input.expects) return refuse('stale-picture');
  return { counter, current };
}

/** The ticket that a command is about: the one here, if it is whom the page believes; else why not. [R2] */
export function currentOf(office: Office, command: Command & { input: { expects: TicketId } }) {
  if (command.counter === null) return refuse('not-allowed');
  const current = currentTicket(office, command.counter);
  if (current?.id !== command.input.expects) return refuse(current ? 'stale-picture' : 'nobody-here');
  return { current };
}

export function knownCounterOf(
  setup: Setup,
  command: Command,
): Counter | { refusal: 'not-allowed' | 'unknown-counter' } {
  if (command.counter === null) return { refusal: 'not-allowed' };
  return counterSetup(setup, command.counter) ?? { refusal: 'unknown-counter' };
}

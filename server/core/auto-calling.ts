import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { knownCounterOf } from './at-counter.ts';
import { type Command, type Decision, happened, isRefusal, refuse } from './decision.ts';
import { counterNow, type Office } from './office.ts';
import { type CallGroup, callOrder, nextTicket } from './queue-discipline.ts';
import { setupToday } from './setup-today.ts';

/** A counter's own choice, until the end of the day. [C11] */
export function setAutoCall(
  office: Office,
  setup: Setup,
  command: Command<'counter:auto-call'>,
): Decision<'counter:auto-call'> {
  const counter = knownCounterOf(setup, command);
  if (isRefusal(counter)) return counter;
  if (office.dayState === 'closed') return refuse('day-closed');
  return happened({ type: 'counter-auto-call-set', counter: counter.id, isOn: command.input.to === 'on' });
}

/** The house calls for a counter that is free and wished it, by the rules by which its clerk would. [C11] */
export function autoCall(
  office: Office,
  setup: Setup,
  command: Command<'ticket:auto-call'>,
): Decision<'ticket:auto-call'> {
  const counter = knownCounterOf(setup, command);
  if (isRefusal(counter)) return counter;
  if (!isWaitingForCalls(office, counter.id)) return refuse('not-allowed');
  const next = nextTicket(office, counter);
  if (!next) return refuse('nobody-waiting');
  return happened({ type: 'ticket-called', ticket: next.id, counter: counter.id, outOfOrder: null });
}

const RANK: Record<CallGroup, number> = { bound: 0, own: 1, helps: 2 };

/**
 * The counter for which the house has to call somebody now; null: none. Of several that could have the same visitor: one that he is
 * bound to, then one whose own service it is, then the one that has called nobody for longest. Ask again after each call.
 */
export function dueForAutoCall(office: Office, settings: Setup): CounterId | null {
  const free = settings.counters.filter(({ id }) => isWaitingForCalls(office, id));
  if (free.length === 0) return null;
  let due: { counter: CounterId; rank: number; since: number } | null = null;
  for (const { id } of free) {
    const counter = setupToday(office, settings).counters.find((one) => one.id === id);
    const [first] = counter ? callOrder(office, counter, 1) : [];
    if (!first) continue;
    const one = { counter: id, rank: RANK[first.from], since: counterNow(office, id).lastCalledAt };
    if (!due || one.rank < due.rank || (one.rank === due.rank && one.since < due.since)) due = one;
  }
  return due?.counter ?? null;
}

/** Never while it pauses or is closed, never a second one. [C9] [C10] */
function isWaitingForCalls(office: Office, counter: CounterId): boolean {
  const { autoCall, state, current } = counterNow(office, counter);
  return autoCall === 'on' && state === 'open' && current === null;
}

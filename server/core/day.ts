import { businessDay, momentOf } from '#shared/domain/business-day.ts';
import { dayClosesAt } from '#shared/domain/hours.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Outcome, Ticket } from '#shared/domain/ticket.ts';
import { type Command, type Decision, happened, refuse } from './decision.ts';
import type { QueueEvent } from './events.ts';
import type { Office } from './office.ts';
import { isExtended, isGivingTickets } from './taking.ts';

/**
 * What the house itself has to do about the day at this moment, and as of when: close this day when its time has come, or when a
 * new one has begun [D2]; open the new one [D1]. Null: nothing. Ask again after each. A clock that runs back into an earlier day
 * changes nothing [D5].
 */
export function dueForDay(office: Office, setup: Setup, at: number) {
  const { day } = office;
  const { timeZone } = setup.office;
  const today = businessDay(at, timeZone);
  if (day === null) return { name: 'day:open', input: { day: today }, at } as const;
  const closing = { name: 'day:close', input: {} } as const;
  if (today > day) {
    if (office.dayState === 'closed') return { name: 'day:open', input: { day: today }, at } as const;
    // The house was off in the evening: the day ended when it ended, not when somebody noticed.
    const wasExtended = office.extended.length > 0;
    const endedAt = wasExtended ? momentOf(day, 24 * 60, timeZone) - 1 : dayClosesAt(day, setup);
    return { ...closing, at: Math.max(office.lastAt, endedAt) };
  }
  if (office.dayState === 'closed' || isExtended(office, at)) return null;
  return at >= dayClosesAt(day, setup) ? { ...closing, at } : null;
}

/** Nobody is called the next day: the day before is closed first. */
export function openDay(office: Office, command: Command<'day:open'>): Decision<'day:open'> {
  const { day } = command.input;
  if (office.dayState === 'open') return refuse('already-open');
  if (office.day !== null && day <= office.day) return refuse('not-understood');
  return happened({ type: 'day-opened', day });
}

export function closeDay(office: Office): Decision<'day:close'> {
  if (office.dayState === 'closed') return refuse('day-closed');
  return happened(...everyoneLeft(office), { type: 'day-closed' });
}

/** Open outside the hours until midnight; a day closed by mistake is open again. [D4] */
export function extendHours(office: Office, setup: Setup, command: Command<'hours:extend'>): Decision<'hours:extend'> {
  if (office.day === null) return refuse('out-of-service');
  if (isGivingTickets(office, setup, command.at)) return refuse('already-open');
  return happened({ type: 'hours-extended', until: momentOf(office.day, 24 * 60, setup.office.timeZone) });
}

function everyoneLeft(office: Office): QueueEvent[] {
  return [...office.tickets.values()].map((ticket) => ({
    type: 'ticket-closed',
    ticket: ticket.id,
    outcome: outcomeAtClosing(ticket),
  }));
}

/** [D2] Who sits at a counter at that minute was served; who was called in vain is a no-show; the rest expired. */
function outcomeAtClosing(ticket: Ticket): Outcome {
  switch (ticket.state) {
    case 'serving':
      return 'served';
    case 'absent':
      return 'no-show';
    case 'waiting':
    case 'called':
    case 'parked':
      return 'expired';
  }
}

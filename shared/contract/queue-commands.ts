import * as v from 'valibot';
import { Dossiers } from '#shared/domain/dossiers.ts';
import { CounterId, ServiceId, TicketId, TicketNumber } from '#shared/domain/ids.ts';
import { SLIP_OUTCOMES } from '#shared/domain/printer.ts';
import { PRIORITY_CLASSES } from '#shared/domain/ticket.ts';
import type { Role } from './roles.ts';

/** One row is the whole contract of one command: who may send it, what goes in, what comes back, what it is for. */
export type CommandRow = { from: readonly Role[]; input: v.GenericSchema; answer: v.GenericSchema; about: string };

const line = (max: number) => v.pipe(v.string(), v.maxLength(max), v.trim(), v.normalize('NFC'));
const Reason = v.pipe(line(120), v.minLength(1));
const nothing = v.strictObject({});

/** The ticket that the page believes is at this counter now; null: nobody. A press on an old picture is refused. */
const expects = v.nullable(TicketId);
const onCurrent = v.strictObject({ expects: TicketId });
/** What came of who is here and is finished by this press; left out: one dossier, as most are. */
const dossiers = v.optional(Dossiers);
const onTicket = v.strictObject({ ticket: TicketId });
/** A counter's own services, and those with which it helps. */
const Assigned = v.strictObject({
  own: v.pipe(v.array(ServiceId), v.minLength(1), v.maxLength(40)),
  helps: v.pipe(v.array(ServiceId), v.maxLength(40)),
});
const Called = v.strictObject({ ticket: TicketId, number: v.string() });

export const QUEUE_COMMANDS = {
  'ticket:take': {
    from: ['kiosk', 'counter', 'manager'],
    input: v.strictObject({
      services: v.pipe(v.array(ServiceId), v.minLength(1), v.maxLength(9)),
      priority: v.picklist(PRIORITY_CLASSES),
      /** The language that the visitor chose at the kiosk, where it is not Vietnamese. */
      language: v.optional(v.literal('en')),
    }),
    answer: v.strictObject({
      ticket: TicketId,
      number: v.string(),
      ahead: v.number(),
      /** Where a phone follows this ticket; left out where phones have no way in. */
      follow: v.optional(v.string()),
    }),
    about: 'Give out a number for one service, or for several of one visit in the order wished.',
  },
  'ticket:call-next': {
    from: ['counter'],
    input: v.strictObject({ expects, dossiers }),
    answer: v.strictObject({ called: v.nullable(Called) }),
    about: 'Finish whoever is here and call the next by the queue discipline. `called: null`: finished, nobody waits.',
  },
  'ticket:call-this': {
    from: ['counter'],
    input: v.strictObject({ expects, ticket: TicketId, reason: Reason, dossiers }),
    answer: v.strictObject({ called: Called }),
    about: 'Call one particular waiting ticket out of order. The reason goes into the journal.',
  },
  'ticket:auto-call': {
    from: ['house'],
    input: nothing,
    answer: nothing,
    about: 'The house calls the next for a counter that is free and wished it, by the rules by which its clerk would.',
  },
  'ticket:recall': { from: ['counter'], input: onCurrent, answer: nothing, about: 'Call the same ticket again.' },
  'ticket:start-service': { from: ['counter'], input: onCurrent, answer: nothing, about: 'The visitor has come.' },
  'ticket:finish': {
    from: ['counter'],
    input: v.strictObject({ expects: TicketId, dossiers }),
    answer: nothing,
    about: 'Served. A further service declared for the visit is queued by itself.',
  },
  'ticket:no-show': {
    from: ['counter'],
    input: onCurrent,
    answer: nothing,
    about: 'Called the set number of times, did not come: absent.',
  },
  'ticket:return': {
    from: ['counter', 'manager'],
    input: onTicket,
    answer: nothing,
    about: 'An absent person is here after all: back once, with the old time.',
  },
  'ticket:park': {
    from: ['counter'],
    input: onCurrent,
    answer: nothing,
    about: 'Set aside at this counter (a form to fill in, a signature to wait for).',
  },
  'ticket:resume': {
    from: ['counter'],
    input: onTicket,
    answer: nothing,
    about: 'A parked ticket is queued again for this counter with its old time.',
  },
  'ticket:transfer': {
    from: ['counter'],
    input: v.strictObject({
      expects: TicketId,
      to: ServiceId,
      counter: v.nullable(CounterId),
      note: v.nullable(line(120)),
      /** From a wrong lane: what else the visitor came for, after it. */
      further: v.optional(v.pipe(v.array(ServiceId), v.maxLength(8))),
    }),
    answer: nothing,
    about:
      'On to another service (or a particular counter of it), keeping the place earned by arriving. `further`: from a wrong lane, what else the visitor came for; it follows as if it had been named when the number was taken.',
  },
  'ticket:add-service': {
    from: ['counter'],
    input: v.strictObject({ expects: TicketId, service: ServiceId }),
    answer: nothing,
    about: 'A further service for who is here; its time starts now.',
  },
  'ticket:undo-call': {
    from: ['counter'],
    input: v.strictObject({ expects }),
    answer: nothing,
    about: 'The exact inverse of the last command of this counter, within seconds.',
  },
  'ticket:cancel': {
    from: ['counter', 'manager'],
    input: v.strictObject({ ticket: TicketId, reason: v.optional(Reason) }),
    answer: nothing,
    about: 'The visitor leaves before being served. A reason, when one is given, goes into the journal.',
  },
  'ticket:cancel-range': {
    from: ['manager'],
    input: v.strictObject({ from: TicketNumber, to: TicketNumber, reason: Reason }),
    answer: v.strictObject({ cancelled: v.array(TicketNumber) }),
    about:
      'Cancels all numbers of one letter from one to another, both included, that nobody has called yet: a kiosk tapped for fun, a service that stops for today.',
  },
  'counter:open': { from: ['counter'], input: nothing, answer: nothing, about: 'Open, or go on after a pause.' },
  'counter:pause': {
    from: ['counter'],
    input: v.strictObject({ reason: Reason }),
    answer: nothing,
    about: 'A pause. Nobody may be at the counter.',
  },
  'counter:close': {
    from: ['counter'],
    input: nothing,
    answer: nothing,
    about: 'Close. A called ticket and those bound to this counter go back to their lines in their places.',
  },
  'counter:auto-call': {
    from: ['counter'],
    input: v.strictObject({ to: v.picklist(['on', 'off']) }),
    answer: nothing,
    about:
      'Until the end of the day the house calls the next by itself whenever this counter is free, or does not any more. After an undo it waits for the clerk’s next press.',
  },
  'counter:call-help': {
    from: ['counter'],
    input: nothing,
    answer: nothing,
    about: 'A silent call for help to the manager and the other counters. Nothing of it shows in the hall.',
  },
  'counter:help-came': {
    from: ['counter', 'manager'],
    input: v.strictObject({ counter: v.nullable(CounterId) }),
    answer: nothing,
    about: 'Help has come. The manager names the counter; a counter speaks for itself alone and may say null.',
  },
  'counter:supervise': {
    from: ['manager'],
    input: v.strictObject({
      counter: CounterId,
      to: v.picklist(['open', 'paused', 'closed']),
      reason: v.nullable(Reason),
    }),
    answer: nothing,
    about: 'Opens, pauses (with a reason) or closes a counter as its clerk would: nobody who is there is sent away.',
  },
  'counter:assign': {
    from: ['manager'],
    input: v.strictObject({ counter: CounterId, services: v.nullable(Assigned) }),
    answer: nothing,
    about:
      'Other services for a counter until the end of the day; null: those of the settings again. Lines stay as they are.',
  },
  'day:close': {
    from: ['manager', 'house'],
    input: nothing,
    answer: nothing,
    about: 'End the day: who is still waiting is expired, absent ones are no-shows, counters close.',
  },
  'hours:extend': {
    from: ['manager', 'start'],
    input: nothing,
    answer: nothing,
    about:
      'Hold the office open outside its hours until the end of this day. From the start page only while nobody has set a password.',
  },
  'day:open': {
    from: ['house'],
    input: v.strictObject({ day: v.pipe(v.string(), v.isoDate()) }),
    answer: nothing,
    about: 'A new business day. Whoever was left from the day before has been closed with it.',
  },
  'slip:reprint': {
    from: ['counter', 'manager'],
    input: onTicket,
    answer: nothing,
    about:
      'The slip of who is here, or was until lately, once more on paper: the same number, marked IN LẠI, so often as the office allows.',
  },
  'slip:report': {
    from: ['house'],
    input: v.strictObject({ ticket: TicketId, outcome: v.picklist(SLIP_OUTCOMES), reason: v.nullable(line(120)) }),
    answer: nothing,
    about: 'What became of a slip.',
  },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof QUEUE_COMMANDS;
export const COMMAND_NAMES = Object.keys(QUEUE_COMMANDS) as CommandName[]; // the keys of a literal are its names
export type CommandInput<N extends CommandName> = v.InferOutput<(typeof QUEUE_COMMANDS)[N]['input']>;
export type CommandAnswer<N extends CommandName> = v.InferOutput<(typeof QUEUE_COMMANDS)[N]['answer']>;

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(QUEUE_COMMANDS, name);
}

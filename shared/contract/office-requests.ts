import * as v from 'valibot';
import { type Choices, InformationChoice } from '#shared/domain/choices.ts';
import { CounterId, TicketNumber } from '#shared/domain/ids.ts';
import { SLIP_OUTCOMES } from '#shared/domain/printer.ts';
import { FACES, MOST_REASONS, RatingChoice, ReasonId } from '#shared/domain/rating.ts';
import { VoiceChoice } from '#shared/domain/voice-choice.ts';
import { ZoneId } from '#shared/domain/zones.ts';
import { VOICE_OUTCOMES } from './display-views.ts';
import { HealthReport, RESTARTS, SOUND_STATES } from './health.ts';
import { LookedUp } from './look-up.ts';
import type { CommandRow } from './queue-commands.ts';
import { DEVICE_ROLES } from './roles.ts';

const line = (max: number) => v.pipe(v.string(), v.maxLength(max), v.trim(), v.normalize('NFC'), v.minLength(1));
const nothing = v.strictObject({});
/** A random name given by the server: of a device, or of a clerk. */
const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/));
/** Shown by a machine that wants in: 8 letters and digits that cannot be mistaken for one another. */
const PairingCode = v.pipe(v.string(), v.regex(/^[ABCDEFGHKLMNPQRSTUVXY3456789]{8}$/));
/** A call's number in the journal. */
const CallSeq = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));
const Pin = v.pipe(v.string(), v.regex(/^\d{6}$/));
/** Any text is taken for a try; what a new one must be is checked when it is set. */
const Password = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Session = v.strictObject({ session: v.string() });

/**
 * What is asked of the office beside the queue: who may come in. Answered by `server/access`, kept in tables of their own, never in
 * the journal of the day. `door` is a page that has not been let in yet.
 */
export const OFFICE_REQUESTS = {
  'manager:set-password': {
    from: ['door'],
    input: v.strictObject({ password: Password }),
    answer: Session,
    about: 'The first use of the manager’s page, on the server’s own PC. Refused for good once there is a password.',
  },
  'manager:sign-in': {
    from: ['door'],
    input: v.strictObject({ password: Password }),
    answer: Session,
    about: 'Opens the manager’s page.',
  },
  'manager:change-password': {
    from: ['manager'],
    input: v.strictObject({ old: Password, password: Password }),
    answer: nothing,
    about: 'A new password; every other manager’s page is signed out.',
  },
  'clerk:sign-in': {
    from: ['door'],
    input: v.strictObject({ clerk: Id, pin: Pin, takeOver: v.boolean() }),
    answer: Session,
    about: 'A clerk at a counter’s page. Signed in at another counter: `in-use-elsewhere`, unless `takeOver`.',
  },
  'ticket:follow': {
    from: ['phone'],
    input: v.strictObject({ token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)) }),
    answer: v.strictObject({ number: v.string(), service: v.string(), handle: v.string() }),
    about: 'Whose slip this is: its number, and the handle under which the phone finds its place in the picture.',
  },
  'ticket:look-up': {
    from: ['counter', 'manager'],
    input: v.strictObject({ number: TicketNumber }),
    answer: LookedUp,
    about: 'For the help desk: where a number of today is, how many stand before it, and what happened to it.',
  },
  'session:end': { from: ['manager', 'counter'], input: nothing, answer: nothing, about: 'Sign out.' },
  'device:pair': {
    from: ['manager'],
    input: v.strictObject({
      code: PairingCode,
      role: v.picklist(DEVICE_ROLES),
      counter: v.nullable(CounterId),
      zone: v.optional(v.nullable(ZoneId)),
      name: line(40),
    }),
    answer: nothing,
    about:
      'Lets the machine that shows this code in, with a role and, for a counter and the small display above one, its number; for a display its zone, if it is not for the whole hall.',
  },
  'device:revoke': {
    from: ['manager'],
    input: v.strictObject({ device: Id }),
    answer: nothing,
    about: 'The machine is out at once and for good; it would have to be paired anew.',
  },
  'clerk:add': {
    from: ['manager'],
    input: v.strictObject({ name: line(40), pin: Pin }),
    answer: nothing,
    about: 'A clerk who may sign in at any counter.',
  },
  'clerk:set-pin': {
    from: ['manager'],
    input: v.strictObject({ clerk: Id, pin: Pin }),
    answer: nothing,
    about: 'A new PIN; signed out everywhere.',
  },
  'printer:test': {
    from: ['manager'],
    input: nothing,
    answer: v.strictObject({ outcome: v.picklist(SLIP_OUTCOMES) }),
    about: 'Prints a slip that is no ticket, marked PHIẾU THỬ, and says what became of it.',
  },
  'printer:preview': {
    from: ['manager'],
    input: nothing,
    answer: v.strictObject({ png: v.string() }),
    about: 'That slip as a picture, dot for dot as it would be printed: a PNG file in Base64.',
  },
  'printer:find': {
    from: ['manager'],
    input: nothing,
    answer: v.strictObject({ found: v.array(v.string()) }),
    about:
      'Printers that the server’s system lists, and neighbours in its own network that answer on port 9100. Who asks again at once gets the same answer.',
  },
  'clerk:remove': {
    from: ['manager'],
    input: v.strictObject({ clerk: Id }),
    answer: nothing,
    about: 'Signed out and gone from the list.',
  },
  'voice:choose': {
    from: ['manager'],
    input: VoiceChoice,
    answer: nothing,
    about: 'How the displays sound: pack, readings, volume by time of day, quiet hours. Kept in `choices.json`.',
  },
  'information:choose': {
    from: ['manager'],
    input: InformationChoice,
    answer: nothing,
    about: 'What stands on the displays where nobody is being called. Kept in `choices.json` of the data folder.',
  },
  'rating:choose': {
    from: ['manager'],
    input: RatingChoice,
    answer: nothing,
    about: 'Whether visitors are asked how content they were, and at which counters not. Kept in `choices.json`.',
  },
  'rating:give': {
    from: ['display'],
    input: v.strictObject({
      token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
      face: v.picklist(FACES),
      reasons: v.pipe(v.array(ReasonId), v.maxLength(MOST_REASONS)),
    }),
    answer: nothing,
    about:
      'The answer to the one question that the house has put on this counter’s display. Kept as a count, in a table of its own: of the visitor nothing, of the moment the hour.',
  },
  'call:shown': {
    from: ['display'],
    input: v.strictObject({ call: CallSeq }),
    answer: nothing,
    about:
      'The row of this call stands on the glass. Like the two below it is kept in memory alone, for the clerk’s mark; a call is named by its number in the journal.',
  },
  'call:speak': {
    from: ['display'],
    input: v.strictObject({
      call: CallSeq,
      lastsMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30_000)),
    }),
    answer: nothing,
    about:
      'May this call be spoken now? Yes is said once for each zone, to its speaker, while nothing else is spoken there.',
  },
  'call:spoken': {
    from: ['display'],
    input: v.strictObject({ call: CallSeq, outcome: v.picklist(VOICE_OUTCOMES) }),
    answer: nothing,
    about: 'The voice of this call has ended, and how.',
  },
  'display:sound': {
    from: ['display'],
    input: v.strictObject({ sound: v.picklist(SOUND_STATES) }),
    answer: nothing,
    about:
      'Whether this display can be heard, told when it comes and when it changes: one that can speaks for its zone.',
  },
  'machine:health': {
    from: ['kiosk', 'display', 'counter'],
    input: HealthReport,
    answer: v.strictObject({ at: v.number() }),
    about:
      'How this machine is, told every few seconds. Answered with the server’s clock, by which the page measures its own. Only the latest is kept, in memory; it is no press of anybody’s.',
  },
  'machine:restart': {
    from: ['manager'],
    input: v.strictObject({ machine: Id, what: v.picklist(RESTARTS) }),
    answer: nothing,
    about:
      'Asks a machine to load its page anew, or to start its app anew. A yes says that the machine has heard it; that it came back is seen in `view:machines`.',
  },
} as const satisfies Record<string, CommandRow>;

export type RequestName = keyof typeof OFFICE_REQUESTS;
export const REQUEST_NAMES = Object.keys(OFFICE_REQUESTS) as RequestName[]; // the keys of a literal are its names
/** What is asked of the printer. */
export type PrinterRequestName = Extract<RequestName, `printer:${string}`>;
/** What machines say of themselves, and what is asked of them. */
export type MachineRequestName = Extract<RequestName, `machine:${string}`>;
/** What the manager chooses for the hall: the key of the choice, and `:choose`. */
export type ChoiceRequestName = Extract<RequestName, `${keyof Choices}:choose`>;
/** What a display says of the calls that it shows and speaks. */
export type DisplayRequestName = Extract<RequestName, `call:${string}` | `display:${string}`>;
/** All that is about coming in. */
export type AccessRequestName = Exclude<
  RequestName,
  | 'ticket:follow'
  | 'ticket:look-up'
  | 'rating:give'
  | PrinterRequestName
  | MachineRequestName
  | ChoiceRequestName
  | DisplayRequestName
>;

export function isChoiceRequest(name: RequestName): name is ChoiceRequestName {
  return name.endsWith(':choose');
}

export function isDisplayRequest(name: RequestName): name is DisplayRequestName {
  return name.startsWith('call:') || name.startsWith('display:');
}

export function isPrinterRequest(name: RequestName): name is PrinterRequestName {
  return name.startsWith('printer:');
}

export function isMachineRequest(name: RequestName): name is MachineRequestName {
  return name.startsWith('machine:');
}
export type RequestInput<N extends RequestName> = v.InferOutput<(typeof OFFICE_REQUESTS)[N]['input']>;
export type RequestAnswer<N extends RequestName> = v.InferOutput<(typeof OFFICE_REQUESTS)[N]['answer']>;

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(OFFICE_REQUESTS, name);
}

import * as v from 'valibot';
import { CounterId, ServiceId } from './ids.ts';
import { PrinterSetup, SparePrinters } from './printer-setup.ts';
import { RatingReasons, USUAL_REASONS } from './rating.ts';
import { Zone, ZoneId, zoneFault } from './zones.ts';

/** What the office decided beforehand: its services, counters, hours and rules. Data, edited by the office, never code. */

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.normalize('NFC'));
const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const minutes = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
const TimeZone = v.pipe(
  v.string(),
  v.check((name) => isTimeZone(name), 'is not a time zone'),
);

/** A line in the hall. `lane` ones are for everybody (collect a result, ask), shown apart on the kiosk. */
export const Service = v.strictObject({
  id: ServiceId,
  kind: v.picklist(['service', 'lane']),
  prefix: v.pipe(v.string(), v.regex(/^[A-Z]$/)),
  name: v.strictObject({ vi: text(80), en: text(80) }),
  short: text(24),
  hint: v.nullable(text(60)),
  /** Where its counters are, as the signs in the hall say: printed on the slip. */
  area: v.optional(text(24)),
  icon: v.pipe(v.string(), v.regex(/^[a-z-]{1,20}$/)),
  /** Prior mean service time in minutes, until enough has been measured. */
  meanServiceMinutes: v.pipe(v.number(), v.minValue(0.5), v.maxValue(240)),
});
export type Service = v.InferOutput<typeof Service>;

/** A counter calls its own services first and helps with others only when its own lines are empty. */
export const Counter = v.strictObject({
  id: CounterId,
  own: v.pipe(v.array(ServiceId), v.minLength(1), v.maxLength(40)),
  helps: v.pipe(v.array(ServiceId), v.maxLength(40)),
});
export type Counter = v.InferOutput<typeof Counter>;

/** One opening of the hall. Times on the office's wall clock; tickets are given from `ticketsFrom` until `ticketsUntil`. */
export const Session = v.strictObject({
  name: v.picklist(['morning', 'afternoon', 'day']),
  weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1)),
  ticketsFrom: TimeOfDay,
  opens: TimeOfDay,
  ticketsUntil: TimeOfDay,
  closes: TimeOfDay,
});
export type Session = v.InferOutput<typeof Session>;

export const Rules = v.strictObject({
  /** A priority ticket counts as if it had come this much earlier. 0: no head start. */
  priorityHeadStartMinutes: v.union([minutes(600), v.literal('always-first')]),
  /** Calls before a person may be marked absent. */
  callsBeforeAbsent: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  recallPauseSeconds: minutes(60),
  undoSeconds: minutes(120),
  /** Services one visitor may declare at once. */
  servicesPerTicket: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)),
  /** How often a slip may be printed again for who has none. */
  reprintsPerTicket: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)), 2),
});
export type Rules = v.InferOutput<typeof Rules>;

/** A display of the hall: how large its glass is, and how far away the last seat from which it is read. */
export const ScreenSetup = v.strictObject({
  /** The displays of one zone; without it, all for which nothing else is said. */
  zone: v.optional(ZoneId),
  inches: v.pipe(v.number(), v.minValue(5), v.maxValue(300)),
  seatMetres: v.pipe(v.number(), v.minValue(0.5), v.maxValue(100)),
});
export type ScreenSetup = v.InferOutput<typeof ScreenSetup>;

const Reasons = v.pipe(v.array(text(80)), v.minLength(1), v.maxLength(20));

export const Wording = v.strictObject({
  slipFooter: text(60),
  infoLine: text(160),
  /** How a call is spoken: {number}, {counter}, and {service} where the service's short name is to be said. */
  announcement: v.pipe(text(160), v.includes('{number}'), v.includes('{counter}')),
  /** The same for tickets that were taken in English. */
  announcementEnglish: v.optional(
    v.pipe(text(160), v.includes('{number}'), v.includes('{counter}')),
    'Ticket {number}, please go to counter {counter}',
  ),
  /** Who counts as priority, shown on the kiosk. */
  priorityGroups: v.strictObject({ vi: text(160), en: text(160) }),
  outOfOrderReasons: Reasons,
  pauseReasons: Reasons,
  /** Why somebody was not content, to be ticked on the display of a counter. */
  ratingReasons: v.optional(RatingReasons, USUAL_REASONS),
});
export type Wording = v.InferOutput<typeof Wording>;

export const Setup = v.pipe(
  v.strictObject({
    schema: v.literal('luot-setup/1'),
    /** For the office's eyes: what is known and what is assumed. */
    about: v.optional(v.string()),
    office: v.strictObject({ name: v.strictObject({ vi: text(120), en: text(120) }), timeZone: TimeZone }),
    services: v.pipe(v.array(Service), v.minLength(1), v.maxLength(40)),
    counters: v.pipe(v.array(Counter), v.minLength(1), v.maxLength(99)),
    sessions: v.pipe(v.array(Session), v.minLength(1), v.maxLength(21)),
    /** When the day is closed by itself; whoever is left then is counted as expired. */
    dayCloses: TimeOfDay,
    rules: Rules,
    wording: Wording,
    printer: v.nullable(PrinterSetup),
    sparePrinters: v.optional(SparePrinters),
    /** Parts of the hall, each with its own displays. Without them there is one hall, and every display shows all of it. */
    zones: v.optional(v.pipe(v.array(Zone), v.maxLength(40))),
    /** Where it is not said, the displays show six rows. */
    screens: v.optional(v.pipe(v.array(ScreenSetup), v.maxLength(40))),
    /** false: the hall does not announce itself in the network; other machines find it by its address alone. */
    announced: v.optional(v.boolean()),
    /** So many days the journal goes back; older ones leave it. What is left of them is counts, and a signature. */
    keepDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(3660)), 400),
  }),
  v.check((setup) => isUnique(setup.services.map((service) => service.id)), 'services: an id stands twice'),
  v.check(
    (setup) => isUnique(setup.services.map((service) => service.prefix)),
    'services: a prefix letter stands twice',
  ),
  v.check((setup) => isUnique(setup.counters.map((counter) => counter.id)), 'counters: a number stands twice'),
  v.check((setup) => everyCounterService(setup), 'counters: an own or helping service is not among the services'),
  v.check(
    (setup) => setup.counters.every(({ own, helps }) => isUnique([...own, ...helps])),
    'counters: a service stands twice at one counter',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? zoneFault(dataset.value) : null;
    if (fault !== null) addIssue({ message: `zones: ${fault}` });
  }),
  v.check(
    ({ printer, sparePrinters = [] }) => printer !== null || sparePrinters.length === 0,
    'sparePrinters: there is no printer that they could step in for',
  ),
  v.check(
    (setup) => setup.sessions.every(({ closes }) => closes <= setup.dayCloses),
    'dayCloses: a session would end after the day',
  ),
  v.check((setup) => everyServiceHasCounter(setup), 'services: a service has no counter of its own'),
  v.check(
    (setup) => setup.sessions.every(inOrder),
    'sessions: times must run ticketsFrom, opens, ticketsUntil, closes',
  ),
);
export type Setup = v.InferOutput<typeof Setup>;

// Named apart from Setup, which is still being defined where these are used.
type Unchecked = { services: Service[]; counters: Counter[] };

function everyCounterService({ services, counters }: Unchecked): boolean {
  const known = new Set(services.map((service) => service.id));
  return counters.every((counter) => [...counter.own, ...counter.helps].every((id) => known.has(id)));
}

function everyServiceHasCounter({ services, counters }: Unchecked): boolean {
  const served = new Set(counters.flatMap((counter) => counter.own));
  return services.every((service) => served.has(service.id));
}

function inOrder(session: Session): boolean {
  return (
    session.ticketsFrom <= session.opens &&
    session.opens < session.closes &&
    session.ticketsFrom < session.ticketsUntil &&
    session.ticketsUntil <= session.closes
  );
}

function isUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // An unknown name is just what this asks for; the caller words it.
    return false;
  }
}

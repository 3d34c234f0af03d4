import * as v from 'valibot';

/** A service's name in settings and messages, e.g. `dat-dai`. */
export const ServiceId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/));
export type ServiceId = v.InferOutput<typeof ServiceId>;

/** A counter's number, as it stands on the sign above it. */
export const CounterId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));
export type CounterId = v.InferOutput<typeof CounterId>;

/** A ticket's id: unguessable, never shown. What people see is its number. */
export const TicketId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/));
export type TicketId = v.InferOutput<typeof TicketId>;

/** The name of one press: made by the page, the same when it asks again, so that a press is carried out once. */
export const CommandId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));
export type CommandId = v.InferOutput<typeof CommandId>;

/** What is printed and called: prefix letter and three digits, `A001`. */
export const TicketNumber = v.pipe(v.string(), v.regex(/^[A-Z]\d{3}$/));
export type TicketNumber = v.InferOutput<typeof TicketNumber>;

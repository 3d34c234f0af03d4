import * as v from 'valibot';
import { CommandId, CounterId } from '#shared/domain/ids.ts';
import { ZoneId } from '#shared/domain/zones.ts';
import type { Restart } from './health.ts';
import type { MessageAnswer, MessageName } from './messages.ts';
import type { Refusal } from './refusals.ts';
import { PAGE_ROLES } from './roles.ts';
import type { ViewName, Views } from './views.ts';

/** Raised when pages and server of different versions cannot understand each other; an older page then reloads once. */
export const PROTOCOL_VERSION = 3;

const Secret = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null);

/**
 * What a page says of itself when it connects. A counter's page names its counter, the small display above one does, too; a display
 * may name its zone.
 */
export const Hello = v.strictObject({
  protocol: v.number(),
  role: v.picklist(PAGE_ROLES),
  counter: v.nullable(CounterId),
  zone: v.optional(v.nullable(ZoneId), null),
  /** The token of a paired machine. */
  device: Secret,
  /** Of a signed-in manager or clerk. */
  session: Secret,
});
export type Hello = v.InferInput<typeof Hello>;

/** What goes over the wire with a message's name. */
export const Envelope = v.strictObject({ commandId: CommandId, input: v.unknown() });
export type Envelope = v.InferOutput<typeof Envelope>;

export type Reply<N extends MessageName = MessageName> =
  | { ok: true; answer: MessageAnswer<N> }
  | { ok: false; refusal: Refusal };

/** Socket.IO's types, derived: a page emits messages and hears views. */
export type ClientToServer = { [N in MessageName]: (envelope: Envelope, answer: (reply: Reply<N>) => void) => void };
export type ServerToClient = { [N in ViewName]: (view: Views[N]) => void } & {
  /** Once, to a machine that has just been paired: its token, to be kept and shown at every connection. */
  'device:paired': (token: string) => void;
  /** To a machine that the manager wants restarted; it says whether it will, and does it as soon as nobody is disturbed. */
  'machine:restart': (what: Restart, heard: (will: boolean) => void) => void;
};

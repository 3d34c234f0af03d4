import * as v from 'valibot';
import { CommandId, CounterId } from '#shared/domain/ids.ts';
import type { CommandAnswer, CommandName } from './queue-commands.ts';
import type { Refusal } from './refusals.ts';
import { PAGE_ROLES } from './roles.ts';
import type { ViewName, Views } from './views.ts';

/** Raised when pages and server of different versions cannot understand each other; an older page then reloads once. */
export const PROTOCOL_VERSION = 1;

/** What a page says of itself when it connects. Only a counter's page names a counter. */
export const Hello = v.strictObject({
  protocol: v.number(),
  role: v.picklist(PAGE_ROLES),
  counter: v.nullable(CounterId),
});
export type Hello = v.InferOutput<typeof Hello>;

/** What goes over the wire with a command's name. */
export const Envelope = v.strictObject({ commandId: CommandId, input: v.unknown() });
export type Envelope = v.InferOutput<typeof Envelope>;

export type Reply<N extends CommandName = CommandName> =
  | { ok: true; answer: CommandAnswer<N> }
  | { ok: false; refusal: Refusal };

/** Socket.IO's types, derived: a page emits commands and hears views. */
export type ClientToServer = { [N in CommandName]: (envelope: Envelope, answer: (reply: Reply<N>) => void) => void };
export type ServerToClient = { [N in ViewName]: (view: Views[N]) => void };

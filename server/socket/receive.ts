import * as v from 'valibot';
import type { Submission } from '#server/dispatch.ts';
import { isCommandName, QUEUE_COMMANDS } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Role } from '#shared/contract/roles.ts';
import { Envelope, type Reply } from '#shared/contract/socket-events.ts';
import type { HallSocket, Who } from './listen.ts';

/** The one door for everything a page says. */
export function receive(socket: HallSocket, submit: (submission: Submission) => void) {
  // The types of `onAny` are those of well-behaved pages; what comes here may be anything.
  socket.onAny((name: unknown, ...said: unknown[]) => {
    const answer = said.at(-1);
    // Whoever cannot be answered is not heard: a client without acknowledgements crashes a naive server.
    if (typeof answer !== 'function') return;
    const checked = check(socket.data, name, said.slice(0, -1));
    if (typeof checked === 'string') answer({ ok: false, refusal: checked } satisfies Reply);
    else submit({ ...checked, answer: (reply) => answer(reply) });
  });
}

/** Known name? Allowed for this role? Right shape? @returns what to carry out, or why not */
export function check(who: Who, name: unknown, said: readonly unknown[]): Omit<Submission, 'answer'> | Refusal {
  if (!isCommandName(name)) return 'not-understood';
  const row = QUEUE_COMMANDS[name];
  const allowed: readonly Role[] = row.from;
  if (!allowed.includes(who.role)) return 'not-allowed';
  if (who.role === 'counter' && who.counter === null) return 'not-allowed';
  if (said.length !== 1) return 'not-understood';
  const envelope = v.safeParse(Envelope, said[0]);
  if (!envelope.success) return 'not-understood';
  const input = v.safeParse(row.input, envelope.output.input);
  if (!input.success) return 'not-understood';
  return {
    commandId: envelope.output.commandId,
    name,
    input: input.output,
    role: who.role,
    counter: who.counter,
  };
}

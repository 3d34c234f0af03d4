import type { Socket } from 'socket.io-client';
import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import type { ClientToServer, Reply, ServerToClient } from '#shared/contract/socket-events.ts';

/** A press that could not even leave the page within this time is dropped: nobody expects it any more. */
const UNSENT_PATIENCE_MS = 8_000;
/** Once a press has left, it may have been carried out: its answer is asked for as long as a restart of the server takes. */
const SENT_PATIENCE_MS = 60_000;
const ANSWER_WITHIN_MS = 3_000;

/** Emits a message, and again with the same id after every silence, until it is answered or patience ends. Never rejects. */
export async function ask<N extends MessageName>(
  socket: Socket<ServerToClient, ClientToServer>,
  name: N,
  commandId: string,
  input: MessageInput<N>,
  once = false,
): Promise<Reply<N>> {
  const startedAt = performance.now();
  let wasSent = false;
  for (;;) {
    const patience = wasSent ? SENT_PATIENCE_MS : UNSENT_PATIENCE_MS;
    const left = startedAt + patience - performance.now();
    if (left <= 0) return { ok: false, refusal: 'no-connection' };
    if (!(await isConnected(socket, left))) continue;
    wasSent = true;
    try {
      const patient = socket.timeout(ANSWER_WITHIN_MS);
      // The types of emitWithAck do not follow a name that is a type variable; the contract's table pairs them.
      const emit = patient.emitWithAck as (...args: unknown[]) => Promise<Reply<N>>;
      return await emit.call(patient, name, { commandId, input });
    } catch {
      // No answer in time, or the line was cut: whether it was carried out is unknown, so ask again with the same id.
      if (once) return { ok: false, refusal: 'no-connection' };
    }
  }
}

function isConnected(socket: Socket, withinMs: number): Promise<boolean> {
  if (socket.connected) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      socket.off('connect', settle);
      resolve(socket.connected);
    };
    const timer = setTimeout(settle, withinMs);
    socket.once('connect', settle);
  });
}

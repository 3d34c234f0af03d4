import { type ReadonlySignal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import type { CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import {
  type ClientToServer,
  type Hello,
  PROTOCOL_VERSION,
  type Reply,
  type ServerToClient,
} from '#shared/contract/socket-events.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';
import { setServerTime, startClock } from './clock.ts';
import { newCommandId } from './command-id.ts';

/** `connecting`: never yet. `offline`: was there, is gone. `old-page`: reloaded once and still not understood. */
export type Online = 'connecting' | 'online' | 'offline' | 'old-page';

export type Connection<V extends ViewName> = {
  /** The newest whole picture; null before the first. */
  view: ReadonlySignal<Views[V] | null>;
  online: ReadonlySignal<Online>;
  /** When the last sign of the server came, ms of this machine's clock; 0: never. */
  heardAt: ReadonlySignal<number>;
  /**
   * Sends a command and asks again with the same id until it is answered, so that one press is carried out once.
   * Never rejects: where nobody answers in time the reply is the refusal `no-connection`.
   * @param options.commandId give the same id to ask again later for the answer of an earlier press
   */
  send<N extends CommandName>(name: N, input: CommandInput<N>, options?: { commandId?: string }): Promise<Reply<N>>;
  close(): void;
};

/** A press that could not even leave the page within this time is dropped: nobody expects it any more. */
const UNSENT_PATIENCE_MS = 8_000;
/** Once a press has left, it may have been carried out: its answer is asked for as long as a restart of the server takes. */
const SENT_PATIENCE_MS = 60_000;
const ANSWER_WITHIN_MS = 3_000;
const SHOWN_OUT_PAUSE_MS = 1_000;

/**
 * Joins the hall in a role and listens to one view.
 * @param where the server's address; by default the one that the page came from
 */
export function connect<V extends ViewName>(
  viewName: V,
  { role, counter = null }: { role: Hello['role']; counter?: number | null },
  where?: string,
): Connection<V> {
  startClock();
  const hello: Hello = { protocol: PROTOCOL_VERSION, role, counter };
  const options = {
    auth: hello,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 50,
    reconnectionDelayMax: 500,
    timeout: 5_000,
    forceNew: true,
  };
  const socket: Socket<ServerToClient, ClientToServer> = where ? io(where, options) : io(options);
  const view = signal<Views[V] | null>(null);
  const online = signal<Online>('connecting');
  const heardAt = signal(0);
  const heard = () => {
    heardAt.value = Date.now();
  };

  // Socket.IO types a listener per name; here the name is a type variable, so the pair is true but not inferable.
  (socket.on as (name: string, listener: (picture: Views[V]) => void) => void)(viewName, (picture) => {
    setServerTime(picture.at);
    view.value = picture;
    heard();
  });
  socket.on('connect', () => {
    online.value = 'online';
    heard();
  });
  socket.io.on('ping', heard);
  socket.on('disconnect', (reason) => {
    online.value = 'offline';
    // Socket.IO comes back by itself from every cut but this one, in which the server showed the page out.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), SHOWN_OUT_PAUSE_MS);
  });
  socket.on('connect_error', (error) => {
    if (error.message !== 'old-page') return;
    if (reloadedForVersion()) online.value = 'old-page';
    else location.reload();
  });

  return {
    view,
    online,
    heardAt,
    send: (name, input, { commandId = newCommandId() } = {}) => ask(socket, name, commandId, input),
    close: () => socket.close(),
  };
}

async function ask<N extends CommandName>(
  socket: Socket<ServerToClient, ClientToServer>,
  name: N,
  commandId: string,
  input: CommandInput<N>,
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
      // The types of emitWithAck do not follow a name that is a type variable; the contract's table pairs them.
      const emit = socket.timeout(ANSWER_WITHIN_MS).emitWithAck as (...args: unknown[]) => Promise<Reply<N>>;
      return await emit.call(socket.timeout(ANSWER_WITHIN_MS), name, { commandId, input });
    } catch {
      // No answer in time, or the line was cut: whether it was carried out is unknown, so ask again with the same id.
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

/** True from the second time on within this tab and version. */
function reloadedForVersion(): boolean {
  const key = `reloaded-for-${PROTOCOL_VERSION}`;
  if (sessionStorage.getItem(key)) return true;
  sessionStorage.setItem(key, 'yes');
  return false;
}

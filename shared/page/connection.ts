import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import type { DoorView } from '#shared/contract/access-views.ts';
import type { Restart } from '#shared/contract/health.ts';
import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import {
  type ClientToServer,
  type Hello,
  PROTOCOL_VERSION,
  type Reply,
  type ServerToClient,
} from '#shared/contract/socket-events.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';
import { ask } from './asking.ts';
import { setServerTime, startClock } from './clock.ts';
import { comingBack } from './coming-back.ts';
import { newCommandId } from './command-id.ts';
import { bringDeviceToken, keepDeviceToken, keepSession, sessionOf } from './keys.ts';

/** `connecting`: never yet. `offline`: was there, is gone. `old-page`: reloaded once and still not understood. */
export type Online = 'connecting' | 'online' | 'offline' | 'old-page';

export type Connection<V extends ViewName> = {
  /** The newest whole picture; null before the first, and while the page stands at the door. */
  view: ReadonlySignal<Views[V] | null>;
  /** What the page has to do to be let in; null once it is in. */
  door: ReadonlySignal<DoorView | null>;
  online: ReadonlySignal<Online>;
  /** When the last sign of the server came, ms of this machine's clock; 0: never. */
  heardAt: ReadonlySignal<number>;
  /** The name under which the server knows this connection; another each time. Null while there is none. */
  name(): string | null;
  /** Another view that the same role gets. */
  also<W extends ViewName>(name: W): ReadonlySignal<Views[W] | null>;
  /**
   * Sends a message and asks again with the same id until it is answered, so that one press is carried out once.
   * Never rejects: where nobody answers in time the reply is the refusal `no-connection`.
   * @param options.commandId give the same id to ask again later for the answer of an earlier press
   * @param options.once do not ask again
   */
  send<N extends MessageName>(
    name: N,
    input: MessageInput<N>,
    options?: { commandId?: string; once?: boolean },
  ): Promise<Reply<N>>;
  /** Hears that the manager wants this machine started anew; the answer says whether it will be. */
  onRestart(hear: (what: Restart) => boolean): void;
  /** Comes in anew with the session that a sign-in gave; null: without one. */
  enter(session: string | null): void;
  close(): void;
};

type HallSocket = Socket<ServerToClient, ClientToServer>;
/** Does not beat at the door; and a machine that was removed is seen to be out well within a second. */
const SHOWN_OUT_PAUSE_MS = 200;

/** Joins the hall in a role and listens to one view, or to what the door wants first. */
export function connect<V extends ViewName>(
  viewName: V,
  { role, counter = null, zone = null }: { role: Hello['role']; counter?: number | null; zone?: string | null },
): Connection<V> {
  startClock();
  const socket: HallSocket = io({
    // Asked at every connection: a machine may have been paired, or somebody signed in, since the last.
    auth: async (show) => {
      const device = await bringDeviceToken();
      show({ protocol: PROTOCOL_VERSION, role, counter, zone, device, session: sessionOf(role) } satisfies Hello);
    },
    transports: ['websocket', 'polling'],
    ...comingBack(role),
    timeout: 5_000,
    forceNew: true,
  });
  const view = signal<Views[V] | null>(null);
  const door = signal<DoorView | null>(null);
  const { online, heardAt, heard } = watch(socket);
  const comeAnew = () => socket.disconnect().connect();

  listen(socket, viewName, (picture) => {
    setServerTime(picture.at);
    door.value = null;
    view.value = picture;
    heard();
  });
  listen(socket, 'view:door', (picture) => {
    setServerTime(picture.at);
    view.value = null;
    door.value = picture;
    heard();
  });
  socket.on('device:paired', (token) => {
    keepDeviceToken(token);
    comeAnew();
  });

  return {
    view,
    door,
    online,
    heardAt,
    name: () => socket.id ?? null,
    also(name) {
      const other = signal<Views[typeof name] | null>(null);
      listen(socket, name, (picture) => {
        setServerTime(picture.at);
        door.value = null;
        other.value = picture;
        heard();
      });
      return other;
    },
    send: (name, input, { commandId = newCommandId(), once = false } = {}) => ask(socket, name, commandId, input, once),
    onRestart(hear) {
      socket.on('machine:restart', (what, heard) => heard(hear(what)));
    },
    enter(session) {
      keepSession(role, session);
      comeAnew();
    },
    close: () => socket.close(),
  };
}

/** Socket.IO types a listener per name; with a name that is a type variable the pair is true but not inferable. */
function listen<W extends ViewName>(socket: HallSocket, name: W, hear: (picture: Views[W]) => void) {
  (socket.on as (name: string, listener: (picture: Views[W]) => void) => void).call(socket, name, hear);
}

function watch(socket: HallSocket): { online: Signal<Online>; heardAt: Signal<number>; heard: () => void } {
  const online = signal<Online>('connecting');
  const heardAt = signal(0);
  const heard = () => {
    heardAt.value = Date.now();
  };
  socket.on('connect', () => {
    online.value = 'online';
    heard();
  });
  socket.io.on('ping', heard);
  socket.on('disconnect', (reason) => {
    // Leaving to come in anew at once is no outage.
    if (reason === 'io client disconnect') return;
    online.value = 'offline';
    // Socket.IO comes back by itself from every cut but this one, in which the server showed the page out.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), SHOWN_OUT_PAUSE_MS);
  });
  socket.on('connect_error', (error) => {
    if (error.message !== 'old-page') return;
    if (reloadedForVersion()) online.value = 'old-page';
    else location.reload();
  });
  return { online, heardAt, heard };
}

/** True from the second time on within this tab and version. */
function reloadedForVersion(): boolean {
  const key = `reloaded-for-${PROTOCOL_VERSION}`;
  if (sessionStorage.getItem(key)) return true;
  sessionStorage.setItem(key, 'yes');
  return false;
}

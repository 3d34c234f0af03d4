import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { CommandInput, CommandName } from '#shared/contract/queue-commands.ts';
import type { PageRole } from '#shared/contract/roles.ts';
import {
  type ClientToServer,
  PROTOCOL_VERSION,
  type Reply,
  type ServerToClient,
} from '#shared/contract/socket-events.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';

/** Something that a robot presses on its page. */
export type Press = { [N in CommandName]: { name: N; input: CommandInput<N> } }[CommandName];

export type Place<V extends ViewName> = { view: V; role: PageRole; counter: number | null };

/** Real time. A server in this very process that is silent for longer was asleep with its machine. */
const SILENCE_MS = 5_000;

/** Where robots come in: a page without a screen on a connection of its own, keeping the newest picture it got. */
export class RobotPage<V extends ViewName> {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private picture: Views[V] | null = null;

  private constructor(url: string, { view, role, counter }: Place<V>) {
    const auth = { protocol: PROTOCOL_VERSION, role, counter };
    this.socket = io(url, { auth, transports: ['websocket'], forceNew: true, reconnectionDelayMax: 1_000 });
    // Socket.IO types a listener per name; here the name is a type variable, so the pair is true but not inferable.
    (this.socket.on as (name: string, listener: (picture: Views[V]) => void) => void)(view, (picture) => {
      this.picture = picture;
    });
  }

  /** @throws when the server refuses this page, or is silent */
  static async join<V extends ViewName>(url: string, place: Place<V>): Promise<RobotPage<V>> {
    const page = new RobotPage(url, place);
    try {
      await new Promise<void>((done, fail) => {
        page.socket.once('connect', done);
        page.socket.once('connect_error', fail);
      });
      await page.look();
      return page;
    } catch (cause) {
      page.close();
      throw cause;
    }
  }

  /** Null before the first picture. */
  view(): Views[V] | null {
    return this.picture;
  }

  /** Never rejects: where nobody answers in time, the reply is the refusal `no-connection`. */
  async press({ name, input }: Press): Promise<Reply> {
    const patient = this.socket.timeout(SILENCE_MS);
    // The types of emitWithAck do not follow a union of names; the contract's table pairs them.
    const emit = patient.emitWithAck as (...args: unknown[]) => Promise<Reply>;
    try {
      return await emit.call(patient, name, { commandId: randomBytes(16).toString('hex'), input });
    } catch {
      // The picture that comes after the outage tells what became of it; the robot then thinks again.
      return { ok: false, refusal: 'no-connection' };
    }
  }

  /**
   * After this the newest picture of what has been answered so far is here: a command that no page may send is refused at the door,
   * and the "no" comes on the same connection after all pictures sent before.
   */
  async look(): Promise<void> {
    await this.press({ name: 'day:open', input: { day: '2000-01-01' } });
  }

  close() {
    this.socket.close();
  }
}

import { io, type Socket } from 'socket.io-client';
import type { MessageInput } from '#shared/contract/messages.ts';
import {
  type ClientToServer,
  PROTOCOL_VERSION,
  type Reply,
  type ServerToClient,
} from '#shared/contract/socket-events.ts';
import type { ViewName, Views } from '#shared/contract/views.ts';
import { type Chance, createChance } from './chance.ts';
import { ASSUMED } from './sample.ts';
import type { PressName, Who } from './seen.ts';

/** Real time; far more than a busy machine needs. A day whose server is silent must end. */
const SILENCE_MS = 20_000;

/** One page of the hall on a connection of its own, keeping the newest picture it got. */
export class Page<V extends ViewName = ViewName> {
  readonly who: Who;
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private readonly chance: Chance;
  private picture: Views[V] | null = null;

  constructor(url: string, viewName: V, who: Who, seed: number, name: string) {
    this.who = who;
    this.chance = createChance(seed, 'page', name);
    const auth = { protocol: PROTOCOL_VERSION, ...who };
    this.socket = io(url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
    // Socket.IO types a listener per name; here the name is a type variable, so the pair is true but not inferable.
    (this.socket.on as (name: string, listener: (view: Views[V]) => void) => void)(viewName, (view) => {
      this.picture = view;
    });
  }

  /** @throws when the server refuses or stays silent */
  async join(): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.socket.once('connect', done);
      this.socket.once('connect_error', fail);
    });
    await this.knock();
  }

  view(): Views[V] {
    if (!this.picture) throw new Error(`A ${this.who.role} page got no picture.`);
    return this.picture;
  }

  /**
   * Sends a command; sometimes again with the same id, as a page does whose answer was lost: at once, or when the answer is here.
   * The first is on its way when this returns its promise.
   */
  async press<N extends PressName>(name: N, input: MessageInput<N>) {
    const commandId = this.chance.commandId();
    // A question is no command: asked again it is answered anew, and paper may have come out meanwhile.
    const isLost = this.chance.happens(ASSUMED.answerLost) && name !== 'ticket:look-up';
    const first = this.send(name, commandId, input);
    if (!isLost) return { reply: await first, repeats: [] };
    if (this.chance.happens(0.5)) {
      const [reply, again] = await Promise.all([first, this.send(name, commandId, input)]);
      return { reply, repeats: [again] };
    }
    const reply = await first;
    return { reply, repeats: [await this.send(name, commandId, input)] };
  }

  /**
   * After this the newest picture of what has been answered so far is here: a command that no page may send is refused at the
   * door, and the "no" comes on the same connection after all pictures sent before.
   */
  async knock(): Promise<void> {
    await this.send('day:open', '-'.repeat(16), { day: '2000-01-01' });
  }

  close() {
    this.socket.close();
  }

  private send<N extends PressName>(name: N, commandId: string, input: MessageInput<N>): Promise<Reply<N>> {
    const patient = this.socket.timeout(SILENCE_MS);
    // The types of emitWithAck do not follow a name that is a type variable; the contract's table pairs them.
    const emit = patient.emitWithAck as (...args: unknown[]) => Promise<Reply<N>>;
    return emit.call(patient, name, { commandId, input });
  }
}

import { io } from 'socket.io-client';
import { Decoder, Encoder } from 'socket.io-parser';
import type { MessageInput, MessageName } from '#shared/contract/messages.ts';
import { type Hello, PROTOCOL_VERSION, type Reply } from '#shared/contract/socket-events.ts';

/** A kiosk that does not look at its pictures: fifty in one process would else be measured by how fast they read. */
export type Taker = { send<N extends MessageName>(name: N, input: MessageInput<N>): Promise<Reply<N>>; close(): void };

class PictureBlind extends Decoder {
  override add(packet: unknown) {
    if (typeof packet !== 'string' || !packet.startsWith('2["view:')) super.add(packet);
  }
}

let presses = 0;

/** @param url of the hall */
export async function joinTaker(url: string): Promise<Taker> {
  const hello: Hello = { protocol: PROTOCOL_VERSION, role: 'kiosk', counter: null };
  const socket = io(url, {
    auth: hello,
    transports: ['websocket'],
    forceNew: true,
    // socket.io-client's types do not know the option that its documentation names.
    ...{ parser: { Encoder, Decoder: PictureBlind } },
  });
  await new Promise<void>((came) => socket.once('connect', () => came()));
  return {
    send: (name, input) => {
      presses += 1;
      return socket.emitWithAck(name, { commandId: `taker-press-${presses}-${process.pid}-0`, input });
    },
    close: () => socket.close(),
  };
}

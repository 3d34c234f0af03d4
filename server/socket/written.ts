import { Decoder, Encoder, type Packet } from 'socket.io-parser';

/** A picture that is JSON already: written once, compared by that, and sent to everybody as it is. */
export class Written {
  /** Everything but the moment at which it was drawn: two that differ in nothing else show the same. */
  readonly shown: string;
  private readonly at: number;

  constructor({ at, ...shown }: { at: number }) {
    this.at = at;
    this.shown = JSON.stringify(shown);
  }

  /** The whole picture. */
  json(): string {
    return this.shown === '{}' ? `{"at":${this.at}}` : `{"at":${this.at},${this.shown.slice(1)}`;
  }
}

/**
 * Socket.IO's own encoder, but for written pictures: those it would look through for bytes and write once more, for every room of
 * every turn. That was a third of a busy hall's time.
 */
class WrittenEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const [name, picture, more] = Array.isArray(packet.data) ? packet.data : [];
    if (!(picture instanceof Written) || more !== undefined) return super.encode(packet);
    const nsp = packet.nsp === '/' ? '' : `${packet.nsp},`;
    return [`${packet.type}${nsp}${packet.id ?? ''}[${JSON.stringify(name)},${picture.json()}]`];
  }
}

/** For Socket.IO's `parser`: what comes in is read as ever. */
export const writtenParser = { Encoder: WrittenEncoder, Decoder };

import { randomBytes } from 'node:crypto';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/** A WebSocket by hand, over plain TCP or TLS: it can say what no library would. */
export class RawSocket {
  readonly tcp: Socket;
  /** Every text that came, in order, unless the socket was told not to read. */
  readonly heard: string[] = [];
  /** Settles when the connection is over, however it ended. */
  readonly gone: Promise<void>;
  isOver = false;
  private bytes = Buffer.alloc(0);
  private isUpgraded = false;
  private readonly waiting = new Set<() => void>();

  constructor(base: string, { localAddress = undefined as string | undefined, path = '' } = {}) {
    const { protocol, hostname, port, host } = new URL(base);
    // The office's authority is not among the roots of this process.
    const to = { host: hostname === 'localhost' ? '127.0.0.1' : hostname, port: Number(port), localAddress };
    this.tcp = protocol === 'https:' ? connectSecurely({ ...to, rejectUnauthorized: false }) : connectPlain(to);
    this.gone = new Promise((over) => {
      this.tcp.once('close', () => {
        this.isOver = true;
        this.look();
        over();
      });
    });
    // How it ended is not asked; that it did is.
    this.tcp.on('error', () => undefined);
    this.tcp.on('data', (chunk: Buffer) => this.read(chunk));
    const where = path || '/socket.io/?EIO=4&transport=websocket';
    this.tcp.write(
      `GET ${where} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
  }

  /** Says a text, or bytes, in one whole frame. */
  say(payload: string | Uint8Array) {
    this.tcp.write(frame(typeof payload === 'string' ? 0x81 : 0x82, Buffer.from(payload as string)));
  }

  /** Waits for a text that begins so. False: the connection ended first. */
  until(beginning: string): Promise<boolean> {
    return new Promise((settle) => {
      const look = () => {
        const isThere = this.heard.some((text) => text.startsWith(beginning));
        if (!isThere && !this.isOver) return;
        this.waiting.delete(look);
        settle(isThere);
      };
      this.waiting.add(look);
      look();
    });
  }

  close() {
    this.tcp.destroy();
  }

  private look() {
    for (const look of [...this.waiting]) look();
  }

  private read(chunk: Buffer) {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    if (!this.isUpgraded) {
      const end = this.bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.isUpgraded = true;
      this.bytes = this.bytes.subarray(end + 4);
    }
    while (this.takeFrame());
    this.look();
  }

  /** A server's frames are not masked. */
  private takeFrame(): boolean {
    const [first = 0, second = 0] = this.bytes;
    const short = second & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (this.bytes.length < head) return false;
    const length =
      short === 126 ? this.bytes.readUInt16BE(2) : short === 127 ? Number(this.bytes.readBigUInt64BE(2)) : short;
    if (this.bytes.length < head + length) return false;
    const payload = this.bytes.subarray(head, head + length);
    this.bytes = this.bytes.subarray(head + length);
    const kind = first & 0x0f;
    if (kind === 1) this.heard.push(payload.toString());
    if (kind === 8) this.tcp.end();
    // Engine.IO's heartbeat.
    if (kind === 1 && payload.toString() === '2') this.say('3');
    return true;
  }
}

/** A masked frame, as a client has to send it. @param first FIN, reserved bits and kind */
export function frame(first: number, payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const masked = Buffer.from(payload);
  for (let i = 0; i < masked.length; i += 1) masked[i] = (masked[i] ?? 0) ^ (mask[i % 4] ?? 0);
  const { length } = payload;
  const size =
    length < 126
      ? Buffer.from([0x80 | length])
      : length < 65_536
        ? Buffer.from([0xfe, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0xff, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([Buffer.from([first]), size, mask, masked]);
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

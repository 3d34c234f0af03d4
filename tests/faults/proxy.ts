import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** Which way something travels. */
export type Way = 'to-server' | 'to-page';

/** One direction of one connection: what silence holds back, in order. Null: its sender has gone. */
type Lane = { from: Socket; to: Socket; way: Way; held: (Buffer | null)[] };

/** The beginning of an answer: an acknowledgement of Socket.IO (`43`), its number, and our envelope. */
const ANSWER = /43\d*\[\{"ok"/;
/** Longer than the beginning of an answer, so that one torn between two pieces is found. */
const TAIL = 16;
/** A press is longer than this on the wire, the answer to a heartbeat is shorter. */
const A_PRESS_BYTES = 60;

/**
 * A line between pages and the server with the faults of a cable: an answer that is lost, a cut in the middle of a byte stream,
 * silence without an end (half-open). What silence held back arrives when it ends, as TCP sends again what a cable lost.
 */
export class FaultyLine {
  readonly port: number;
  /** How many answers have been dropped. */
  dropped = 0;
  private readonly listener: Server;
  private readonly serverHost: string;
  private serverPort: number;
  private readonly lanes = new Set<Lane>();
  private readonly silent = new Set<Way>();
  private isDropping = false;
  private isBroken = false;
  private bytesLeft = Number.POSITIVE_INFINITY;
  private onPress: () => void = () => undefined;

  private constructor(listener: Server, serverPort: number, serverHost: string) {
    this.listener = listener;
    this.serverPort = serverPort;
    this.serverHost = serverHost;
    this.port = (listener.address() as AddressInfo).port; // it listens on TCP
    listener.on('connection', (page) => {
      if (this.isBroken) page.destroy();
      else this.join(page, connect(this.serverPort, this.serverHost));
    });
  }

  /** Lays a line to a server, and takes a free port for the pages. */
  static async open(serverPort: number | string, serverHost = '127.0.0.1', at = '127.0.0.1'): Promise<FaultyLine> {
    const listener = createServer().listen(0, at);
    await once(listener, 'listening');
    return new FaultyLine(listener, Number(serverPort), serverHost);
  }

  /** Where a page finds the server behind this line. */
  get url(): string {
    return `http://localhost:${this.port}/`;
  }

  /** Lets the next answer on its way to a page be lost, and cuts the line with it: the server has done it, the page does not know. */
  dropNextAnswer() {
    this.isDropping = true;
  }

  /** Cuts the line after so many more bytes to pages, wherever in a message that is. */
  cutAfter(bytes: number) {
    this.bytesLeft = bytes;
  }

  /** Nothing arrives any more in these ways, and nobody is told that the line is dead. */
  hold(...ways: readonly Way[]) {
    for (const way of ways) this.silent.add(way);
  }

  /** The line is whole again. */
  release() {
    this.silent.clear();
    for (const lane of this.lanes) {
      for (const chunk of lane.held.splice(0)) this.pass(lane, chunk);
    }
  }

  /** The server is at another port from the next connection on. */
  leadTo(serverPort: number | string) {
    this.serverPort = Number(serverPort);
  }

  /** Cuts the line, and lets nobody in until it is mended. Both sides are told, as by a switch that is pulled out beside them. */
  breakOff() {
    this.isBroken = true;
    this.cut();
  }

  /** Lets pages in again. */
  mend() {
    this.isBroken = false;
  }

  /** The server is gone, as when it is killed; the pages hear of it when the line lets anything through. */
  loseServer() {
    for (const { from, way } of this.lanes) if (way === 'to-page') from.destroy();
  }

  /** Waits until a page sends something as long as a press. */
  untilPress(): Promise<void> {
    return new Promise((seen) => {
      this.onPress = seen;
    });
  }

  async close() {
    const closed = once(this.listener, 'close');
    this.listener.close();
    this.cut();
    await closed;
  }

  /** Ends every connection that is there; the next is let in. */
  cut() {
    for (const { from } of this.lanes) from.destroy();
  }

  private join(page: Socket, server: Socket) {
    this.lay({ from: page, to: server, way: 'to-server', held: [] }, (chunk) => {
      if (chunk.length >= A_PRESS_BYTES) this.onPress();
    });
    let tail = '';
    this.lay({ from: server, to: page, way: 'to-page', held: [] }, (chunk) => {
      const seen = tail + chunk.toString('latin1');
      tail = seen.slice(-TAIL);
      if (!this.isDropping || !ANSWER.test(seen)) return;
      this.isDropping = false;
      this.dropped += 1;
      this.cut();
    });
  }

  private lay(lane: Lane, look: (chunk: Buffer) => void) {
    this.lanes.add(lane);
    lane.from.setNoDelay(true);
    lane.from.on('data', (chunk) => {
      look(chunk);
      this.arrive(lane, chunk);
    });
    lane.from.on('close', () => {
      this.arrive(lane, null);
    });
    // A torn connection is what this line is for; the other side learns of it by the closing that follows.
    lane.from.on('error', () => undefined);
  }

  private arrive(lane: Lane, chunk: Buffer | null) {
    if (this.silent.has(lane.way)) lane.held.push(chunk);
    else this.pass(lane, chunk);
  }

  private pass(lane: Lane, chunk: Buffer | null) {
    const { from, to, way } = lane;
    if (chunk === null) {
      this.lanes.delete(lane);
      to.end();
      return;
    }
    if (way === 'to-server' || chunk.length < this.bytesLeft) {
      if (way === 'to-page') this.bytesLeft -= chunk.length;
      if (to.writable) to.write(chunk);
      return;
    }
    to.end(chunk.subarray(0, this.bytesLeft));
    this.bytesLeft = Number.POSITIVE_INFINITY;
    from.destroy();
  }
}

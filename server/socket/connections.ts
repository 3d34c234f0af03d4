import type { Server as TcpServer } from 'node:net';
import type { HallSocket } from './listen.ts';
import { Bucket, Buckets, type Limits } from './rates.ts';

/** Of one page: some twenty of the largest pictures. Who has not read as much by then is cut off, and gets a whole picture later. */
export const MOST_UNREAD_BYTES = 512 * 1024;
/** What a packet takes beside its text. */
const PACKET_BYTES = 100;

type Connection = HallSocket['conn'];

/**
 * Counts who comes in, by address, before anything else is done for them: who has too many connections, or opens them too fast, is
 * cut off at once. [A11]
 */
export function keepCrowdOut(servers: readonly TcpServer[], limits: Limits, ticks: () => number) {
  const arrivals = new Buckets(limits.arrivals, ticks);
  const open = new Map<string, number>();
  for (const server of servers) {
    server.on('connection', (tcp) => {
      const address = tcp.remoteAddress ?? '';
      const already = open.get(address) ?? 0;
      if (already >= limits.connections || !arrivals.take(address)) {
        tcp.destroy();
        return;
      }
      open.set(address, already + 1);
      tcp.once('close', () => {
        const left = (open.get(address) ?? 1) - 1;
        if (left > 0) open.set(address, left);
        else open.delete(address);
      });
    });
  }
}

/** Cuts a connection off that goes on sending whatever it is answered. [A11] */
export function cutOffFlood(connection: Connection, limits: Limits, ticks: () => number) {
  const bucket = new Bucket(limits.packets, ticks);
  connection.on('packet', () => {
    if (!bucket.take()) cutOff(connection);
  });
}

/**
 * Cuts a connection off that does not read what it is sent: its heartbeats alone say little, a broken or evil one may send them and
 * never read. [A11]
 */
export function cutOffStalled(connection: Connection) {
  let waiting = 0;
  let underWay = 0;
  connection.on('packetCreate', ({ data }: { data?: unknown }) => {
    // Only when all of it has left this process may more be handed over.
    if (connection.transport.writable) underWay = 0;
    waiting += PACKET_BYTES + sizeOf(data);
    if (waiting + underWay > MOST_UNREAD_BYTES) cutOff(connection);
  });
  connection.on('flush', () => {
    underWay = waiting;
    waiting = 0;
  });
}

function sizeOf(data: unknown): number {
  return typeof data === 'string' || data instanceof Uint8Array ? data.length : 0;
}

/** At once: a polite end would wait until the other side has read what it does not read. */
function cutOff(connection: Connection) {
  // Of the transport by WebSocket, which has one; by polling there is nothing to hold open.
  const { socket } = connection.transport as { socket?: { terminate(): void } };
  connection.close(true);
  socket?.terminate();
}

import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { Server, type Socket } from 'socket.io';
import type { Who } from '#server/access/access.ts';
import type { ClientToServer, ServerToClient } from '#shared/contract/socket-events.ts';
import { cutOffFlood, cutOffStalled, keepCrowdOut } from './connections.ts';
import type { Limits } from './rates.ts';
import { writtenParser } from './written.ts';

export type HallServer = Server<ClientToServer, ServerToClient, Record<string, never>, Who>;
export type HallSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Who>;

/**
 * Opens the hall's sockets on the servers of this machine and of the network.
 * @param isWelcome looks at the request of every handshake, polling and WebSocket alike; Socket.IO's `cors` would not see the latter
 * @param flood null: machines may come and talk as fast as they like
 */
export function listen(
  http: HttpServer,
  https: HttpsServer | null,
  isWelcome: (request: IncomingMessage) => boolean,
  flood: { limits: Limits; ticks: () => number } | null,
): HallServer {
  const io: HallServer = new Server(http, {
    serveClient: false,
    allowRequest: (request, decide) => decide(null, isWelcome(request)),
    // Either side notices a cut cable within the sum of the two: nine seconds, so that a busy machine keeps the promised ten.
    pingInterval: 5_000,
    pingTimeout: 4_000,
    // Who has said nothing by then but that he is there.
    connectTimeout: 10_000,
    // No page says a tenth of this at once.
    maxHttpBufferSize: 16 * 1024,
    perMessageDeflate: false,
    parser: writtenParser,
  });
  if (https) io.engine.attach(https, { path: '/socket.io/' });
  if (flood) keepCrowdOut(https ? [http, https] : [http], flood.limits, flood.ticks);
  io.engine.on('connection', (connection: HallSocket['conn']) => {
    cutOffStalled(connection);
    if (flood) cutOffFlood(connection, flood.limits, flood.ticks);
  });
  return io;
}

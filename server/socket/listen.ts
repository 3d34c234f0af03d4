import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { Server, type Socket } from 'socket.io';
import type { Who } from '#server/access/access.ts';
import type { ClientToServer, ServerToClient } from '#shared/contract/socket-events.ts';

export type HallServer = Server<ClientToServer, ServerToClient, Record<string, never>, Who>;
export type HallSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Who>;

/**
 * Opens the hall's sockets on the servers of this machine and of the network.
 * @param isWelcome looks at the request of every handshake, polling and WebSocket alike; Socket.IO's `cors` would not see the latter
 */
export function listen(
  http: HttpServer,
  https: HttpsServer | null,
  isWelcome: (request: IncomingMessage) => boolean,
): HallServer {
  const io: HallServer = new Server(http, {
    serveClient: false,
    allowRequest: (request, decide) => decide(null, isWelcome(request)),
    // A cut cable is noticed within ten seconds, and a stalled reader does not pile up pictures.
    pingInterval: 5_000,
    pingTimeout: 5_000,
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
  });
  if (https) io.engine.attach(https, { path: '/socket.io/' });
  return io;
}

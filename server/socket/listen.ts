import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { PageRole } from '#shared/contract/roles.ts';
import type { ClientToServer, ServerToClient } from '#shared/contract/socket-events.ts';
import type { CounterId } from '#shared/domain/ids.ts';

/** Who is at the other end, as the handshake settled it. Nothing a page sends later changes it. */
export type Who = { role: PageRole; counter: CounterId | null };
export type HallServer = Server<ClientToServer, ServerToClient, Record<string, never>, Who>;
export type HallSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Who>;

/**
 * Opens the hall's sockets on an HTTP server.
 * @param isWelcome looks at the request of every handshake, polling and WebSocket alike; Socket.IO's `cors` would not see the latter
 */
export function listen(
  http: HttpServer,
  isWelcome: (request: import('node:http').IncomingMessage) => boolean,
): HallServer {
  return new Server(http, {
    serveClient: false,
    allowRequest: (request, decide) => decide(null, isWelcome(request)),
    // A cut cable is noticed within ten seconds, and a stalled reader does not pile up pictures.
    pingInterval: 5_000,
    pingTimeout: 5_000,
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
  });
}

import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** A UDP port that nobody has now: multicast of a test's own, which meets no other's. */
export async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '0.0.0.0');
  await once(socket, 'listening');
  const { port } = socket.address();
  await new Promise<void>((resolve) => void socket.close(resolve));
  return port;
}

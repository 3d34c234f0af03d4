import * as v from 'valibot';
import { Hello, PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { HallSocket, Who } from './listen.ts';

/**
 * Settles at the handshake which role and place a page has. In this version every page runs on the server's own PC and may say
 * which it is.
 * @returns middleware for Socket.IO; it refuses with `old-page`, `not-understood` or `unknown-counter`
 */
export function identify(setup: Setup): (socket: HallSocket, next: (error?: Error) => void) => void {
  return (socket, next) => {
    const who = whoIs(socket.handshake.auth, setup);
    if (typeof who === 'string') return next(new Error(who));
    socket.data = who;
    next();
  };
}

/** Who a page says it is, if that can be; else the reason why not. */
export function whoIs(auth: unknown, setup: Setup): Who | 'old-page' | 'not-understood' | 'unknown-counter' {
  if (isOtherVersion(auth)) return 'old-page';
  const hello = v.safeParse(Hello, auth);
  if (!hello.success) return 'not-understood';
  const { role, counter } = hello.output;
  if (counter === null) return { role, counter };
  if (role !== 'counter') return 'not-understood';
  return setup.counters.some(({ id }) => id === counter) ? { role, counter } : 'unknown-counter';
}

function isOtherVersion(auth: unknown): boolean {
  return typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL_VERSION;
}

import * as v from 'valibot';
import type { Access, Arrival } from '#server/access/access.ts';
import { Hello, PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { HallSocket } from './listen.ts';

type WhereFrom = Pick<Arrival, 'isLocal' | 'address'> & { isSecure: boolean };

/**
 * Settles at the handshake who a page is: what it says of itself, checked, and what it may be, by access.
 * @returns middleware for Socket.IO; it refuses with `old-page`, `not-understood`, `unknown-counter` or `not-allowed`
 */
export function identify(
  setup: Setup,
  access: Access,
  whereFrom: (request: HallSocket['request']) => WhereFrom,
): (socket: HallSocket, next: (error?: Error) => void) => void {
  return (socket, next) => {
    const { isLocal, isSecure, address } = whereFrom(socket.request);
    const said = readHello(socket.handshake.auth, setup);
    if (typeof said === 'string') return next(new Error(said));
    // Over plain HTTP another machine may only follow its ticket: tokens and PINs must not cross the network in the open.
    if (!isLocal && !isSecure && said.role !== 'phone') return next(new Error('not-allowed'));
    const who = access.admit({ ...said, isLocal, address });
    if (typeof who === 'string') return next(new Error(who));
    socket.data = who;
    next();
  };
}

type Said = Pick<Arrival, 'role' | 'counter' | 'device' | 'session'>;

/** What a page says of itself, if that can be; else the reason why not. */
export function readHello(auth: unknown, setup: Setup): Said | 'old-page' | 'not-understood' | 'unknown-counter' {
  if (isOtherVersion(auth)) return 'old-page';
  const hello = v.safeParse(Hello, auth);
  if (!hello.success) return 'not-understood';
  const { role, counter, device, session } = hello.output;
  if (counter !== null) {
    if (role !== 'counter') return 'not-understood';
    if (!setup.counters.some(({ id }) => id === counter)) return 'unknown-counter';
  }
  return { role, counter, device, session };
}

function isOtherVersion(auth: unknown): boolean {
  return typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL_VERSION;
}

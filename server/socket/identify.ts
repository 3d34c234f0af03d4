import * as v from 'valibot';
import type { Access, Arrival, Who } from '#server/access/access.ts';
import { Hello, PROTOCOL_VERSION } from '#shared/contract/socket-events.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { zoneOf } from '#shared/domain/zones.ts';
import type { HallSocket } from './listen.ts';
import type { Limits } from './rates.ts';

type WhereFrom = Pick<Arrival, 'isLocal' | 'address'> & { isSecure: boolean };

/**
 * Settles at the handshake who a page is: what it says of itself, checked, and what it may be, by access.
 * @param limits null: as many machines may ask to be paired as like
 * @returns middleware for Socket.IO; it refuses with `old-page`, `not-understood`, `unknown-counter`, `not-allowed` or
 * `too-many-requests`
 */
export function identify(
  setup: Setup,
  access: Access,
  whereFrom: (request: HallSocket['request']) => WhereFrom,
  limits: Pick<Limits, 'knocks'> | null,
): (socket: HallSocket, next: (error?: Error) => void) => void {
  return (socket, next) => {
    const { isLocal, isSecure, address } = whereFrom(socket.request);
    const said = readHello(socket.handshake.auth, setup);
    if (typeof said === 'string') return next(new Error(said));
    // Over plain HTTP another machine may only follow its ticket: tokens and PINs must not cross the network in the open.
    if (!isLocal && !isSecure && said.role !== 'phone') return next(new Error('not-allowed'));
    const who = access.admit({ ...said, isLocal, address });
    if (typeof who === 'string') return next(new Error(who));
    if (limits && who.code !== null && knocksFrom(address, socket) >= limits.knocks)
      return next(new Error('too-many-requests'));
    socket.data = inThisHall(who, setup);
    next();
  };
}

/** A display whose zone or counter has gone from the settings shows the whole hall: nobody stands at a TV who could choose. */
function inThisHall(who: Who, setup: Setup): Who {
  if (who.wants !== 'display') return who;
  const isKnown = setup.counters.some(({ id }) => id === who.counter);
  return { ...who, counter: isKnown ? who.counter : null, zone: zoneOf(setup, who.zone)?.id ?? null };
}

/** How many machines of this address stand at the door with a code. */
function knocksFrom(address: string, { nsp }: HallSocket): number {
  let knocks = 0;
  for (const { data } of nsp.sockets.values()) if (data.code !== null && data.address === address) knocks += 1;
  return knocks;
}

type Said = Pick<Arrival, 'role' | 'counter' | 'zone' | 'device' | 'session'>;

/** What a page says of itself, if that can be; else the reason why not. */
export function readHello(auth: unknown, setup: Setup): Said | 'old-page' | 'not-understood' | 'unknown-counter' {
  if (isOtherVersion(auth)) return 'old-page';
  const hello = v.safeParse(Hello, auth);
  if (!hello.success) return 'not-understood';
  const { role, counter, zone, device, session } = hello.output;
  if (zone !== null && (role !== 'display' || counter !== null)) return 'not-understood';
  if (counter !== null) {
    if (role !== 'counter' && role !== 'display') return 'not-understood';
    if (!setup.counters.some(({ id }) => id === counter)) return 'unknown-counter';
  }
  return { role, counter, zone, device, session };
}

function isOtherVersion(auth: unknown): boolean {
  return typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol !== PROTOCOL_VERSION;
}

import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

/** The port on which network printers take slips. */
export const PRINTER_PORT = 9100;
/** A printer in the same network answers within some milliseconds; one that does not is none. */
const ANSWER_WITHIN_MS = 600;
const AT_ONCE = 32;

export type FindParts = {
  /** Own addresses in the network; without it, those of this machine. */
  own?: readonly string[];
  /** Whether a printer takes calls at this address; never rejects. */
  answers?: (address: string) => Promise<boolean>;
};

/**
 * Calls every neighbour in this machine's own network, 254 addresses at most, on the port of printers. Nothing is sent to
 * whoever answers: a call alone prints nothing. @returns addresses in order
 */
export async function findPrinters({ own = ownAddresses(), answers = takesCalls }: FindParts = {}): Promise<string[]> {
  const found = new Set<string>();
  const left = neighbours(own);
  const worker = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift())
      if (await answers(address)) found.add(address);
  };
  const all = [...left];
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return all.filter((address) => found.has(address));
}

/** Every other address of the own network: the first one, where a machine stands in several. */
function neighbours([first]: readonly string[]): string[] {
  const parts = first?.split('.') ?? [];
  if (parts.length !== 4) return [];
  const net = parts.slice(0, 3).join('.');
  return Array.from({ length: 254 }, (_, index) => `${net}.${index + 1}`).filter((address) => address !== first);
}

/** Of private networks alone: nobody's printers are looked for in the world. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && isPrivate(address))
    .map(({ address }) => address);
}

/** @param address IPv4 in digits */
export function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}

/** Whether somebody takes calls there. Never rejects. */
export function takesCalls(host: string, port = PRINTER_PORT): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (isThere: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isThere);
    };
    const timer = setTimeout(settle, ANSWER_WITHIN_MS, false);
    socket.on('connect', () => settle(true));
    // Silence is right: whatever it was, no printer takes calls there.
    socket.on('error', () => settle(false));
  });
}

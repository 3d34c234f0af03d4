import { networkInterfaces } from 'node:os';

/** The IPv4 addresses of this machine in the networks it is in, in order; not the loopback one. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
    .sort();
}

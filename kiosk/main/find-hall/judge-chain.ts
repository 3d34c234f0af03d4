import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/**
 * `ours`: of the hall this PC belongs to. `stranger`: of another authority, or of none. `other-name`: ours, but made for another
 * address. `out-of-date`: ours, but not yet, or no longer, by the clock of this PC.
 */
export type Verdict = 'ours' | 'stranger' | 'other-name' | 'out-of-date';

export type Shown = {
  /** What the server shows of itself, its own certificate first. */
  chain: readonly X509Certificate[];
  /** The name or address under which it was called. */
  host: string;
  /** By this PC's clock, ms UTC. */
  now: number;
};

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

/**
 * Is this server of that authority? The authority is known by the SHA-256 of its whole certificate, and signs servers itself: nothing
 * stands between. That the server holds the key of what it shows is proved by the handshake.
 */
export function judgeChain({ chain, host, now }: Shown, fingerprint: string): Verdict {
  const [server] = chain;
  const authority = chain.find((one) => one.fingerprint256 === fingerprint);
  if (!server || !authority?.ca || server.ca) return 'stranger';
  if (!server.checkIssued(authority) || !server.verify(authority.publicKey)) return 'stranger';
  if (!server.keyUsage?.includes(SERVER_AUTH)) return 'stranger';
  if (![server, authority].every((one) => isValidAt(one, now))) return 'out-of-date';
  const isNamed = isIP(host) ? server.checkIP(host) : server.checkHost(host, { subject: 'never' });
  return isNamed === undefined ? 'other-name' : 'ours';
}

/**
 * The authority that a server shows as its own, if it is one of an office: for the first meeting, before a person has compared its
 * fingerprint.
 */
export function officeAuthority(chain: readonly X509Certificate[]): { fingerprint: string; office: string } | null {
  const [server] = chain;
  const authority = chain.find((one) => one.ca && one !== server && server?.checkIssued(one));
  const [, office] = /^CN=Luot (.+)$/m.exec(authority?.subject ?? '') ?? [];
  return authority && office ? { fingerprint: authority.fingerprint256, office } : null;
}

function isValidAt({ validFrom, validTo }: X509Certificate, now: number): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}

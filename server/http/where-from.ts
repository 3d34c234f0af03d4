import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** Where a request comes from, as far as the wire tells. */
export type WhereFrom = {
  /** From this very machine, by one of its loopback names. */
  isLocal: boolean;
  isSecure: boolean;
  address: string;
};

const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const LOCAL_ADDRESSES = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

export function whereFrom(request: IncomingMessage): WhereFrom {
  const address = request.socket.remoteAddress ?? '';
  const isSecure = request.socket instanceof TLSSocket;
  // Over TLS even this machine is a guest: what is tried there is what the others meet.
  const isLocal = !isSecure && LOCAL_ADDRESSES.test(address) && LOCAL_NAMES.has(hostName(request) ?? '');
  return { isLocal, isSecure, address };
}

/**
 * Whether a request was meant for this server: its Host is one of our names, and the page that makes it (Origin) came from here. A
 * foreign page in a browser of the hall, or a name that an attacker lets point to us, fails here.
 * @param names our names and addresses, in small letters; loopback ones are always ours
 */
export function isMeantForUs(request: IncomingMessage, names: ReadonlySet<string>): boolean {
  const name = hostName(request);
  if (name === null || !(LOCAL_NAMES.has(name) || names.has(name))) return false;
  const { host, origin } = request.headers;
  if (origin === undefined) return true;
  const scheme = whereFrom(request).isSecure ? 'https:' : 'http:';
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  return page.protocol === scheme && page.host === host;
}

/** Whether a request was made under this name. */
export function isByName(request: IncomingMessage, name: string): boolean {
  return hostName(request) === name;
}

/** The name in the Host header without its port, in small letters. */
function hostName({ headers }: IncomingMessage): string | null {
  return headers.host?.replace(/:\d+$/, '').toLowerCase() ?? null;
}

import { X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';

/** A server that takes longer than this is as good as away. */
const PATIENCE_MS = 3_000;
/** More than an authority and a server nobody shows. */
const LONGEST_CHAIN = 5;

/** Nothing came of a call. `no-tls`: somebody is there, who speaks another language. `unknown-name`: nobody knows that name. */
export class NoAnswer extends Error {
  readonly why: 'away' | 'no-tls' | 'unknown-name';
  constructor(why: NoAnswer['why'], cause?: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/**
 * Shakes hands and comes back with the line and with what the server shows of itself. Nothing has been said to it yet: who that is
 * has to be judged first.
 * @throws NoAnswer
 */
export function shakeHands(server: URL): Promise<{ line: TLSSocket; chain: X509Certificate[] }> {
  const { hostname, port } = server;
  return new Promise((resolve, reject) => {
    const line = connect({
      ...{ host: hostname, port: Number(port || 443), minVersion: 'TLSv1.2' },
      // An address by number is no server name; Node warns of it.
      ...(isIP(hostname) ? {} : { servername: hostname }),
      // The roots of this PC know nothing of an office's own authority. Who it is, judgeChain says.
      rejectUnauthorized: false,
    });
    const impatience = endIn(PATIENCE_MS, line);
    line.once('error', (cause: NodeJS.ErrnoException) => reject(new NoAnswer(whyNot(cause), cause)));
    line.once('close', () => {
      clearTimeout(impatience);
      reject(new NoAnswer('away'));
    });
    line.once('secureConnect', () => {
      clearTimeout(impatience);
      resolve({ line, chain: chainOf(line) });
    });
  });
}

/**
 * Whether the server at the other end of a line gives out this page.
 * @param line to a server that was judged
 */
export function givesOut(page: URL, line: TLSSocket): Promise<boolean> {
  return new Promise((resolve) => {
    const impatience = endIn(PATIENCE_MS, line);
    line.once('close', () => clearTimeout(impatience));
    const asked = request(page, { createConnection: () => line }, ({ statusCode, headers }) => {
      resolve(statusCode === 200 && /^text\/html/.test(headers['content-type'] ?? ''));
      line.destroy();
    });
    asked.once('error', () => resolve(false));
    asked.once('close', () => resolve(false));
    asked.end();
  });
}

/** Not after so long a silence, but after so long: whoever sends a byte now and then keeps nobody waiting. */
function endIn(ms: number, line: TLSSocket): NodeJS.Timeout {
  return setTimeout(() => line.destroy(new Error('timeout')), ms);
}

function whyNot({ code = '' }: NodeJS.ErrnoException): NoAnswer['why'] {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-name';
  return /^(ERR_SSL|EPROTO)/.test(code) ? 'no-tls' : 'away';
}

function chainOf(line: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  // An authority names itself as its own issuer. (Node's type says that there always is one.)
  let one: DetailedPeerCertificate | undefined = line.getPeerCertificate(true);
  while (one?.raw && chain.length < LONGEST_CHAIN) {
    chain.push(new X509Certificate(one.raw));
    one = one.issuerCertificate === one ? undefined : one.issuerCertificate;
  }
  return chain;
}

import { X509Certificate } from 'node:crypto';
import type { Certificate, Session } from 'electron';
import { judgeChain } from './judge-chain.ts';

/** What Chromium is answered: take it, whatever the PC's own roots say; or not. */
const TAKE = 0;
const REFUSE = -2;
const LONGEST_CHAIN = 5;

/**
 * Whatever this PC's own roots say: over TLS the app talks to the hall it belongs to, and to nobody else. That goes for pages,
 * pictures and sockets alike, and holds against whoever can put a root on this PC.
 * @param pin the fingerprint of the office's authority; null: this PC belongs to no hall, or to the one on this very PC
 */
export function pinSession(session: Pick<Session, 'setCertificateVerifyProc'>, pin: () => string | null): void {
  session.setCertificateVerifyProc(({ hostname, certificate }, answer) => {
    answer(isOurs(hostname, certificate, pin()) ? TAKE : REFUSE);
  });
}

function isOurs(host: string, certificate: Certificate, fingerprint: string | null): boolean {
  if (fingerprint === null) return false;
  try {
    return judgeChain({ chain: chainOf(certificate), host, now: Date.now() }, fingerprint) === 'ours';
  } catch {
    // Something in it cannot be read: it is none of ours.
    return false;
  }
}

function chainOf(certificate: Certificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  // Where the chain ends there is no issuer, though Electron's type says that there always is one.
  let one: Certificate | undefined = certificate;
  while (one && chain.length < LONGEST_CHAIN) {
    chain.push(new X509Certificate(one.data));
    one = one.issuerCert;
  }
  return chain;
}

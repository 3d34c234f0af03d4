import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect, type DetailedPeerCertificate } from 'node:tls';
import type { StandInContents } from './contents.ts';

type Certificate = { data: string; issuerCert?: Certificate };
type Verify = (
  request: { hostname: string; certificate: Certificate; verificationResult: string; errorCode: number },
  answer: (code: number) => void,
) => void;

/** Of Electron's codes: whatever Chromium thinks of it, take it. */
const TAKE = 0;

/**
 * Asks the main module about every certificate that Chromium would refuse, of documents and of sockets alike; Chromium holds the
 * request until then. (Electron asks about those that Chromium would take, too; there is none such here.)
 */
export async function watchCertificates(contents: StandInContents) {
  const { cdp, session } = contents;
  await cdp.send('Security.enable');
  await cdp.send('Security.setOverrideCertificateErrors', { override: true });
  cdp.on('Security.certificateError', async ({ eventId, errorType, requestURL }) => {
    const isTaken = await ask(session.handlers.certificate, new URL(requestURL), errorType).catch(() => false);
    const action = isTaken ? 'continue' : 'cancel';
    await cdp.send('Security.handleCertificateError', { eventId, action }).catch(() => {});
    if (isTaken || !requestURL.startsWith('https:')) return;
    // Chromium stays where it was; Electron shows an error page, and says so.
    contents.loading = null;
    contents.emit('did-fail-load', {}, -2, 'ERR_FAILED', requestURL, true);
  });
}

async function ask(handler: unknown, { hostname, port }: URL, verificationResult: string): Promise<boolean> {
  if (!handler) return false;
  const certificate = await shownBy(hostname, Number(port || 443));
  // What the main module has set, as Electron calls it.
  const verify = handler as Verify;
  return new Promise((resolve) =>
    verify({ hostname, certificate, verificationResult, errorCode: -202 }, (code) => resolve(code === TAKE)),
  );
}

/** Chromium does not tell what it was shown: this asks for it once more. */
async function shownBy(host: string, port: number): Promise<Certificate> {
  const line = connect({ host, port, rejectUnauthorized: false, ...(isIP(host) ? {} : { servername: host }) });
  await once(line, 'secureConnect');
  const certificate = asElectron(line.getPeerCertificate(true));
  line.destroy();
  return certificate;
}

function asElectron({ raw, issuerCertificate }: DetailedPeerCertificate): Certificate {
  const data = new X509Certificate(raw).toString();
  const isLast = !issuerCertificate || issuerCertificate.raw.equals(raw);
  return { data, ...(!isLast && { issuerCert: asElectron(issuerCertificate) }) };
}

import { generateKeyPair, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { DAY } from '#shared/domain/business-day.ts';

/** A certificate with its private key, both as PEM text. */
export type KeyAndCertificate = { key: string; certificate: string };

const CA_YEARS = 10;
/** As long as every browser takes a certificate of a private authority. */
const SERVER_DAYS = 397;
const RENEW_BEFORE_DAYS = 30;
const YEAR = 365 * DAY;

/** The office's own authority. Its certificate is put on the office's PCs once; its key never leaves the server. */
export async function makeAuthority(officeName: string, now: number): Promise<KeyAndCertificate> {
  const { key, publicKey } = await newKeys();
  const certificate = newCertificate(publicKey, now, CA_YEARS * YEAR);
  const subject = [{ name: 'commonName', value: plainName(`Luot ${officeName}`) }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create());
  return { key, certificate: forge.pki.certificateToPem(certificate) };
}

/**
 * The server's certificate under the office's authority.
 * @param names DNS names and IP addresses under which the pages are opened
 */
export async function makeServerCertificate(
  authority: KeyAndCertificate,
  names: readonly string[],
  now: number,
): Promise<KeyAndCertificate> {
  const { key, publicKey } = await newKeys();
  const issuer = forge.pki.certificateFromPem(authority.certificate);
  const certificate = newCertificate(publicKey, now, SERVER_DAYS * DAY);
  certificate.setSubject([{ name: 'commonName', value: 'Luot' }]);
  certificate.setIssuer(issuer.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: names.map((name) => (isAddress(name) ? { type: 7, ip: name } : { type: 2, value: name })),
    },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(authority.key), forge.md.sha256.create());
  return { key, certificate: forge.pki.certificateToPem(certificate) };
}

/** Whether a server certificate still serves: of this authority, for all these names, and not about to run out. */
export function stillServes(
  { certificate }: KeyAndCertificate,
  authority: KeyAndCertificate,
  names: readonly string[],
  now: number,
) {
  const server = new X509Certificate(certificate);
  if (!server.verify(new X509Certificate(authority.certificate).publicKey)) return false;
  if (Date.parse(server.validTo) - now < RENEW_BEFORE_DAYS * DAY) return false;
  return names.every((name) => (isAddress(name) ? server.checkIP(name) : server.checkHost(name)) !== undefined);
}

/** SHA-256 of a certificate, `AB:CD:…`, to be compared by eye. */
export function fingerprint(certificate: string): string {
  return new X509Certificate(certificate).fingerprint256;
}

function isAddress(name: string): boolean {
  return /^[\d.]+$/.test(name) || name.includes(':');
}

async function newKeys() {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return { key: privateKey, publicKey };
}

function newCertificate(publicKey: string, now: number, lifeMs: number): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // Positive, and not longer than 20 bytes.
  certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  // A day back: the clocks of a hall are never quite the same.
  certificate.validity.notBefore = new Date(now - DAY);
  certificate.validity.notAfter = new Date(now + lifeMs);
  return certificate;
}

/** Certificate stores show names best in plain letters; a common name holds 64 of them. */
function plainName(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return plain.replaceAll(/[^A-Za-z0-9 .-]/g, '').slice(0, 64);
}

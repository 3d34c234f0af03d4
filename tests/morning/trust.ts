import { createHash } from 'node:crypto';
import { connect } from 'node:tls';
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/**
 * The server's key, looked at once and found to be certified by this authority.
 * @returns the hash by which a browser is told to trust just this key
 * @throws when another authority has certified it, or none
 */
export function keyUnder(authority: string, secureUrl: string): Promise<string> {
  const { hostname, port } = new URL(secureUrl);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), ca: authority }, () => {
      const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
      socket.destroy();
      if (key) resolve(createHash('sha256').update(key).digest('base64'));
      else reject(new Error('The server has shown no certificate.'));
    });
    socket.once('error', reject);
  });
}

/**
 * A browser that trusts the public authorities and this one key. Where a PC keeps its own roots differs from system to system; that
 * the key is the authority's was settled by `keyUnder`.
 */
export function launchTrusting(key: string): Promise<Browser> {
  const executablePath = inject('browserPath');
  return chromium.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      `--ignore-certificate-errors-spki-list=${key}`,
    ],
  });
}

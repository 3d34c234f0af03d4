import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** About 60 ms and 32 MB a try, off the main thread. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const BYTES = 32;

/** A password or PIN as it may be kept: `scrypt$salt$hash`. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(secret, salt);
  return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Whether this is the secret that was hashed. Takes as long for a wrong one, and for none at all (`kept` null). */
export async function isSecret(secret: string, kept: string | null): Promise<boolean> {
  const [, salt = '', hash = ''] = (kept ?? `scrypt$${'A'.repeat(22)}$`).split('$');
  const tried = await derive(secret, Buffer.from(salt, 'base64url'));
  const wanted = Buffer.from(hash, 'base64url');
  return wanted.length === BYTES && timingSafeEqual(tried, wanted);
}

/** 256 random bits, for a machine or a session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A token is random enough that a plain hash keeps it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, BYTES, COST, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

/** Letters and digits that cannot be mistaken for one another. */
const CODE_LETTERS = 'ABCDEFGHKLMNPQRSTUVXY3456789';

/** What a machine shows that wants to be paired: 8 signs, 38 bits, good only as long as it is shown. */
export function newCode(): string {
  return Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
}

/** The name of a machine or a clerk in our tables. */
export function newId(): string {
  return randomBytes(9).toString('base64url');
}

import { createPublicKey, verify } from 'node:crypto';
import { isVersion } from './version.ts';

/** Which app this is for: the id under which it is packaged. */
export const PRODUCT = 'vn.luot.app';
export const MANIFEST_FILE = 'luot-update.json';
/** What is signed begins with this: a signature for anything else is none for an update. */
export const FORMAT = 'luot-update/1';
export const LARGEST_MANIFEST_BYTES = 64 * 1_024;
export const LARGEST_FILE_BYTES = 1_024 ** 3;

export const KINDS = ['nsis', 'appimage', 'deb'] as const;
export type Kind = (typeof KINDS)[number];

export type UpdateFile = {
  /** `win32-x64`, `linux-x64`: Node's names of system and processor. */
  platform: string;
  kind: Kind;
  name: string;
  size: number;
  /** Both in hex: where one of them is broken some day, the other still holds. */
  sha256: string;
  sha512: string;
};
export type Release = { version: string; files: readonly UpdateFile[] };

/** What an update says of itself. Moments are ms UTC. */
export type Manifest = Release & {
  product: string;
  issuedAt: number;
  /** Later it is no news any more but perhaps a trick. */
  expiresAt: number;
  /** How many machines of a hundred take it now. */
  share: number;
  /** The release before, for the way back of machines that have kept no installer of it. */
  before: Release | null;
};

export type ManifestRefusal = 'not-readable' | 'wrong-signature';

/** Reads an update's manifest; nothing in it is looked at before its signature was. */
export function openManifest(bytes: Uint8Array, keys: readonly string[]): Manifest | ManifestRefusal {
  const envelope = readJson(bytes);
  if (bytes.length > LARGEST_MANIFEST_BYTES || !isRecord(envelope) || envelope.format !== FORMAT) return 'not-readable';
  const [signed, signature] = [readBase64(envelope.manifest), readBase64(envelope.signature)];
  if (!signed || !signature) return 'not-readable';
  if (!keys.some((key) => isSignedBy(key, signed, signature))) return 'wrong-signature';
  return readManifest(readJson(signed)) ?? 'not-readable';
}

/** What is signed of a manifest: its bytes as they are, so that there is no second way to write the same. */
export function signedBytes(manifest: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${FORMAT}\n`), manifest]);
}

function isSignedBy(key: string, signed: Uint8Array, signature: Uint8Array): boolean {
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  // Another kind of key would be checked by another rule.
  return publicKey.asymmetricKeyType === 'ed25519' && verify(null, signedBytes(signed), publicKey, signature);
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Torn, or something else under this name: for the reader it is nothing.
    return null;
  }
}

function readManifest(said: unknown): Manifest | null {
  if (!isRecord(said)) return null;
  const { product, issuedAt, expiresAt, share, before } = said;
  const release = readRelease(said);
  if (!release || typeof product !== 'string' || !isMoment(issuedAt) || !isMoment(expiresAt)) return null;
  if (!isWhole(share) || share > 100) return null;
  const earlier = before === null ? null : readRelease(before);
  if (before !== null && earlier === null) return null;
  return { ...release, product, issuedAt, expiresAt, share, before: earlier };
}

function readRelease(said: unknown): Release | null {
  if (!isRecord(said) || !isVersion(said.version) || !Array.isArray(said.files)) return null;
  const files = said.files.map(readFile);
  return files.every((file) => file !== null) ? { version: said.version, files } : null;
}

function readFile(said: unknown): UpdateFile | null {
  if (!isRecord(said)) return null;
  const { platform, name, size, sha256, sha512 } = said;
  const kind = KINDS.find((one) => one === said.kind);
  if (!kind || typeof platform !== 'string' || typeof name !== 'string' || !isWhole(size)) return null;
  if (!isHex(sha256, 64) || !isHex(sha512, 128)) return null;
  return { platform, kind, name, size, sha256, sha512 };
}

function readBase64(value: unknown): Uint8Array | null {
  return typeof value === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(value) ? Buffer.from(value, 'base64') : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isMoment = isWhole;
const isHex = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);

import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileFor } from './judge-update.ts';
import type { Release, UpdateFile } from './manifest.ts';
import { FORMAT, type Kind, MANIFEST_FILE, type Manifest, openManifest, PRODUCT, signedBytes } from './manifest.ts';
import { compareVersions } from './version.ts';

export type SignRequest = {
  /** The publisher's private key. */
  key: string;
  /** The installers of the new version. */
  from: string;
  /** The installers of the version before, for the way back on Windows. */
  before: string | null;
  share: number;
  days: number;
  now: number;
};

/** Something that the publisher has to put right. */
export class SignTrouble extends Error {}

/** Makes a key pair; the private half is written to a new file. @returns the public half, as it stands in `update-keys.ts` */
export function makeKey(file: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  // Never over another key: whoever lost his could update no machine any more.
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { flag: 'wx', mode: 0o600 });
  return publicText(privateKey);
}

/** Writes the signed manifest of all installers of a folder into it. */
export async function signRelease({ key, from, before, share, days, now }: SignRequest): Promise<Manifest> {
  const privateKey = createPrivateKey(readFileSync(key));
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new SignTrouble(`${key}: not an Ed25519 key.`);
  const earlier = before === null ? null : await readRelease(before);
  const release = await readRelease(from);
  if (earlier && compareVersions(release.version, earlier.version) <= 0) {
    throw new SignTrouble(`${release.version} is not newer than ${earlier.version}.`);
  }
  for (const { name } of earlier?.files ?? []) {
    if (!readdirSync(from).includes(name)) throw new SignTrouble(`${name} has to lie in ${from} as well.`);
  }
  const expiresAt = now + days * 86_400_000;
  const manifest: Manifest = { product: PRODUCT, ...release, issuedAt: now, expiresAt, share, before: earlier };
  const bytes = Buffer.from(JSON.stringify(manifest));
  const signature = sign(null, signedBytes(bytes), privateKey);
  const envelope = Buffer.from(
    `${JSON.stringify({ format: FORMAT, manifest: bytes.toString('base64'), signature: signature.toString('base64') })}\n`,
  );
  // Read once more as a machine will read it.
  const read = openManifest(envelope, [publicText(privateKey)]);
  if (typeof read === 'string') throw new SignTrouble(`The manifest would be refused: ${read}.`);
  writeFileSync(join(from, MANIFEST_FILE), envelope);
  return read;
}

/** What the installers of a folder say of themselves by their names; of several versions only the newest counts. */
async function readRelease(folder: string): Promise<Release> {
  const found = readdirSync(folder).flatMap((name) => {
    const meant = readName(name);
    return meant ? [{ name, ...meant }] : [];
  });
  const version = found
    .map((one) => one.version)
    .sort(compareVersions)
    .at(-1);
  if (version === undefined)
    throw new SignTrouble(`${folder}: no installer (.exe, .AppImage, .deb) with a version in its name.`);
  const files: UpdateFile[] = [];
  for (const { name, platform, kind } of found.filter((one) => one.version === version)) {
    const file = { platform, kind, name, ...(await measure(join(folder, name))) };
    const judged = fileFor({ version, files: [file] }, file);
    if (typeof judged === 'string') throw new SignTrouble(`${name}: ${judged}.`);
    if (files.some((one) => one.platform === platform && one.kind === kind)) {
      throw new SignTrouble(`${folder}: two installers for ${platform} ${kind}.`);
    }
    files.push(file);
  }
  return { version, files };
}

/** `Luot Setup 1.2.0.exe`, `Luot-1.2.0.AppImage`, `luot_1.2.0_arm64.deb`, as electron-builder names them. */
function readName(name: string): { version: string; platform: string; kind: Kind } | null {
  const version = /(?:^|[^\d.])(\d+\.\d+\.\d+)(?=[._ -])/.exec(name)?.[1];
  const ending = /\.(exe|AppImage|deb)$/.exec(name)?.[1];
  if (!version || !ending) return null;
  const processor = /(?:arm64|aarch64)/.test(basename(name)) ? 'arm64' : 'x64';
  if (ending === 'exe') return { version, platform: `win32-${processor}`, kind: 'nsis' };
  return { version, platform: `linux-${processor}`, kind: ending === 'deb' ? 'deb' : 'appimage' };
}

async function measure(file: string): Promise<Pick<UpdateFile, 'size' | 'sha256' | 'sha512'>> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  for await (const piece of createReadStream(file)) {
    sha256.update(piece);
    sha512.update(piece);
  }
  return { size: statSync(file).size, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
}

function publicText(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}

import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  FORMAT,
  MANIFEST_FILE,
  type Manifest,
  PRODUCT,
  signedBytes,
  type UpdateFile,
} from '#kiosk/main/update/manifest.ts';
import type { UpdateSource } from '#kiosk/main/update/update-source.ts';
import type { UpdateState } from '#kiosk/main/update/update-state.ts';
import type { Shelf } from '#kiosk/main/update/updater.ts';

/** A Monday evening. */
export const EVENING = Date.UTC(2026, 10, 23, 13);
export const DAY = 24 * 3_600_000;

const pair = () => generateKeyPairSync('ed25519');
const publisher = pair();
const stranger = pair();
const publicText = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).toString('base64');
export const KEYS = [publicText(publisher.publicKey)];

export const NEW_PROGRAM = Buffer.from('the new program '.repeat(5_000));
export const OLD_PROGRAM = Buffer.from('the old program '.repeat(5_000));

export function fileOf(contents: Buffer, change: Partial<UpdateFile> = {}): UpdateFile {
  const hash = (name: string) => createHash(name).update(contents).digest('hex');
  return {
    ...{ platform: 'win32-x64', kind: 'nsis', name: 'Luot-1.2.0.exe', size: contents.length },
    ...{ sha256: hash('sha256'), sha512: hash('sha512') },
    ...change,
  };
}

/** 1.2.0 for everybody, in order. */
export function aManifest(change: Partial<Manifest> = {}): Manifest {
  return {
    ...{ product: PRODUCT, version: '1.2.0', issuedAt: EVENING - DAY, expiresAt: EVENING + 30 * DAY, share: 100 },
    files: [
      fileOf(NEW_PROGRAM),
      fileOf(NEW_PROGRAM, { platform: 'linux-x64', kind: 'appimage', name: 'Luot.AppImage' }),
    ],
    before: { version: '1.1.0', files: [fileOf(OLD_PROGRAM, { name: 'Luot-1.1.0.exe' })] },
    ...change,
  };
}

/** What the publisher's tool writes. @param by who signs */
export function signed(manifest: object, by: 'publisher' | 'stranger' = 'publisher'): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(manifest));
  const { privateKey } = by === 'publisher' ? publisher : stranger;
  return envelope(bytes, sign(null, signedBytes(bytes), privateKey));
}

/** The publisher's signature on these very bytes, as he might give it to something that is no update. */
export function signedPlainly(manifest: Buffer): Uint8Array {
  return envelope(manifest, sign(null, manifest, publisher.privateKey));
}

export function envelope(manifest: Buffer, signature: Buffer): Uint8Array {
  const text = { format: FORMAT, manifest: manifest.toString('base64'), signature: signature.toString('base64') };
  return Buffer.from(JSON.stringify(text));
}

/** Takes an envelope apart and puts it together otherwise. */
export function reopened(bytes: Uint8Array): { manifest: Buffer; signature: Buffer } {
  const { manifest, signature } = JSON.parse(Buffer.from(bytes).toString());
  return { manifest: Buffer.from(manifest, 'base64'), signature: Buffer.from(signature, 'base64') };
}

/** A folder in memory with an update in it. */
export function aFolder(files: Record<string, Uint8Array>): UpdateSource & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async manifest() {
      const bytes = files[MANIFEST_FILE];
      if (!bytes) throw new Error('no such file');
      return bytes;
    },
    async *file(name) {
      asked.push(name);
      const bytes = files[name];
      if (!bytes) throw new Error(`${name}: no such file`);
      // In pieces, as a disk or a network hands them over.
      for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
    },
  };
}

/** A shelf in memory. */
export function aShelf(): Shelf & { lying: Map<string, Buffer>; begun: number } {
  const lying = new Map<string, Buffer>();
  const shelf = {
    lying,
    begun: 0,
    sink: ({ version }: { version: string }) => {
      const pieces: Uint8Array[] = [];
      shelf.begun += 1;
      return {
        write: async (piece: Uint8Array) => void pieces.push(piece),
        keep: async () => void lying.set(version, Buffer.concat(pieces)),
        drop: async () => void pieces.splice(0),
      };
    },
    async isRight({ version, file }: { version: string; file: UpdateFile }) {
      const bytes = lying.get(version);
      return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === file.sha256;
    },
    async clearBut(kept: readonly { version: string }[]) {
      for (const version of lying.keys()) if (!kept.some((one) => one.version === version)) lying.delete(version);
    },
  };
  return shelf;
}

/** The machine's memory, as a disk keeps it: what was written is read again as text. */
export function aStateFile(kept: unknown = null) {
  let text = JSON.stringify(kept);
  return {
    read: (): unknown => JSON.parse(text),
    write: (state: UpdateState) => {
      text = JSON.stringify(state);
    },
  };
}

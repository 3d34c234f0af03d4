import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { LARGEST_MANIFEST_BYTES, MANIFEST_FILE } from './manifest.ts';

/** Where updates come from. What is there is believed of nobody. */
export type UpdateSource = {
  /** The manifest's bytes, one more than allowed at most. Rejected where there is none, or nobody to be asked. */
  manifest(): Promise<Uint8Array>;
  /** @param name a plain name, looked at before */
  file(name: string): AsyncIterable<Uint8Array>;
};

/** A server that says nothing for so long is as good as away. */
const PATIENCE_MS = 30_000;
/** A whole installer over a slow line. */
const FILE_PATIENCE_MS = 2 * 3_600_000;

/** A folder (on this PC, a share, a stick) or an https address of the office's choice; null: it is neither. */
export function updateSource(from: string): UpdateSource | null {
  if (/^https:\/\//i.test(from)) return URL.canParse(from) ? addressSource(new URL(from)) : null;
  // Any other scheme, http above all: what crosses the network in the open tells everybody which version is here.
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(from) ? null : folderSource(from);
}

function folderSource(folder: string): UpdateSource {
  return {
    async manifest() {
      const file = await open(join(folder, MANIFEST_FILE));
      try {
        const bytes = Buffer.alloc(LARGEST_MANIFEST_BYTES + 1);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
        return bytes.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    file: (name) => createReadStream(join(folder, name)),
  };
}

/** Exported for a test, which has no certificate. */
export function addressSource(address: URL): UpdateSource {
  const base = address.href.endsWith('/') ? address : new URL(`${address.href}/`);
  const get = async (name: string, patienceMs: number) => {
    const answer = await fetch(new URL(encodeURIComponent(name), base), {
      // Whoever may send us elsewhere may send us anywhere.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok || !answer.body) throw new Error(`${name}: ${answer.status}`);
    return answer.body;
  };
  return {
    async manifest() {
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of await get(MANIFEST_FILE, PATIENCE_MS)) {
        pieces.push(piece);
        size += piece.length;
        if (size > LARGEST_MANIFEST_BYTES) break;
      }
      return Buffer.concat(pieces);
    },
    async *file(name) {
      yield* await get(name, FILE_PATIENCE_MS);
    },
  };
}

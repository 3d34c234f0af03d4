import { createHash, randomBytes } from 'node:crypto';
import { accessSync, constants, createReadStream, existsSync } from 'node:fs';
import { chmod, copyFile, type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './appimage-way.ts';
import type { KeptFile } from './update-state.ts';
import type { Shelf } from './updater.ts';

/** Where an installer lies: beside those of other versions, under a name that a version alone makes. */
export function shelfPath(folder: string, { version, file }: KeptFile): string {
  return join(folder, `${version}-${basename(file.name)}`);
}

export function openShelf(folder: string): Shelf {
  return {
    sink: (kept) => fileSink(shelfPath(folder, kept)),
    async isRight(kept) {
      const hash = createHash('sha256');
      let size = 0;
      try {
        for await (const piece of createReadStream(shelfPath(folder, kept))) {
          hash.update(piece);
          size += piece.length;
        }
      } catch {
        // Gone, or not to be read: not right.
        return false;
      }
      return size === kept.file.size && hash.digest('hex') === kept.file.sha256;
    },
    async clearBut(kept) {
      const stays = new Set(kept.map((one) => basename(shelfPath(folder, one))));
      for (const name of await readdir(folder).catch(() => [])) {
        // What begins with a version is an installer, or what was left of one.
        if (/^\d+\.\d+\.\d+-/.test(name) && !stays.has(name)) await rm(join(folder, name), { force: true });
      }
    },
  };
}

function fileSink(file: string) {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  let handle: FileHandle | null = null;
  const close = async () => {
    await handle?.close();
    handle = null;
  };
  return {
    async write(piece: Uint8Array) {
      if (handle === null) {
        await mkdir(dirname(file), { recursive: true });
        handle = await open(part, 'w', 0o600);
      }
      await handle.writeFile(piece);
    },
    async keep() {
      await handle?.sync();
      await close();
      await rename(part, file);
    },
    async drop() {
      await close();
      await rm(part, { force: true });
    },
  };
}

export const realDisk: Disk = {
  async copy(from, to) {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
    await chmod(to, 0o755);
    const handle = await open(to, 'r+');
    await handle.sync();
    await handle.close();
  },
  async rename(from, to) {
    await rename(from, to);
    await syncFolder(dirname(to));
  },
  remove: (file) => rm(file, { force: true }),
  isThere: existsSync,
  mayWrite(folder) {
    try {
      accessSync(folder, constants.W_OK);
      return true;
    } catch {
      // Whatever the reason: not here.
      return false;
    }
  },
};

/** The name, too, has to survive a power cut. Windows cannot open folders, and its file system needs no asking. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

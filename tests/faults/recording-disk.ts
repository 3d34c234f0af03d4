import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** One thing done to the disk, in the order it was done. A file is named by `id`: a name can be given to another file later. */
export type DiskStep =
  | { do: 'create'; name: string; id: number }
  | { do: 'remove'; name: string }
  | { do: 'write'; id: number; at: number; bytes: Buffer }
  | { do: 'truncate'; id: number; size: number }
  | { do: 'sync'; id: number }
  | { do: 'sync-folder' };

/** What a disk can be asked to fail at. */
export type DiskCall = 'read' | 'write' | 'sync' | 'truncate';

type File = { id: number; bytes: Buffer; size: number };
const FOLDER = { id: -1, bytes: Buffer.alloc(0), size: 0 };

/**
 * A folder in memory that writes down everything that is done to it and can be told to fail. It has the shape of the part of
 * `node:fs` that the WebAssembly build of SQLite calls.
 */
export class RecordingDisk {
  readonly steps: DiskStep[] = [];
  private readonly names = new Map<string, File>();
  private readonly opened = new Map<number, File>();
  private readonly failing = new Map<DiskCall, { after: number; times: number }>();
  private ids = 0;
  private descriptors = 2;

  /** Lets a call fail from the nth one on (1: the next), so many times; `heal` ends it. */
  fail(call: DiskCall, from = 1, times = Number.POSITIVE_INFINITY) {
    this.failing.set(call, { after: from - 1, times });
  }

  heal() {
    this.failing.clear();
  }

  /** The same files on a disk of their own, with nothing written down, as another process would find them. */
  copy(): RecordingDisk {
    const other = new RecordingDisk();
    for (const [name, file] of this.names) other.put(name, file.bytes.subarray(0, file.size));
    return other;
  }

  /** Lays a file down as if it had always been there. */
  put(name: string, bytes: Uint8Array) {
    this.ids += 1;
    this.names.set(name, { id: this.ids, bytes: Buffer.from(bytes), size: bytes.length });
  }

  /** What stands in the folder now, with the ids of the files. */
  byName(): Map<string, { id: number; bytes: Buffer }> {
    return new Map(
      [...this.names].map(([name, { id, bytes, size }]) => [name, { id, bytes: bytes.subarray(0, size) }]),
    );
  }

  /** What SQLite is handed instead of `node:fs`. */
  asFileSystem() {
    return {
      constants: { F_OK: 0, R_OK: 4, W_OK: 2, O_RDONLY: 0, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128 },
      // The engine's own program, read once at the start.
      readFileSync,
      accessSync: (path: string) => void this.named(path),
      openSync: (path: string, flags: number | string) => this.open(path, flags),
      closeSync: (fd: number) => void this.opened.delete(fd),
      fstatSync: (fd: number) => ({ size: this.at(fd).size }),
      readSync: (fd: number, into: Uint8Array, _offset: number, length: number, at: number | bigint) =>
        this.read(fd, into, length, Number(at)),
      writeSync: (fd: number, from: Uint8Array, _offset: number, length: number, at: number) =>
        this.write(fd, Buffer.from(from.subarray(0, length)), at),
      ftruncateSync: (fd: number, size: number) => this.truncate(fd, size),
      fsyncSync: (fd: number) => this.sync(fd),
      unlinkSync: (path: string) => this.remove(path),
      // Locks are folders; nobody else is here.
      mkdirSync: () => undefined,
      rmdirSync: () => undefined,
    };
  }

  private open(path: string, flags: number | string): number {
    this.descriptors += 1;
    if (typeof flags === 'string') {
      this.opened.set(this.descriptors, FOLDER);
      return this.descriptors;
    }
    const name = basename(path);
    let file = this.names.get(name);
    if (!file) {
      if ((flags & 64) === 0) throw trouble('ENOENT');
      this.ids += 1;
      file = { id: this.ids, bytes: Buffer.alloc(0), size: 0 };
      this.names.set(name, file);
      this.steps.push({ do: 'create', name, id: file.id });
    }
    this.opened.set(this.descriptors, file);
    return this.descriptors;
  }

  private read(fd: number, into: Uint8Array, length: number, at: number): number {
    this.mayFail('read');
    const { bytes, size } = this.at(fd);
    const there = Math.max(0, Math.min(length, size - at));
    into.set(bytes.subarray(at, at + there));
    return there;
  }

  private write(fd: number, bytes: Buffer, at: number): number {
    this.mayFail('write');
    const file = this.at(fd);
    writeInto(file, bytes, at);
    this.steps.push({ do: 'write', id: file.id, at, bytes });
    return bytes.length;
  }

  private truncate(fd: number, size: number) {
    this.mayFail('truncate');
    const file = this.at(fd);
    truncateTo(file, size);
    this.steps.push({ do: 'truncate', id: file.id, size });
  }

  private sync(fd: number) {
    this.mayFail('sync');
    const file = this.at(fd);
    this.steps.push(file === FOLDER ? { do: 'sync-folder' } : { do: 'sync', id: file.id });
  }

  private remove(path: string) {
    const name = basename(path);
    this.named(path);
    this.names.delete(name);
    this.steps.push({ do: 'remove', name });
  }

  private named(path: string): File {
    const file = this.names.get(basename(path));
    if (!file) throw trouble('ENOENT');
    return file;
  }

  private at(fd: number): File {
    const file = this.opened.get(fd);
    if (!file) throw trouble('EBADF');
    return file;
  }

  private mayFail(call: DiskCall) {
    const fault = this.failing.get(call);
    if (!fault || fault.times === 0) return;
    if (fault.after > 0) fault.after -= 1;
    else {
      fault.times -= 1;
      throw trouble('EIO');
    }
  }
}

/** Writes into a file in memory, making it longer where needed. */
export function writeInto(file: { bytes: Buffer; size: number }, bytes: Uint8Array, at: number) {
  reach(file, at + bytes.length);
  file.bytes.set(bytes, at);
}

/** Makes a file in memory at least as long as this, with zeros. */
export function reach(file: { bytes: Buffer; size: number }, size: number) {
  if (size > file.bytes.length) {
    const longer = Buffer.alloc(Math.max(size, file.bytes.length * 2));
    longer.set(file.bytes.subarray(0, file.size));
    file.bytes = longer;
  }
  file.size = Math.max(file.size, size);
}

/** Cuts a file in memory off, or lengthens it. */
export function truncateTo(file: { bytes: Buffer; size: number }, size: number) {
  if (size > file.size) reach(file, size);
  // What is cut off must read as zeros when the file grows again.
  file.bytes.fill(0, size, file.size);
  file.size = size;
}

function trouble(code: string): Error {
  return Object.assign(new Error(code), { code });
}

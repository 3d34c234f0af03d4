import { createHash } from 'node:crypto';
import type { UpdateFile } from './manifest.ts';

/** Where a file goes that comes in pieces. It has its name only once it is kept. */
export type Sink = {
  write(piece: Uint8Array): Promise<void>;
  /** On the disk, whole, under its name. */
  keep(): Promise<void>;
  /** As if it had never begun. */
  drop(): Promise<void>;
};

export type FileRefusal = 'wrong-size' | 'wrong-contents';

/** Takes a file in and looks at every piece. A file that is longer than said is cut off there, one that goes on for ever as well. */
export async function takeFile(
  pieces: AsyncIterable<Uint8Array>,
  wanted: Pick<UpdateFile, 'size' | 'sha256' | 'sha512'>,
  sink: Sink,
): Promise<FileRefusal | null> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > wanted.size) break;
      sha256.update(piece);
      sha512.update(piece);
      await sink.write(piece);
    }
  } catch (cause) {
    await sink.drop();
    throw cause;
  }
  const isRight = sha256.digest('hex') === wanted.sha256 && sha512.digest('hex') === wanted.sha512;
  const refusal = size !== wanted.size ? 'wrong-size' : isRight ? null : 'wrong-contents';
  if (refusal === null) await sink.keep();
  else await sink.drop();
  return refusal;
}

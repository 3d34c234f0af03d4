import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** The file is there whole or not at all, also after a power cut. Only its owner may read it, where the system knows such things. */
export function writeWhole(file: string, content: string | Buffer) {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

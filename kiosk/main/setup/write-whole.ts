import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** The file is there whole or not at all, also after a power cut. Only its owner may read it, where the system knows such things. */
export function writeWhole(file: string, text: string) {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

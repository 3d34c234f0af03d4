import type { Seen } from './judge-update.ts';
import type { UpdateFile } from './manifest.ts';
import { isVersion } from './version.ts';

/** An installer that was looked at and lies in the app's own folder. */
export type KeptFile = { version: string; file: UpdateFile };

/** A version that is being tried: from before the switch until the new program has said that it is well. */
export type Trial = {
  version: string;
  /** What is put back when it is not. */
  from: string;
  /** How often a program was started since. */
  starts: number;
};

/** What a machine remembers of updates, in `update.json` of the app's data folder. */
export type UpdateState = {
  /** A random name, for its turn. */
  machine: string;
  seen: Seen | null;
  failed: Record<string, number>;
  /** Fetched and right, waiting for a quiet hour. */
  fetched: KeptFile | null;
  /** Of the present version, for the way back. */
  kept: KeptFile | null;
  trial: Trial | null;
};

/** Kept whole or not at all. */
export type StateFile = { read(): unknown; write(state: UpdateState): void };

/** Reads what was kept; whatever is not as it should be counts as not remembered. @param newMachine a random name */
export function readState(kept: unknown, newMachine: () => string): UpdateState {
  const { machine, seen, failed, fetched, kept: back, trial } = isRecord(kept) ? kept : {};
  return {
    machine: typeof machine === 'string' && machine !== '' ? machine : newMachine(),
    seen:
      isRecord(seen) && isVersion(seen.version) && isCount(seen.issuedAt) ? pick(seen.version, seen.issuedAt) : null,
    failed: readFailed(failed),
    fetched: readKept(fetched),
    kept: readKept(back),
    trial: readTrial(trial),
  };
}

const pick = (version: string, issuedAt: number): Seen => ({ version, issuedAt });

function readFailed(said: unknown): Record<string, number> {
  if (!isRecord(said)) return {};
  const counts = Object.entries(said).filter(
    (pair): pair is [string, number] => isVersion(pair[0]) && isCount(pair[1]),
  );
  return Object.fromEntries(counts);
}

function readKept(said: unknown): KeptFile | null {
  if (!isRecord(said) || !isVersion(said.version) || !isRecord(said.file)) return null;
  // Its hashes are compared once more before it is run, so that nothing here has to be believed.
  const { name, size, sha256, sha512 } = said.file;
  const isFile = [name, sha256, sha512].every((one) => typeof one === 'string') && isCount(size);
  return isFile ? { version: said.version, file: said.file as UpdateFile } : null;
}

function readTrial(said: unknown): Trial | null {
  if (!isRecord(said) || !isVersion(said.version) || !isVersion(said.from)) return null;
  return { version: said.version, from: said.from, starts: isCount(said.starts) ? said.starts : 0 };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

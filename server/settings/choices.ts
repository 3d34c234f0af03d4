import { existsSync, readFileSync, renameSync } from 'node:fs';
import * as v from 'valibot';
import { Choices, NO_CHOICES } from '#shared/domain/choices.ts';
import { writeWhole } from './write-whole.ts';

/** What the manager has chosen on his page, kept in a file of the data folder. */
export type KeptChoices = {
  now(): Choices;
  /** Whether the file was found damaged when the server started, and nothing has been chosen since. */
  isDamaged(): boolean;
  /** On disk when this returns. */
  choose<K extends keyof Choices>(key: K, choice: Choices[K]): void;
};

/**
 * Reads what has been chosen. A file that cannot be read stops no hall: it is kept beside under another name, told, and the hall is as
 * if nothing had been chosen.
 */
export function openChoices(file: string, tell: (cause: unknown) => void): KeptChoices {
  const read = readChoices(file, tell);
  let choices = read ?? NO_CHOICES;
  let isDamaged = read === null;
  return {
    now: () => choices,
    isDamaged: () => isDamaged,
    choose(key, choice) {
      const next = { ...choices, [key]: choice };
      writeWhole(file, Buffer.from(`${JSON.stringify(next, null, 2)}\n`));
      choices = next;
      isDamaged = false;
    },
  };
}

/** @returns null when it is damaged; it has been moved aside then */
function readChoices(file: string, tell: (cause: unknown) => void): Choices | null {
  if (!existsSync(file)) return NO_CHOICES;
  try {
    return v.parse(Choices, JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
  } catch (cause) {
    tell(cause);
    moveAside(file, tell);
    return null;
  }
}

function moveAside(file: string, tell: (cause: unknown) => void) {
  try {
    renameSync(file, freeName(file));
  } catch (cause) {
    // It stays where it is until the manager chooses something.
    tell(cause);
  }
}

/** An earlier damaged one is not written over either. */
function freeName(file: string): string {
  for (let count = 1; ; count += 1) {
    const name = `${file}.damaged-${count}`;
    if (!existsSync(name)) return name;
  }
}

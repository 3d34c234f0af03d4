import type { Touched } from '#core/apply.ts';
import type { Entry, QueueEvent } from '#core/events.ts';
import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { BusinessDay } from '#shared/domain/business-day.ts';
import type { DiskTrouble } from '#shared/domain/disk.ts';
import type { CounterId } from '#shared/domain/ids.ts';

/** What is asked of the outside. Everything behind these can be handed in by a test. */

/** Milliseconds UTC. */
export type Clock = { now(): number };

/** What a printer without a printer has printed; for a demonstration. */
export type PaperTray = {
  /** How many papers came out so far. */
  count(): number;
  /** The latest as a PNG file; null before the first. */
  latest(): Uint8Array | null;
};

/** Whose hand it was. Null: the house itself, or nobody had to sign in. */
export type Hand = {
  /** The clerk who was signed in, by id. */
  clerk: string | null;
  /** The paired machine, by id; `local`: the server's own PC. */
  device: string | null;
};
export const NO_HAND: Hand = { clerk: null, device: null };

/** A command as it is kept: who asked what, what became of it. */
export type NewEntry = {
  at: number;
  day: BusinessDay | null;
  commandId: string;
  command: CommandName;
  role: Role;
  counter: CounterId | null;
  hand: Hand;
  input: unknown;
  answer: unknown;
  events: readonly QueueEvent[];
};

/** What was answered to a command earlier. */
export type Answered = { command: string; role: Role; counter: CounterId | null; answer: unknown };

export type Journal = {
  /**
   * Runs the work in one transaction. What it appended is on disk when this returns.
   * @throws CommitFailed when surely nothing of it was kept, also when the work itself threw; any other error leaves the result unknown
   */
  transaction<T>(work: () => T): T;
  /** Inside a transaction only. @returns the entry with its number, never used again */
  append(entry: NewEntry): Entry;
  /** Keeps the table for reports in step with an entry of this business day and the tickets it touched. Inside the same transaction. */
  project(day: BusinessDay, entry: Entry, touched: readonly Touched[]): void;
  /** The answer to a command carried out on this business day or the one before; null when there was none. */
  answered(commandId: string): Answered | null;
  /** The entries of the present business day, oldest first: what the office in memory is read from. */
  readDay(): Iterable<Entry>;
  /** Writes something small, to find out whether the disk takes anything again. @throws CommitFailed when it does not */
  probe(at: number): void;
};

/** The transaction was rolled back: disk full, read-only, locked. The hall says `out-of-service` and goes on when the cause is gone. */
export class CommitFailed extends Error {
  override name = 'CommitFailed';
  /** What is wrong with the disk; null: it was the work itself. */
  readonly trouble: DiskTrouble | null;

  constructor(message: string, trouble: DiskTrouble | null, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
}

/** Told after the commit, once per turn of the event loop. */
export type Announce = {
  /** Something changed: the pages want new pictures. */
  changed(): void;
  /** An entry is on disk: paper may follow, where the hand that asked for it is. */
  kept(entry: Entry, hand: Hand): void;
  /** Nothing of this turn was kept, and why. */
  fault(cause: unknown): void;
};

/** The result of a commit is unknown: nobody may be told anything, and the process must end. Does not return. */
export type GiveUp = (cause: unknown) => never;

import { apply } from '#core/apply.ts';
import { dueForAutoCall } from '#core/auto-calling.ts';
import { dueForDay } from '#core/day.ts';
import type { decide as decideRule } from '#core/decide.ts';
import { type Command, type Decision, isRefusal, refuse } from '#core/decision.ts';
import type { Entry } from '#core/events.ts';
import { emptyOffice, type Office } from '#core/office.ts';
import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { Refusal } from '#shared/contract/refusals.ts';
import type { Role } from '#shared/contract/roles.ts';
import type { Reply } from '#shared/contract/socket-events.ts';
import type { DiskTrouble } from '#shared/domain/disk.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { Setup } from '#shared/domain/setup.ts';
import { type Announce, type Clock, CommitFailed, type GiveUp, type Hand, type Journal, NO_HAND } from './ports.ts';

/** A command that passed the door. */
export type Submission = {
  commandId: string;
  name: CommandName;
  input: unknown;
  role: Role;
  counter: CounterId | null;
  hand: Hand;
  answer(reply: Reply): void;
};

/** What a dispatcher is built of. */
export type DispatcherParts = {
  journal: Journal;
  clock: Clock;
  setup: Setup;
  announce: Announce;
  giveUp: GiveUp;
  newId(): string;
  /** Calls the work once this turn of the event loop is over. */
  afterThisTurn(work: () => void): void;
  decide: typeof decideRule;
};

/** How many recent refusals are remembered, so that a press asked twice is not refused once and carried out once. [R3] */
const REFUSALS_KEPT = 2000;

/** What this turn has put on disk, and whose hand it was. */
type Kept = { entry: Entry; hand: Hand };

/**
 * The story of a command: answered before? Then the same answer. Else decide, keep, apply; when all commands of this turn are on
 * disk, answer them, tell the pages once, print. There is no `await` between decide and apply: two clerks can never be given the
 * same ticket.
 */
export class Dispatcher {
  private readonly parts: DispatcherParts;
  private readonly refused = new Map<string, Reply>();
  private office: Office;
  private queue: Submission[] = [];
  private isScheduled = false;
  private diskTrouble: DiskTrouble | null = null;

  constructor(parts: DispatcherParts) {
    this.parts = parts;
    this.office = readOffice(parts.journal);
  }

  /** The office as it is now. Look, do not touch. */
  now(): Office {
    return this.office;
  }

  /** Takes a command; it is carried out with all others of this turn of the event loop. */
  submit(submission: Submission) {
    this.queue.push(submission);
    this.schedule();
  }

  /** Why nothing can be kept at present; null on every ordinary day. */
  trouble(): DiskTrouble | null {
    return this.diskTrouble;
  }

  /** Looks whether a day has to be opened or closed, and whether a disk that refused takes anything again; every few seconds. */
  tick() {
    if (this.diskTrouble !== null) this.probe();
    if (dueForDay(this.office, this.parts.setup, this.moment())) this.schedule();
  }

  private probe() {
    try {
      this.parts.journal.probe(this.moment());
      this.diskTrouble = null;
    } catch (cause) {
      // Still refusing: said once already. Anything else is what an unknown commit is.
      if (!(cause instanceof CommitFailed)) this.parts.giveUp(cause);
      this.diskTrouble = cause.trouble ?? this.diskTrouble;
    }
  }

  private schedule() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.parts.afterThisTurn(() => this.flush());
  }

  private flush() {
    const { announce } = this.parts;
    this.isScheduled = false;
    const turn = this.queue;
    this.queue = [];
    const kept: Kept[] = [];
    const replies = this.keepTurn(turn, kept);
    if (!replies) {
      // Memory may be ahead of the disk now: what was not kept did not happen.
      this.readAgain();
      for (const { answer } of turn) answer(no('out-of-service'));
      announce.changed();
      return;
    }
    turn.forEach(({ answer, commandId }, index) => {
      const reply = replies[index];
      if (!reply) return;
      if (!reply.ok) remember(this.refused, commandId, reply);
      answer(reply);
    });
    if (kept.length > 0) {
      this.diskTrouble = null;
      announce.changed();
    }
    for (const { entry, hand } of kept) announce.kept(entry, hand);
  }

  /** A disk that cannot even be read leaves nothing to go on with: the next start finds out. */
  private readAgain() {
    try {
      this.office = readOffice(this.parts.journal);
    } catch (cause) {
      this.parts.giveUp(cause);
    }
  }

  /** @returns null when surely nothing was kept */
  private keepTurn(turn: readonly Submission[], kept: Kept[]): Reply[] | null {
    try {
      return this.parts.journal.transaction(() => {
        this.keepDay(kept);
        return turn.map((submission) => this.carryOut(submission, kept));
      });
    } catch (cause) {
      if (!(cause instanceof CommitFailed)) this.parts.giveUp(cause);
      this.diskTrouble = cause.trouble;
      this.parts.announce.fault(cause);
      return null;
    }
  }

  private carryOut(submission: Submission, kept: Kept[]): Reply {
    const before = answeredBefore(submission, this.parts.journal, this.refused);
    if (before) return before;
    const { name, input, role, counter } = submission;
    // The door checked the input against the row of this very name.
    const command = { name, input, role, counter, at: this.moment(), newTicketId: this.parts.newId() } as Command;
    const reply = this.keep(command, submission.commandId, submission.hand, kept);
    if (reply.ok) this.keepAutoCalls(command.at, kept);
    return reply;
  }

  /** What the press made due: counters that are free and wished it are given somebody, at the very moment of the press. [C11] */
  private keepAutoCalls(at: number, kept: Kept[]) {
    const { setup, newId } = this.parts;
    for (;;) {
      const counter = dueForAutoCall(this.office, setup);
      if (counter === null) return;
      const call: Command = { name: 'ticket:auto-call', input: {}, role: 'house', counter, at, newTicketId: newId() };
      if (!this.keep(call, newId(), NO_HAND, kept).ok) return;
    }
  }

  /** The house's own commands come first: whoever presses after midnight presses in the new day. */
  private keepDay(kept: Kept[]) {
    const { setup, newId } = this.parts;
    for (;;) {
      const due = dueForDay(this.office, setup, this.moment());
      if (!due) return;
      const command: Command = { ...due, role: 'house', counter: null, newTicketId: newId() };
      if (!this.keep(command, newId(), NO_HAND, kept).ok) return;
    }
  }

  private keep(command: Command, commandId: string, hand: Hand, kept: Kept[]): Reply {
    const { journal } = this.parts;
    const decision = this.decide(command);
    if (isRefusal(decision)) return no(decision.refusal);
    const { name, input, role, counter, at } = command;
    const day = name === 'day:open' ? input.day : this.office.day;
    const { answer, events } = decision;
    const entry = journal.append({ at, day, commandId, command: name, role, counter, hand, input, answer, events });
    journal.project(day ?? '', entry, apply(this.office, entry));
    kept.push({ entry, hand });
    return { ok: true, answer };
  }

  /** A fault in one rule is one press that fails, not everybody's of this turn: nothing has been touched yet. */
  private decide(command: Command): Decision {
    const { decide, setup, announce } = this.parts;
    try {
      return decide(this.office, setup, command);
    } catch (cause) {
      announce.fault(cause);
      return refuse('out-of-service');
    }
  }

  /** A clock set back must not let anyone overtake: the house's time never runs backwards. [D5] */
  private moment(): number {
    return Math.max(Math.floor(this.parts.clock.now()), this.office.lastAt);
  }
}

/** Folds the day's entries from the disk. */
function readOffice(journal: Journal): Office {
  const office = emptyOffice();
  for (const entry of journal.readDay()) apply(office, entry);
  return office;
}

/** [R1] The same id, the same answer; but only to who asked, and for the same command. */
function answeredBefore(submission: Submission, journal: Journal, refused: Map<string, Reply>): Reply | null {
  const refusal = refused.get(submission.commandId);
  if (refusal) return refusal;
  const before = journal.answered(submission.commandId);
  if (!before) return null;
  const isTheSame =
    before.command === submission.name && before.role === submission.role && before.counter === submission.counter;
  if (!isTheSame) return no('command-id-reused');
  // It was an answer of this very command when it was kept.
  return { ok: true, answer: before.answer } as Reply;
}

function no(refusal: Refusal): Reply {
  return { ok: false, refusal };
}

function remember(refused: Map<string, Reply>, commandId: string, reply: Reply) {
  refused.set(commandId, reply);
  if (refused.size <= REFUSALS_KEPT) return;
  const [oldest] = refused.keys();
  if (oldest !== undefined) refused.delete(oldest);
}

import type { PrinterState, SlipOutcome } from '#shared/domain/printer.ts';
import { CUT_OFF } from './escpos-bytes.ts';
import { OneWayLink } from './one-way-link.ts';
import type { OutcomeReason } from './outcome-reason.ts';
import { type LinkEars, PrinterLink } from './printer-link.ts';
import { needsHands } from './printer-status.ts';
import type { SlipContent } from './slip.ts';
import { realTimers, type Timers } from './timers.ts';
import type { OneWayTransport, Transport } from './transport.ts';

/** A slip that has not begun by then is refused and never printed: its visitor has long read the number off the screen. */
export const START_WITHIN_MS = 6_000;

/** `kiosk`: the machine at which the visitor stands, by its name; left out where nobody knows or it does not matter. */
export type SlipJob = { id: string; slip: SlipContent; kiosk?: string | null };

export type SpoolerParts = {
  transport: Transport | OneWayTransport;
  /** Makes the bytes of one slip; may throw, which ends that slip as `refused`. */
  encode: (slip: SlipContent) => Uint8Array;
  /** Told each change; the first call is the first thing known of the printer. */
  onState: (state: PrinterState) => void;
  /**
   * Told once for each job, never within the call of `print`. `reason` is null for `printed` only; `cause` is the error
   * behind `offline` and `not-drawn`, for the log.
   */
  onOutcome: (job: SlipJob, outcome: SlipOutcome, reason: OutcomeReason | null, cause?: unknown) => void;
  timers?: Timers;
};

export type Spooler = {
  /** Takes a job and never throws; how it ended is told by `onOutcome`. A slip of unknown end is never printed again by itself. */
  print: (job: SlipJob) => void;
  /** Refuses this job as too late, if it has not begun. */
  withdraw: (job: SlipJob) => void;
  /** Refuses what waits, lets the printer finish what it has, and lets go of it. */
  close: () => Promise<void>;
};

/** Keeps in touch with one printer from now on and gives it one slip at a time. */
export function createSpooler(parts: SpoolerParts): Spooler {
  const spooler = new SlipSpooler(parts);
  spooler.start();
  return {
    print: (job) => spooler.print(job),
    withdraw: (job) => spooler.withdraw(job),
    close: () => spooler.close(),
  };
}

type Waiting = { job: SlipJob; deadline: number };

class SlipSpooler {
  #parts: SpoolerParts;
  #timers: Timers;
  #link: PrinterLink | OneWayLink;
  #waiting: Waiting[] = [];
  #isPrinting = false;
  #isClosed = false;
  /** The line was lost in the middle of a slip: half of it may hang under the head. */
  #hangsTorn = false;

  constructor(parts: SpoolerParts) {
    this.#parts = parts;
    this.#timers = parts.timers ?? realTimers;
    this.#link = linkBy(parts.transport, this.#timers, {
      onState: parts.onState,
      onChange: () => this.#next(),
      onUnreachable: (cause) => this.#refuseAll('offline', cause),
    });
  }

  start(): void {
    this.#link.connect();
  }

  print(job: SlipJob): void {
    if (this.#isClosed) {
      this.#refuse(job, 'closing');
      return;
    }
    const waiting = { job, deadline: this.#timers.set(() => this.withdraw(job), START_WITHIN_MS) };
    this.#waiting.push(waiting);
    this.#next();
  }

  withdraw(job: SlipJob): void {
    const waiting = this.#waiting.find((one) => one.job === job);
    if (!waiting) return;
    this.#timers.clear(waiting.deadline);
    this.#waiting = this.#waiting.filter((one) => one !== waiting);
    this.#refuse(job, 'too-late');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#refuseAll('closing');
    await this.#link.close();
  }

  #next(): void {
    if (this.#isPrinting || this.#waiting.length === 0) return;
    // A visitor is waiting: do not sit out the pause between two attempts.
    if (!this.#link.isUsable) this.#link.connect();
    else if (needsHands(this.#link.state)) this.#refuseAll(this.#link.state);
    // Offline for a moment, say while somebody holds the feed button: the deadline decides.
    else if (this.#link.state !== 'offline') this.#begin();
  }

  #begin(): void {
    const next = this.#waiting.shift();
    if (!next) return;
    this.#timers.clear(next.deadline);
    const bytes = this.#encoded(next.job);
    if (!bytes) {
      this.#next();
      return;
    }
    this.#isPrinting = true;
    const whole = this.#hangsTorn ? Buffer.concat([CUT_OFF, bytes]) : bytes;
    void this.#link.send(whole).then(({ outcome, reason }) => {
      this.#isPrinting = false;
      this.#hangsTorn = reason === 'connection-lost';
      this.#parts.onOutcome(next.job, outcome, reason);
      this.#next();
    });
  }

  #encoded(job: SlipJob): Uint8Array | null {
    try {
      return this.#parts.encode(job.slip);
    } catch (cause) {
      this.#refuse(job, 'not-drawn', cause);
      return null;
    }
  }

  #refuseAll(reason: OutcomeReason, cause?: unknown): void {
    for (const { job, deadline } of this.#waiting.splice(0)) {
      this.#timers.clear(deadline);
      this.#refuse(job, reason, cause);
    }
  }

  #refuse(job: SlipJob, reason: OutcomeReason, cause?: unknown): void {
    queueMicrotask(() => this.#parts.onOutcome(job, 'refused', reason, cause));
  }
}

function linkBy(transport: Transport | OneWayTransport, timers: Timers, ears: LinkEars): PrinterLink | OneWayLink {
  if ('isOneWay' in transport) return new OneWayLink({ ...ears, transport, timers });
  return new PrinterLink({ ...ears, transport, timers });
}

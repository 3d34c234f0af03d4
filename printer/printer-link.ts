import type { PrinterState } from '#shared/domain/printer.ts';
import { askStatus, END_OF_ANYTHING, WATCH_STATUS } from './escpos-bytes.ts';
import type { OutcomeReason, SendResult } from './outcome-reason.ts';
import {
  ALL_WELL,
  createStatusParser,
  factsOfAnswer,
  needsHands,
  type PrinterFacts,
  type StatusMessage,
  stateOf,
} from './printer-status.ts';
import type { Timers } from './timers.ts';
import type { Transport } from './transport.ts';

/** How long a printer that says nothing is given to tell its state before it is used as it is. */
export const SETTLE_WITHIN_MS = 1_500;
/** How long a printer may take to confirm a job once the bytes are away. */
export const CONFIRM_WITHIN_MS = 5_000;
/** An idle printer is asked for its state this often: a cable pulled quietly is noticed before the next visitor comes. */
export const HEARTBEAT_MS = 3_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

/** What a link tells. */
export type LinkEars = {
  /** Told when the state differs from the last one told. */
  onState: (state: PrinterState) => void;
  /** Told when it may have become possible, or impossible, to send. */
  onChange: () => void;
  /** Told when an attempt to connect has failed. */
  onUnreachable: (cause: unknown) => void;
};

export type PrinterLinkParts = LinkEars & { transport: Transport; timers: Timers };

type Phase = 'resting' | 'opening' | 'asking' | 'usable' | 'closing' | 'closed';
type Question = 1 | 2 | 3 | 4;

/** Holds one connection to one printer open, knows the printer's state, and follows one job at a time to its confirmation. */
export class PrinterLink {
  #parts: PrinterLinkParts;
  #phase: Phase = 'resting';
  #parser = createStatusParser();
  #facts: PrinterFacts = ALL_WELL;
  #told: PrinterState | null = null;
  #failures = 0;
  /** Confirmations asked for on this connection and not yet come. They come in order, so a late one is never the new job's. */
  #owed = 0;
  #owedAtLastBeat = false;
  #question: Question | null = null;
  #hasAnswered = false;
  /** The last connection ended in the middle of a job. */
  #brokeOff = false;
  #finishJob: ((result: SendResult) => void) | null = null;
  /** Retry, settling or heartbeat: never two of them at once. */
  #phaseTimer: number | null = null;
  #silenceTimer: number | null = null;

  constructor(parts: PrinterLinkParts) {
    this.#parts = parts;
    parts.transport.onData((chunk) => this.#received(chunk));
    parts.transport.onClose(() => this.#lost());
  }

  get isUsable(): boolean {
    return this.#phase === 'usable';
  }

  /** As last told by the printer; only meaningful while the link is usable. */
  get state(): PrinterState {
    return stateOf(this.#facts);
  }

  /** Connects now if the link is resting between attempts; otherwise an attempt is already under way. */
  connect(): void {
    if (this.#phase !== 'resting') return;
    this.#enter('opening');
    this.#parts.transport.open().then(
      () => this.#opened(),
      (cause) => this.#failed(cause),
    );
  }

  /** Sends one whole job. Only when usable, and one at a time. Never rejects. */
  send(bytes: Uint8Array): Promise<SendResult> {
    return new Promise((resolve) => {
      const finish = (end: SendResult) => {
        if (this.#finishJob !== finish) return;
        this.#finishJob = null;
        this.#parts.timers.clear(this.#silenceTimer);
        this.#brokeOff = end.reason === 'connection-lost';
        resolve(end);
      };
      this.#finishJob = finish;
      this.#owed += 1;
      const giveUp = (reason: OutcomeReason) => {
        if (this.#finishJob !== finish) return;
        finish({ outcome: 'unknown', reason });
        this.#reconnect();
      };
      this.#parts.transport.write(bytes).then(
        () => {
          if (this.#finishJob !== finish) return;
          this.#silenceTimer = this.#parts.timers.set(() => giveUp('silent'), CONFIRM_WITHIN_MS);
        },
        () => giveUp('connection-lost'),
      );
    });
  }

  /** Ends the connection in good order; a job still under way may yet be confirmed, else it ends `unknown`. */
  async close(): Promise<void> {
    this.#enter('closed');
    await this.#parts.transport.close();
    this.#finishJob?.({ outcome: 'unknown', reason: 'closing' });
  }

  #enter(phase: Phase): void {
    this.#parts.timers.clear(this.#phaseTimer);
    this.#phaseTimer = null;
    this.#phase = phase;
  }

  #opened(): void {
    if (this.#phase !== 'opening') return;
    this.#enter('asking');
    this.#parser = createStatusParser();
    this.#facts = ALL_WELL;
    this.#owed = 0;
    this.#owedAtLastBeat = false;
    this.#hasAnswered = false;
    this.#phaseTimer = this.#parts.timers.set(() => this.#settled(), SETTLE_WITHIN_MS);
    // Both ways: a printer without paper may not read commands any more, but it answers real-time questions.
    if (this.#brokeOff) this.#tell(END_OF_ANYTHING);
    this.#tell(WATCH_STATUS);
    this.#ask(1);
  }

  #settled(): void {
    if (this.#phase !== 'asking') return;
    this.#enter('usable');
    this.#failures = 0;
    this.#phaseTimer = this.#parts.timers.set(() => this.#beat(), HEARTBEAT_MS);
    this.#publish(this.state);
    this.#parts.onChange();
  }

  #failed(cause: unknown): void {
    if (this.#phase !== 'opening' && this.#phase !== 'asking') return;
    this.#rest();
    this.#parts.onUnreachable(cause);
  }

  #lost(): void {
    if (this.#phase === 'asking') this.#failed(new Error('The printer closed the connection'));
    if (this.#phase !== 'usable') return;
    this.#rest();
    this.#finishJob?.({ outcome: 'unknown', reason: 'connection-lost' });
    this.#parts.onChange();
  }

  #rest(): void {
    this.#enter('resting');
    const retryMs = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    this.#failures += 1;
    this.#phaseTimer = this.#parts.timers.set(() => this.connect(), retryMs);
    this.#publish('offline');
  }

  /** A fresh connection owes nothing: the cure for a printer that fell silent. */
  #reconnect(): void {
    if (this.#phase !== 'usable') return;
    this.#enter('closing');
    void this.#parts.transport.close().then(() => {
      if (this.#phase !== 'closing') return;
      this.#enter('resting');
      this.connect();
    });
  }

  #beat(): void {
    this.#phaseTimer = this.#parts.timers.set(() => this.#beat(), HEARTBEAT_MS);
    if (this.#finishJob) return;
    const owes = this.#owed > 0 && !needsHands(this.state);
    const owesTooLong = owes && this.#owedAtLastBeat;
    const fellSilent = this.#owed === 0 && this.#question !== null && this.#hasAnswered;
    this.#owedAtLastBeat = owes;
    if (owesTooLong || fellSilent) this.#reconnect();
    else if (this.#question === null && !owes) this.#ask(1);
  }

  #received(chunk: Uint8Array): void {
    for (const message of this.#parser.read(chunk)) this.#understand(message);
  }

  #understand(message: StatusMessage): void {
    if (message.type === 'real-time') {
      this.#answered(message.byte);
      return;
    }
    this.#facts = { ...this.#facts, ...message.facts };
    if (message.type === 'picture') this.#settled();
    else this.#confirmed(message.facts.paperOut);
    this.#pictureChanged();
  }

  #answered(byte: number): void {
    const question = this.#question;
    if (question === null) return;
    this.#question = null;
    this.#hasAnswered = true;
    this.#facts = { ...this.#facts, ...factsOfAnswer(question, byte) };
    if (question === 4) {
      this.#settled();
      this.#pictureChanged();
    }
    // Behind a job the next question would wait in the printer's buffer; the heartbeat begins again.
    else if (!this.#finishJob) this.#ask(NEXT_QUESTION[question]);
  }

  #confirmed(paperOut: boolean): void {
    if (this.#owed === 0) return;
    this.#owed -= 1;
    if (this.#owed > 0) return;
    this.#finishJob?.(paperOut ? { outcome: 'unknown', reason: 'paper-out' } : { outcome: 'printed', reason: null });
  }

  #pictureChanged(): void {
    if (this.#phase !== 'usable') return;
    const { state } = this;
    this.#publish(state);
    if (needsHands(state)) this.#finishJob?.({ outcome: 'unknown', reason: state });
    this.#parts.onChange();
  }

  #ask(question: Question): void {
    this.#question = question;
    this.#tell(askStatus(question));
  }

  #tell(bytes: Uint8Array): void {
    // Silence is right: a failed write is followed by the end of the connection, or by no answer, and both are dealt with.
    this.#parts.transport.write(bytes).catch(() => {});
  }

  #publish(state: PrinterState): void {
    if (this.#told === state) return;
    this.#told = state;
    this.#parts.onState(state);
  }
}

const NEXT_QUESTION: Record<1 | 2 | 3, Question> = { 1: 2, 2: 3, 3: 4 };

import type { PrinterState } from '#shared/domain/printer.ts';
import type { SendResult } from './outcome-reason.ts';
import { HEARTBEAT_MS, type LinkEars, type PrinterLink } from './printer-link.ts';
import { needsHands } from './printer-status.ts';
import type { Timers } from './timers.ts';
import type { OneWayTransport } from './transport.ts';
import { CONNECT_WITHIN_MS, within } from './transport-times.ts';

export type OneWayLinkParts = LinkEars & { transport: OneWayTransport; timers: Timers };

/**
 * Stands where `PrinterLink` does, for a printer that cannot answer. No slip ever ends as `printed` here: that the bytes were
 * taken says nothing about paper, so each that was sent is `unknown`.
 */
export class OneWayLink implements Pick<PrinterLink, 'isUsable' | 'state' | 'connect' | 'send' | 'close'> {
  readonly #parts: OneWayLinkParts;
  #state: PrinterState = 'offline';
  #told: PrinterState | null = null;
  #isUsable = false;
  #isLooking = false;
  /** The job under way; null when there is none. */
  #job: Promise<SendResult> | null = null;
  #isClosed = false;
  #beat: number | null = null;

  constructor(parts: OneWayLinkParts) {
    this.#parts = parts;
  }

  get isUsable(): boolean {
    return this.#isUsable;
  }

  get state(): PrinterState {
    return this.#state;
  }

  connect(): void {
    if (this.#isLooking || this.#isClosed) return;
    this.#isLooking = true;
    this.#parts.timers.clear(this.#beat);
    this.#look()
      .then(
        () => {
          this.#isLooking = false;
          this.#parts.onChange();
        },
        (cause) => {
          this.#isLooking = false;
          this.#parts.onUnreachable(cause);
        },
      )
      .finally(() => this.#lookLater());
  }

  async send(bytes: Uint8Array): Promise<SendResult> {
    this.#job = this.#send(bytes);
    const result = await this.#job;
    this.#job = null;
    return result;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#isUsable = false;
    this.#parts.timers.clear(this.#beat);
    await this.#job;
    await this.#parts.transport.close();
  }

  async #send(bytes: Uint8Array): Promise<SendResult> {
    // Known only since the last look: the cover may have been opened since. Why it failed is told by the next look.
    const state = await this.#look().catch(() => 'offline' as const);
    if (needsHands(state) || state === 'offline') return { outcome: 'refused', reason: state };
    return this.#parts.transport.print(bytes).then(
      () => ({ outcome: 'unknown', reason: 'one-way' }),
      () => ({ outcome: 'unknown', reason: 'connection-lost' }),
    );
  }

  async #look(): Promise<PrinterState> {
    const { transport, timers } = this.#parts;
    try {
      this.#state = await within(transport.look(), CONNECT_WITHIN_MS, 'asking the system', timers);
      this.#isUsable = !this.#isClosed;
    } catch (cause) {
      this.#state = 'offline';
      this.#isUsable = false;
      throw cause;
    } finally {
      if (this.#told !== this.#state && !this.#isClosed) this.#parts.onState(this.#state);
      this.#told = this.#state;
    }
    return this.#state;
  }

  #lookLater(): void {
    if (this.#isClosed) return;
    this.#beat = this.#parts.timers.set(() => {
      if (this.#job) this.#lookLater();
      else this.connect();
    }, HEARTBEAT_MS);
  }
}

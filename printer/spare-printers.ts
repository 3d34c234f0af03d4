import type { PrinterState } from '#shared/domain/printer.ts';
import type { OutcomeReason } from './outcome-reason.ts';
import { canPrint } from './printer-status.ts';
import { type SlipJob, type Spooler, type SpoolerParts, START_WITHIN_MS } from './spooler.ts';
import type { Timers } from './timers.ts';

/** What a spooler of the row tells. */
export type SpoolerEars = Pick<SpoolerParts, 'onState' | 'onOutcome'>;

export type PrinterRowParts = {
  /** What makes the spoolers, in the order in which they are used. */
  printers: readonly ((ears: SpoolerEars) => Spooler)[];
  /** Which of them print for this kiosk, in their order; left out: all of them, in the order above. */
  orderFor?: (kiosk: string | null) => readonly number[];
  /**
   * Told each change: `state` of the printer that the next slip would go to, for the visitor; `attention` is the first thing
   * in the row that wants somebody's hands, for the staff, also while a spare is printing.
   */
  onState: (state: PrinterState, attention: PrinterState) => void;
  onOutcome: SpoolerParts['onOutcome'];
  timers: Timers;
};

/** For these a slip is refused before its first byte went out, and another printer may do better. */
const SURELY_NOT_BEGUN: readonly (OutcomeReason | null)[] = ['paper-out', 'cover-open', 'cutter-jam', 'offline'];

/**
 * Several printers that look like one. A slip goes to the first that can print; one that this printer refused goes on to the
 * next, one of unknown end never does: its paper may lie in the tray, or come when the roll has been changed. [P10]
 */
export function createPrinterRow(parts: PrinterRowParts): Spooler {
  const row = new PrinterRow(parts);
  return { print: (job) => row.print(job), withdraw: (job) => row.withdraw(job), close: () => row.close() };
}

/** Where a job is, and which printers have had it. */
type Errand = { at: number; order: readonly number[]; tried: Set<number>; deadline: number; isLate: boolean };

class PrinterRow {
  readonly #parts: PrinterRowParts;
  readonly #spoolers: readonly Spooler[];
  readonly #states: (PrinterState | null)[];
  readonly #errands = new Map<SlipJob, Errand>();
  #told = '';

  constructor(parts: PrinterRowParts) {
    this.#parts = parts;
    this.#states = parts.printers.map(() => null);
    this.#spoolers = parts.printers.map((make, index) =>
      make({
        onState: (state) => this.#stateChanged(index, state),
        onOutcome: (job, outcome, reason, cause) => {
          if (outcome === 'refused' && SURELY_NOT_BEGUN.includes(reason) && this.#handOn(job)) return;
          this.#forget(job);
          parts.onOutcome(job, outcome, reason, cause);
        },
      }),
    );
  }

  print(job: SlipJob): void {
    const order = this.#parts.orderFor?.(job.kiosk ?? null) ?? this.#spoolers.map((_, index) => index);
    // Not heard of yet, right after the start: it may well be fine, and passes the slip on if not.
    const at = this.#firstThat((state) => state === null || canPrint(state), order) ?? order[0] ?? 0;
    const errand: Errand = { at, order, tried: new Set([at]), deadline: 0, isLate: false };
    // One span for all printers together: the visitor waits once.
    errand.deadline = this.#parts.timers.set(() => this.withdraw(job), START_WITHIN_MS);
    this.#errands.set(job, errand);
    this.#spoolers[at]?.print(job);
  }

  withdraw(job: SlipJob): void {
    const errand = this.#errands.get(job);
    if (!errand) return;
    errand.isLate = true;
    this.#spoolers[errand.at]?.withdraw(job);
  }

  async close(): Promise<void> {
    await Promise.all(this.#spoolers.map((spooler) => spooler.close()));
    for (const job of [...this.#errands.keys()]) this.#forget(job);
  }

  /** False when there is no other printer that could be tried, or no time. */
  #handOn(job: SlipJob): boolean {
    const errand = this.#errands.get(job);
    if (!errand || errand.isLate) return false;
    const untried = errand.order.filter((index) => !errand.tried.has(index));
    const next =
      this.#firstThat((state) => state !== null && canPrint(state), untried) ??
      // Not reached when last tried: asked once more, because somebody is waiting.
      this.#firstThat((state) => state === null || state === 'offline', untried);
    if (next === null) return false;
    errand.at = next;
    errand.tried.add(next);
    this.#spoolers[next]?.print(job);
    return true;
  }

  #firstThat(isWanted: (state: PrinterState | null) => boolean, among: readonly number[]): number | null {
    return among.find((index) => isWanted(this.#states[index] ?? null)) ?? null;
  }

  #forget(job: SlipJob): void {
    this.#parts.timers.clear(this.#errands.get(job)?.deadline ?? null);
    this.#errands.delete(job);
  }

  #stateChanged(index: number, state: PrinterState): void {
    this.#states[index] = state;
    const known = this.#states.filter((one) => one !== null);
    const next = known.find(canPrint) ?? this.#states[0] ?? 'offline';
    const attention = known.find((one) => one !== 'ready') ?? 'ready';
    if (this.#told === `${next} ${attention}`) return;
    this.#told = `${next} ${attention}`;
    this.#parts.onState(next, attention);
  }
}

import type { Spooler } from '#printer/spooler.ts';
import type { PrinterState, SlipOutcome } from '#shared/domain/printer.ts';
import type { Setup } from '#shared/domain/setup.ts';
import type { Log } from './log.ts';

/** What the printers tell the house. */
export type PrinterEars = {
  /** `state`: what the next visitor can expect. `attention`: what in the row of printers wants somebody's hands first. */
  onState(state: PrinterState, attention: PrinterState): void;
  onOutcome(ticket: string, outcome: SlipOutcome, reason: string | null): void;
};

/** The office's printers as one, the spares behind the first. Null where the settings name none: the kiosk then shows the number. */
export async function openPrinters({ printer, sparePrinters = [] }: Setup, log: Log, ears: PrinterEars) {
  if (!printer) return null;
  ears.onState('offline', 'offline');
  // Fetched only now: fonts and typesetting are 15 MB that a hall without a printer need not hold.
  const { createSlipPrinter } = await import('#printer/slip-printer.ts');
  const opened: Spooler = await createSlipPrinter({
    printers: [printer, ...sparePrinters],
    onState: ears.onState,
    onOutcome(job, outcome, reason, cause) {
      if (outcome !== 'printed') log('warning', `A slip did not surely come out: ${outcome}, ${reason}.`, cause);
      ears.onOutcome(job.id, outcome, reason);
    },
  });
  return opened;
}

import type { KioskView } from '#shared/contract/kiosk-views.ts';
import type { TicketId } from '#shared/domain/ids.ts';
import type { PrinterState } from '#shared/domain/printer.ts';

/**
 * What the visitor can expect of the slip. `none`: this kiosk has no printer. `unsure`: it may lie there or not.
 * `not-printed`: it does not come.
 */
export type Paper = 'none' | 'printing' | 'printed' | 'unsure' | 'not-printed';

/** What the kiosk knows of one slip, by the house's newest picture. */
export function paperOf({ printer, slips }: Pick<KioskView, 'printer' | 'slips'>, ticket: TicketId): Paper {
  const outcome = slips.find((slip) => slip.ticket === ticket)?.outcome ?? 'printing';
  switch (outcome) {
    case 'printed':
      return 'printed';
    case 'refused':
      return 'not-printed';
    case 'unknown':
      return 'unsure';
    case 'printing':
      if (printer === 'none') return 'none';
      return canPrint(printer) ? 'printing' : 'not-printed';
  }
}

/** Whether a slip would come out now. */
export function canPrint(printer: PrinterState): boolean {
  return printer === 'ready' || printer === 'near-end';
}

/** What the house knows of its slip printer. `none`: no printer is named in the settings. `offline`: it cannot be reached. */
export const PRINTER_STATES = [
  'none',
  'ready',
  'near-end',
  'paper-out',
  'cover-open',
  'cutter-jam',
  'offline',
] as const;
export type PrinterState = (typeof PRINTER_STATES)[number];

/**
 * How the printing of one slip ended. `printed`: the printer confirmed it. `refused`: it surely did not come out (no paper,
 * cover open, cannot be reached). `unknown`: bytes were sent, nobody confirmed them; a paper may lie in the tray.
 */
export const SLIP_OUTCOMES = ['printed', 'refused', 'unknown'] as const;
export type SlipOutcome = (typeof SLIP_OUTCOMES)[number];

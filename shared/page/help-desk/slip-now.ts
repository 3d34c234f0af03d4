import type { LookedUp } from '#shared/contract/look-up.ts';
import type { SlipOutcome } from '#shared/domain/printer.ts';

/** What became of the latest paper of a number; `none`: there is no printer. */
export type SlipNow = SlipOutcome | 'printing' | 'none';

const TOLD_BY: Readonly<Record<string, SlipNow>> = {
  'ticket-issued': 'printing',
  'slip-reprinted': 'printing',
  'slip-printed': 'printed',
  'slip-refused': 'refused',
  'slip-unknown': 'unknown',
};

/** Read out of what happened to the number: the latest fact about paper counts. */
export function slipNow({ noReprint, history }: Pick<LookedUp, 'noReprint' | 'history'>): SlipNow {
  if (noReprint === 'no-printer') return 'none';
  const told = history.map(({ what }) => TOLD_BY[what]).findLast((slip) => slip !== undefined);
  return told ?? 'unknown';
}

import type { BoardCall } from '#shared/contract/views.ts';
import type { RowPlan } from './legible.ts';

/** What the rows look like: how many a column has room for, and the calls of each column, newest first. */
export type CallColumns = { readonly rowsPerColumn: number; readonly columns: readonly (readonly BoardCall[])[] };

/** As many as can be read from the last seat. */
export const UNHURRIED_ROWS = 6;
/** Beyond these a second column stands beside the first. */
export const ROWS_PER_COLUMN = 8;
/** As many as a picture holds. */
export const MOST_ROWS = 20;

/**
 * Which calls have a row. As many as planned as a rule; while more are being called, as many as are needed so that none of
 * those is missing: in the first minute of the day every counter calls at once.
 * @param calls newest first
 */
export function callColumns(
  calls: readonly BoardCall[],
  isLit: (call: BoardCall) => boolean,
  planned: RowPlan['rows'] = UNHURRIED_ROWS,
): CallColumns {
  const needed = calls.reduce((count, call, index) => (isLit(call) ? index + 1 : count), 0);
  const count = Math.min(Math.max(needed, planned), MOST_ROWS);
  const rowsPerColumn = roomFor(count, planned);
  const shown = calls.slice(0, count);
  const columns = [shown.slice(0, rowsPerColumn), shown.slice(rowsPerColumn)];
  return { rowsPerColumn, columns: columns.filter((column, index) => index === 0 || column.length > 0) };
}

function roomFor(count: number, planned: number): number {
  if (count <= planned) return planned;
  if (count <= UNHURRIED_ROWS) return UNHURRIED_ROWS;
  return count <= 2 * ROWS_PER_COLUMN ? ROWS_PER_COLUMN : MOST_ROWS / 2;
}

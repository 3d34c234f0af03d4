import type { BoardCall } from '#shared/contract/views.ts';

/** What the rows look like: how many a column has room for, and the calls of each column, newest first. */
export type CallColumns = { readonly rowsPerColumn: number; readonly columns: readonly (readonly BoardCall[])[] };

/** As many as can be read from the last seat. */
export const UNHURRIED_ROWS = 6;
/** Beyond these a second column stands beside the first. */
export const ROWS_PER_COLUMN = 8;
export const MOST_ROWS = 2 * ROWS_PER_COLUMN;

/**
 * Which calls have a row. Six as a rule; while more than six are being called, as many as are needed so that none of
 * those is missing: in the first minute of the day every counter calls at once.
 * @param calls newest first
 */
export function callColumns(calls: readonly BoardCall[], isLit: (call: BoardCall) => boolean): CallColumns {
  const needed = calls.reduce((count, call, index) => (isLit(call) ? index + 1 : count), 0);
  const count = Math.min(Math.max(needed, UNHURRIED_ROWS), MOST_ROWS);
  const rowsPerColumn = count > UNHURRIED_ROWS ? ROWS_PER_COLUMN : UNHURRIED_ROWS;
  const shown = calls.slice(0, count);
  const columns = [shown.slice(0, rowsPerColumn), shown.slice(rowsPerColumn)];
  return { rowsPerColumn, columns: columns.filter((column, index) => index === 0 || column.length > 0) };
}

import { encode } from 'uqr';

/** White modules that a reader wants on every side. */
const QUIET = 4;

/** A code as one drawn path, a module a unit, in a square of `size` units that holds its white edge. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: 0 });
  const path = data
    .flatMap((row, y) =>
      row.map((isBlack, x) =>
        isBlack && !row[x - 1] ? `M${x + QUIET} ${y + QUIET}h${runFrom(row, x)}v1H${x + QUIET}z` : '',
      ),
    )
    .join('');
  return { size: size + 2 * QUIET, path };
}

/** How many black modules stand together from here on. */
function runFrom(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return (end < 0 ? row.length : end) - from;
}

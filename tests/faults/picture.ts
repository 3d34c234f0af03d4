import { Line } from '#core/line.ts';
import type { Office } from '#core/office.ts';

/** Everything that an office in memory knows, as text: two offices are the same when their pictures are. */
export function pictureOf(office: Office): string {
  return JSON.stringify(office, (_key, value: unknown) => {
    if (value instanceof Line) return value.take(value.length).map(({ id }) => id);
    if (!(value instanceof Map)) return value;
    // A line that has become empty is as good as one that never was.
    const entries = [...value].filter(([, held]) => !(held instanceof Line && held.length === 0));
    return entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  });
}

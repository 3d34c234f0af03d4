import type { CounterId } from '#shared/domain/ids.ts';
import type { ZoneId } from '#shared/domain/zones.ts';

/**
 * For which part of the hall this display was opened: `/display/?zone=tang-2`, or `?counter=3` for the small one above a counter. What
 * the manager said when he paired it goes before.
 * @param search the query of the address
 */
export function displayPlace(search: string): { zone: ZoneId | null; counter: CounterId | null } {
  const query = new URLSearchParams(search);
  const counter = /^[1-9]\d{0,2}$/.exec(query.get('counter') ?? '');
  if (counter) return { zone: null, counter: Number(counter[0]) };
  const zone = /^[a-z0-9][a-z0-9-]{0,23}$/.exec(query.get('zone') ?? '');
  return { zone: zone?.[0] ?? null, counter: null };
}

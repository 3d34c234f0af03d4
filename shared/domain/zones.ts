import * as v from 'valibot';
import { CounterId } from './ids.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60), v.normalize('NFC'));

/** A zone's name in settings, addresses and messages, e.g. `tang-2`. */
export const ZoneId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,23}$/));
export type ZoneId = v.InferOutput<typeof ZoneId>;

/** A part of the hall with displays of its own, which show and speak the calls of its counters. */
export const Zone = v.strictObject({
  id: ZoneId,
  name: v.strictObject({ vi: name, en: name }),
  counters: v.pipe(v.array(CounterId), v.minLength(1), v.maxLength(99)),
});
export type Zone = v.InferOutput<typeof Zone>;

type Hall = { counters: readonly { id: CounterId }[]; zones?: readonly Zone[] | undefined };

/** The zone of that name; null for the whole hall, and for a name that no zone has. */
export function zoneOf({ zones = [] }: Hall, id: ZoneId | null): Zone | null {
  return zones.find((zone) => zone.id === id) ?? null;
}

/** Whether the displays of this zone show what that counter calls. Null: those of the whole hall, which show everything. */
export function isInZone(zone: Zone | null, counter: CounterId): boolean {
  return zone === null || zone.counters.includes(counter);
}

/** What is wrong with the zones of an office; null: nothing. */
export function zoneFault({ counters, zones = [] }: Hall): string | null {
  const known = new Set(counters.map(({ id }) => id));
  const ids = zones.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return 'an id stands twice';
  if (zones.some((zone) => new Set(zone.counters).size < zone.counters.length))
    return 'a counter stands twice in one zone';
  if (zones.some((zone) => zone.counters.some((id) => !known.has(id)))) return 'there is no counter of that number';
  const shown = new Set(zones.flatMap((zone) => zone.counters));
  const isLeftOut = zones.length > 0 && counters.some(({ id }) => !shown.has(id));
  return isLeftOut ? 'a counter stands in none, and no display would show its calls' : null;
}

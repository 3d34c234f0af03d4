import type { Counter, Setup } from '#shared/domain/setup.ts';
import type { Office } from './office.ts';

/** The last answer for each map of assignments: asked at every press and for every picture. */
const known = new WeakMap<Office['assignments'], { setup: Setup; today: Setup }>();

/** The settings with the services that the manager has given to counters for today. [S12] */
export function setupToday({ assignments }: Office, setup: Setup): Setup {
  if (assignments.size === 0) return setup;
  const before = known.get(assignments);
  if (before?.setup === setup) return before.today;
  const today = { ...setup, counters: setup.counters.map((counter) => counterToday(assignments, setup, counter)) };
  known.set(assignments, { setup, today });
  return today;
}

/** The settings may have changed since, by a restart: only what still exists. */
function counterToday(assignments: Office['assignments'], { services }: Setup, counter: Counter): Counter {
  const assigned = assignments.get(counter.id);
  if (!assigned) return counter;
  const existing = (ids: readonly string[]) => ids.filter((id) => services.some((service) => service.id === id));
  const own = existing(assigned.own);
  return own.length > 0 ? { id: counter.id, own, helps: existing(assigned.helps) } : counter;
}

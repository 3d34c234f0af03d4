import type { ManagerView } from '#shared/contract/views.ts';
import type { CounterId, ServiceId } from '#shared/domain/ids.ts';

/** How a counter does each service. */
export type Serves = 'own' | 'helps' | 'no';
export const SERVES: readonly Serves[] = ['own', 'helps', 'no'];
export type Assignment = ReadonlyMap<ServiceId, Serves>;

type Counter = ManagerView['counters'][number];

export function assignmentOf({ services, helps }: Counter, view: ManagerView): Assignment {
  const serves = (id: ServiceId): Serves => (services.includes(id) ? 'own' : helps.includes(id) ? 'helps' : 'no');
  return new Map(view.services.map(({ id }) => [id, serves(id)]));
}

/** Those that it does in this way, in the order of the settings. */
export function idsOf(assignment: Assignment, way: Serves): ServiceId[] {
  return [...assignment].filter(([, serves]) => serves === way).map(([id]) => id);
}

/** Services that no counter would do any more; the house would refuse. */
export function leftAlone(assignment: Assignment, counter: CounterId, view: ManagerView): readonly ServiceId[] {
  const others = view.counters.filter(({ id }) => id !== counter);
  return idsOf(assignment, 'no').filter(
    (id) => !others.some(({ services, helps }) => services.includes(id) || helps.includes(id)),
  );
}

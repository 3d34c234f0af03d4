import type { CounterView } from '#shared/contract/views.ts';

type Service = CounterView['services'][number];
/** One line of the hall; `isOldest`: nobody in the hall waits longer than its first. */
export type Line = Service & { isOldest: boolean };

const NEARNESS: Record<Service['serves'], number> = { own: 0, helps: 1, no: 2 };

/** The lines of the hall as a clerk looks for them: the own ones, those that this counter helps with, the others; else as they come. */
export function hallLines(services: readonly Service[]): readonly Line[] {
  const longest = Math.max(...services.map(({ longestWaitMinutes }) => longestWaitMinutes ?? -1));
  return services
    .map((service) => ({ ...service, isOldest: longest >= 0 && service.longestWaitMinutes === longest }))
    .sort((a, b) => NEARNESS[a.serves] - NEARNESS[b.serves]);
}

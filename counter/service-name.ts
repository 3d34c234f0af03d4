import type { CounterView } from '#shared/contract/views.ts';
import type { ServiceId } from '#shared/domain/ids.ts';

/** A service's short name. One that has since been taken out of the settings is called by its id. */
export function serviceName({ services }: Pick<CounterView, 'services'>, id: ServiceId): string {
  return services.find((service) => service.id === id)?.short ?? id;
}

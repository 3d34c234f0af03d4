import { useState } from 'preact/hooks';
import type { Desk } from '#counter/desk/desk.ts';
import { serviceName } from '#counter/service-name.ts';
import { words } from '#counter/words.ts';
import type { CounterView, CurrentTicket } from '#shared/contract/views.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import { Confirm } from './confirm-buttons.tsx';
import { ServicePicker } from './service-picker.tsx';

type Props = { desk: Desk; view: CounterView; ticket: CurrentTicket };

/** Which further service the visitor needs. Those already asked for are not offered again. */
export function AddServiceForm({ desk, view, ticket }: Props) {
  const [service, choose] = useState<ServiceId | null>(null);
  const { add, transferPick } = words();
  const asked = new Set<ServiceId>([ticket.service, ...ticket.next]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (service) desk.addService(ticket.ticket, service);
      }}
    >
      <ServicePicker
        services={view.services.filter(({ id }) => !asked.has(id))}
        chosen={service}
        choose={choose}
        here={null}
      />
      <Confirm desk={desk} label={service ? add(serviceName(view, service)) : transferPick} isOff={!service} />
    </form>
  );
}

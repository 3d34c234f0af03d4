import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { WaitMark } from '#shared/page/wait-mark.tsx';

/** Every line of the hall. A table where there is room, cards on a phone. */
export function ServicesTable({ view }: { view: ManagerView }) {
  const w = words();
  return (
    <section class="card services" aria-labelledby="services-heading">
      <h2 id="services-heading">{w.services}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.service}</th>
            <th scope="col">{w.waiting}</th>
            <th scope="col">{w.longest}</th>
            <th scope="col">{w.openCounters}</th>
            <th scope="col">{w.atCounters}</th>
            <th scope="col">{w.served}</th>
          </tr>
        </thead>
        <tbody>
          {view.services.map((service) => (
            <Row key={service.id} service={service} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ service }: { service: ManagerView['services'][number] }) {
  const w = words();
  const isUnserved = service.waiting > 0 && service.openCounters === 0;
  return (
    <tr class={service.waiting === 0 ? 'is-quiet' : ''}>
      <th scope="row">
        <b class="prefix">{service.prefix}</b> {service.short}
      </th>
      <td data-name={w.waiting}>
        <b>{service.waiting}</b>
      </td>
      <td data-name={w.longest}>
        <WaitMark minutes={service.longestWaitMinutes} />
      </td>
      <td data-name={w.openCounters}>
        {isUnserved ? <span class="unserved">{w.noCounter}</span> : service.openCounters}
      </td>
      <td data-name={w.atCounters}>{service.atCounters}</td>
      <td data-name={w.served}>{service.served}</td>
    </tr>
  );
}

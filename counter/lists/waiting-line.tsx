import { useComputed } from '@preact/signals';
import type { Desk } from '#counter/desk/desk.ts';
import { serviceName } from '#counter/service-name.ts';
import { words } from '#counter/words.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { now } from '#shared/page/clock.ts';
import { minutesText, wholeMinutes } from '#shared/page/duration.ts';
import { groupWaiting, type Waiting } from './group-waiting.ts';

type Props = { desk: Desk; view: CounterView };

/** Who waits for this counter, in the order of calling. */
export function WaitingLine({ desk, view }: Props) {
  const { waiting, nobodyWaiting, from, more } = words();
  const { groups, oldest } = groupWaiting(view.waiting);
  const hidden = view.waitingCount - view.waiting.length;
  return (
    <section class="list waiting" aria-labelledby="waiting-heading">
      <h2 id="waiting-heading">
        {waiting} <span class="count">{view.waitingCount}</span>
      </h2>
      {groups.length === 0 && <p class="nobody">{nobodyWaiting}</p>}
      {groups.map((group) => (
        <div key={group.from}>
          <h3>
            {from[group.from]} <span class="count">{group.tickets.length}</span>
          </h3>
          <ol>
            {group.tickets.map((ticket) => (
              <Row key={ticket.ticket} desk={desk} view={view} ticket={ticket} isOldest={ticket.ticket === oldest} />
            ))}
          </ol>
        </div>
      ))}
      {hidden > 0 && <p class="nobody">{more(hidden)}</p>}
    </section>
  );
}

function Row({ desk, view, ticket, isOldest }: Props & { ticket: Waiting; isOldest: boolean }) {
  const { next, oldest, priority, callThis, callThisLabel } = words();
  const isNext = ticket.ticket === view.upNext?.ticket;
  const mayCall = view.may.includes('ticket:call-this') && desk.online.value === 'online';
  return (
    <li class={isNext ? 'row is-next' : 'row'}>
      <b class="row-number">{ticket.number}</b>
      <span class="row-about">
        <span class="row-service">{serviceName(view, ticket.service)}</span>
        {isOldest && <span class="tag oldest">{oldest}</span>}
        {ticket.priority === 'priority' && <span class="tag">{priority}</span>}
      </span>
      <Age since={ticket.arrivedAt} />
      {isNext ? (
        <span class="row-next">{next}</span>
      ) : (
        <button
          type="button"
          class="row-button"
          aria-label={callThisLabel(ticket.number)}
          disabled={!mayCall}
          onClick={() => desk.askToCallThis(ticket)}
        >
          {callThis}
        </button>
      )}
    </li>
  );
}

/** Drawn again once a minute, not once a second: there may be two hundred of them. */
function Age({ since }: { since: number }) {
  const minutes = useComputed(() => wholeMinutes(now.value - since));
  return <span class="row-age">{minutesText(minutes.value)}</span>;
}

import type { ManagerView } from '#shared/contract/views.ts';
import { now } from '#shared/page/clock.ts';
import { stopwatch } from '#shared/page/duration.ts';
import { words } from './words.ts';

type Counter = ManagerView['counters'][number];

/** Every counter: who is there and since when. */
export function CountersGrid({ view }: { view: ManagerView }) {
  return (
    <section class="card" aria-labelledby="counters-heading">
      <h2 id="counters-heading">{words().counters}</h2>
      <ul class="counters">
        {view.counters.map((counter) => (
          <CounterCard key={counter.id} counter={counter} services={namesOf(counter, view)} />
        ))}
      </ul>
    </section>
  );
}

function CounterCard({ counter, services }: { counter: Counter; services: string }) {
  const w = words();
  return (
    <li class="counter" data-state={counter.state}>
      <b class="sign">
        <span class="sr-only">{w.counter(counter.id)}</span>
        <span aria-hidden="true">{counter.id}</span>
      </b>
      <div class="doing">
        {counter.current ? (
          <p>
            <b class="at-counter-number">{counter.current.number}</b>{' '}
            <span>{counter.current.state === 'called' ? w.calling : w.serving}</span>{' '}
            <span class="since">
              <Since since={counter.current.since} />
            </span>
          </p>
        ) : (
          <p>{counter.state === 'open' ? w.free : stateWords(counter)}</p>
        )}
        <p class="of-counter">{services}</p>
        <p class="of-counter">{w.servedHere(counter.served)}</p>
      </div>
    </li>
  );
}

/** A counter names its services by id; a name that is no id is shown as it is. */
function namesOf({ services }: Counter, view: ManagerView): string {
  const shortOf = new Map<string, string>(view.services.map(({ id, short }) => [id, short]));
  return services.map((service) => shortOf.get(service) ?? service).join(', ');
}

function Since({ since }: { since: number }) {
  return <>{stopwatch(now.value - since)}</>;
}

function stateWords({ state, pauseReason }: Counter): string {
  const word = words().state[state];
  return state === 'paused' && pauseReason ? `${word}: ${pauseReason}` : word;
}

import type { Oversight } from '#manager/oversight.ts';
import { superviseWords } from '#manager/supervise/supervise-words.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { now } from '#shared/page/clock.ts';
import { stopwatch } from '#shared/page/duration.ts';

type Counter = ManagerView['counters'][number];

/** Every counter: who is there and since when. Pressed, it opens. */
export function CountersGrid({ oversight, view }: { oversight: Oversight; view: ManagerView }) {
  return (
    <section class="card" aria-labelledby="counters-heading">
      <h2 id="counters-heading">{words().counters}</h2>
      <ul class="counters">
        {view.counters.map((counter) => (
          <CounterCard
            key={counter.id}
            counter={counter}
            services={namesOf(counter, view)}
            isLive={oversight.online.value === 'online'}
            look={() => oversight.ask({ counter: counter.id })}
          />
        ))}
      </ul>
    </section>
  );
}

type CardProps = { counter: Counter; services: string; isLive: boolean; look: () => void };

function CounterCard({ counter, services, isLive, look }: CardProps) {
  const w = words();
  const { open, reassigned, callsHelp } = superviseWords();
  return (
    <li class={counter.helpSince === null ? 'counter' : 'counter needs-help'} data-state={counter.state}>
      {/* Lies over the whole card: all of it can be pressed. */}
      <button type="button" class="sign" aria-label={open(counter.id)} disabled={!isLive} onClick={look}>
        {counter.id}
      </button>
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
        {counter.helpSince !== null && <p class="calls-help">{callsHelp}</p>}
        <p class="of-counter">{services}</p>
        {counter.isReassigned && <p class="of-counter">{reassigned}</p>}
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

/** Runs. */
export function Since({ since }: { since: number }) {
  return <>{stopwatch(now.value - since)}</>;
}

/** What a counter does where nobody is. */
export function stateWords({ state, pauseReason }: Counter): string {
  const word = words().state[state];
  return state === 'paused' && pauseReason ? `${word}: ${pauseReason}` : word;
}

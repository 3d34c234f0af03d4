import { useEffect } from 'preact/hooks';
import type { CountersView } from '#shared/contract/views.ts';
import type { Connection } from '#shared/page/connection.ts';
import { ConnectionBanner } from '#shared/page/connection-banner.tsx';
import { PageSwitches } from '#shared/page/page-switches.tsx';
import { inLanguage } from '#shared/page/words/language.ts';
import { pageWords } from '#shared/page/words/page-words.ts';
import { StateMark } from './state-mark.tsx';
import { words } from './words.ts';

/** The first picture of a clerk's day: which counter is mine? */
export function ChooseCounter({ connection }: { connection: Connection<'view:counters'> }) {
  const view = connection.view.value;
  const { chooseCounter, chooseAdvice } = words();
  useEffect(() => {
    document.title = chooseCounter;
  }, [chooseCounter]);
  const mine = view?.mine ?? null;
  useEffect(() => {
    // Replaced, so that the way back leads out and not here again.
    if (mine !== null) location.replace(`/counter/?counter=${mine}`);
  }, [mine]);
  if (!view || mine !== null) return <p class="connecting">{pageWords().connecting}</p>;
  return (
    <>
      <ConnectionBanner online={connection.online} heardAt={connection.heardAt} timeZone={view.timeZone} />
      <main class="choose">
        <header>
          <p class="office">{inLanguage(view.office)}</p>
          <PageSwitches />
          <h1>{chooseCounter}</h1>
          <p class="advice">{chooseAdvice}</p>
        </header>
        <ul class="counters">
          {view.counters.map((counter) => (
            <CounterCard key={counter.id} counter={counter} />
          ))}
        </ul>
      </main>
    </>
  );
}

function CounterCard({ counter }: { counter: CountersView['counters'][number] }) {
  return (
    <li>
      <a class="counter-card" href={`/counter/?counter=${counter.id}`}>
        <span class="counter-sign">{counter.id}</span>
        <span class="sr-only">{words().counter(counter.id)}: </span>
        <span class="counter-services">
          {counter.services.map((service) => (
            <span key={service}>{service}</span>
          ))}
        </span>
        <StateMark state={counter.state} />
      </a>
    </li>
  );
}

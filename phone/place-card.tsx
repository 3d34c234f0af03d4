import { phoneWords } from './phone-words.ts';
import type { Place } from './place.ts';

/** Beyond this many the people before one are only a number. */
const MOST_DRAWN = 9;

type Props = { state: Place['state'] | 'unknown' | 'connecting'; place: Place | null };

/** What is going on with the ticket, readable at arm's length. */
export function PlaceCard({ state, place }: Props) {
  const words = phoneWords();
  if (place?.state === 'waiting' && state === 'waiting') return <Waiting ahead={place.ahead} />;
  if (place?.state === 'called' && state === 'called') {
    return (
      <section class="card">
        <p class="says">{words.called}</p>
        <p class="go-to">{place.counter}</p>
        <p class="hint">{words.calledHint}</p>
      </section>
    );
  }
  const counter = place?.state === 'serving' ? place.counter : 0;
  const [says, hint] = {
    waiting: ['', ''],
    called: ['', ''],
    serving: [words.serving, words.servingHint(counter)],
    parked: [words.parked, words.parkedHint],
    absent: [words.absent, words.absentHint],
    done: [words.done, words.doneHint],
    unknown: [words.unknown, words.unknownHint],
    connecting: [words.connecting, words.connectingHint],
  }[state];
  return (
    <section class="card">
      <p class="says">{says}</p>
      <p class="hint">{hint}</p>
    </section>
  );
}

function Waiting({ ahead }: { ahead: number }) {
  const words = phoneWords();
  if (ahead === 0) {
    return (
      <section class="card">
        <People ahead={0} />
        <p class="says">{words.next}</p>
        <p class="hint">{words.nextHint}</p>
      </section>
    );
  }
  return (
    <section class="card">
      <p class="says">
        {words.waiting} <strong class="ahead">{ahead}</strong> {words.people(ahead)}
      </p>
      <People ahead={ahead} />
      <p class="hint">{words.waitingHint}</p>
    </section>
  );
}

/** The line as it stands: everybody before, and oneself at its end. */
function People({ ahead }: { ahead: number }) {
  if (ahead > MOST_DRAWN) return null;
  return (
    <div class="people" aria-hidden="true">
      {Array.from({ length: ahead }, (_, index) => (
        <i key={index} />
      ))}
      <i class="oneself" />
    </div>
  );
}

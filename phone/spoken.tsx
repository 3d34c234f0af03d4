import type { Phone } from './create-phone.ts';
import { phoneWords } from './phone-words.ts';

/** Nearer than this each step is told; farther off it would only chatter. */
const NEAR = 3;

/** What a screen reader says by itself: changes of state, the last steps of the line, and a call at once. */
export function Spoken({ phone }: { phone: Phone }) {
  const words = phoneWords();
  const { value: place } = phone.place;
  const { value: slip } = phone.slip;
  const calm = () => {
    if (slip.state === 'unknown') return `${words.unknown}. ${words.unknownHint}`;
    switch (place?.state) {
      case undefined:
      case 'called':
        return '';
      case 'waiting':
        return place.ahead <= NEAR ? words.spokenWaiting(place.ahead) : '';
      case 'serving':
        return words.servingHint(place.counter);
      case 'parked':
        return `${words.parked}. ${words.parkedHint}`;
      case 'absent':
        return `${words.absent}. ${words.absentHint}`;
      case 'done':
        return `${words.done}. ${words.doneHint}`;
    }
  };
  return (
    <>
      <p class="sr-only" role="status">
        {calm()}
      </p>
      <p class="sr-only" role="alert">
        {place?.state === 'called' ? (
          <span key={place.callSeq}>
            {slip.state === 'known' && [...slip.number].join(' ')}. {words.spokenCalled(place.counter)}
          </span>
        ) : null}
      </p>
    </>
  );
}

import { useId, useState } from 'preact/hooks';
import { PressButton } from '#shared/page/press-button.tsx';
import { FoundNumber } from './found-number.tsx';
import { foundSentence } from './found-sentence.ts';
import { findButton, type HelpDesk } from './help-desk.ts';
import { helpDeskWords } from './help-desk-words.ts';
import type { DeskService } from './issue-number.tsx';
import { readNumber } from './read-number.ts';

type Props = { desk: HelpDesk; services: readonly DeskService[]; timeZone: string };

/** A number as it stands on a slip, and what the house knows of it. */
export function FindNumber({ desk, services, timeZone }: Props) {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const w = helpDeskWords();
  const number = readNumber(typed);
  const found = desk.found.value;
  const submit = () => {
    setWrong(number === null);
    if (number !== null) desk.find(number);
  };
  return (
    <section class="desk-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{w.find}</h3>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div class="desk-ask">
          <label for={id}>{w.number}</label>
          <input
            id={id}
            class="desk-input"
            type="text"
            value={typed}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={8}
            aria-invalid={isWrong}
            aria-describedby={`${id}-says`}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <PressButton
            presses={desk}
            name={number === null ? '' : findButton(number)}
            look="primary"
            label={w.lookUp}
          />
        </div>
        <p id={`${id}-says`} class={isWrong ? 'desk-fault' : 'desk-soft'} role={isWrong ? 'alert' : undefined}>
          {isWrong ? w.notANumber : w.numberHint}
        </p>
      </form>
      {/* Always there, so that it is read aloud when it fills; short, for the card below holds more than is asked for. */}
      <p role="status" class="sr-only">
        {found && `${found.number}: ${foundSentence(found)}`}
      </p>
      {found && <FoundNumber key={found.ticket} desk={desk} found={found} services={services} timeZone={timeZone} />}
    </section>
  );
}

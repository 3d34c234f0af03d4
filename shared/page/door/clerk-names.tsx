import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DoorView } from '#shared/contract/access-views.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import { isFoundIn } from '#shared/page/fold-diacritics.ts';
import { doorWords } from './door-words.ts';

type Props = { clerks: DoorView['clerks']; counter: CounterId | null; choose: (clerk: string) => void };

/** So many names are found faster with the eye than by typing. */
const SEEN_AT_ONCE = 12;

/** Who is it? */
export function ClerkNames({ clerks, counter, choose }: Props) {
  const [typed, setTyped] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const words = doorWords();
  const isLong = clerks.length > SEEN_AT_ONCE;
  const found = clerks.filter(({ name }) => isFoundIn(typed, name));
  useLayoutEffect(() => (search.current ?? heading.current)?.focus(), []);
  return (
    <form
      class="door-card names-card"
      onSubmit={(event) => {
        event.preventDefault();
        // A few letters and Enter are enough once only one name is left.
        if (found.length === 1 && found[0]) choose(found[0].id);
      }}
    >
      {counter !== null && <p class="door-place">{words.counter(counter)}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {words.clerkTitle}
      </h1>
      {isLong && (
        <label class="door-field">
          <span>{words.search}</span>
          <input
            ref={search}
            type="search"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      )}
      {found.length > 0 && (
        <ul class="clerk-names" aria-label={words.names}>
          {found.map(({ id, name }) => (
            <li key={id}>
              <button type="button" class="clerk-name" onClick={() => choose(id)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="door-hint" role="status">
        {found.length === 0 && (clerks.length === 0 ? words.nobody : words.noName)}
      </p>
    </form>
  );
}

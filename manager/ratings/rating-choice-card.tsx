import { useState } from 'preact/hooks';
import { ChoiceButtons } from '#manager/choice-buttons.tsx';
import type { Choosing } from '#manager/choosing.ts';
import type { RatingsView } from '#shared/contract/rating-views.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { RatingChoice } from '#shared/domain/rating.ts';
import { ratingsWords } from './ratings-words.ts';

type Props = { choosing: Choosing; view: RatingsView };

/** Whether visitors are asked, and at which counters. */
export function AskingCard({ choosing, view }: Props) {
  const w = ratingsWords();
  // Null: as it is kept.
  const [draft, setDraft] = useState<RatingChoice | null>(null);
  const choice = draft ?? view.choice;
  const turn = (counter: CounterId) => {
    const rest = choice.notAt.filter((one) => one !== counter);
    setDraft({ ...choice, notAt: rest.length === choice.notAt.length ? [...rest, counter] : rest });
  };
  const save = async () => {
    if (await choosing.choose('rating:choose', choice)) setDraft(null);
  };
  return (
    <section class="card rating-choice" aria-labelledby="rating-choice-heading">
      <h2 id="rating-choice-heading">{w.ask}</h2>
      <label class="rating-tick">
        <input
          type="checkbox"
          checked={choice.isAsked}
          onChange={() => setDraft({ ...choice, isAsked: !choice.isAsked })}
        />
        {w.isAsked}
      </label>
      <p>{w.hint}</p>
      <fieldset disabled={!choice.isAsked}>
        <legend>{w.atCounters}</legend>
        {view.counters.map((counter) => (
          <label key={counter} class="rating-tick">
            <input type="checkbox" checked={!choice.notAt.includes(counter)} onChange={() => turn(counter)} />
            {w.counter(counter)}
          </label>
        ))}
      </fieldset>
      <ChoiceButtons
        choosing={choosing}
        name="rating:choose"
        isChanged={draft !== null}
        save={save}
        discard={() => setDraft(null)}
        words={w}
      />
      <p role="status">{!draft && choosing.saved.value === 'rating:choose' && w.saved}</p>
    </section>
  );
}

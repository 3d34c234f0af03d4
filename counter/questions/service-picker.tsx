import { useId, useState } from 'preact/hooks';
import { words } from '#counter/words.ts';
import type { CounterView } from '#shared/contract/views.ts';
import type { ServiceId } from '#shared/domain/ids.ts';
import { isFoundIn } from '#shared/page/fold-diacritics.ts';
import { afterArrow } from './after-arrow.ts';

type Service = CounterView['services'][number];
type Props = {
  services: readonly Service[];
  chosen: ServiceId | null;
  choose: (service: ServiceId | null) => void;
  /** The service at which the ticket is now, marked. */
  here: ServiceId | null;
};

/**
 * A service by typing a few letters of its name, by the arrows, or by the mouse. While something is typed the first match is
 * chosen, so that letters and Enter are enough.
 */
export function ServicePicker({ services, chosen, choose, here }: Props) {
  const [typed, setTyped] = useState('');
  const group = useId();
  const w = words();
  const found = services.filter((service) => isFoundIn(typed, service.short));

  const type = (text: string) => {
    setTyped(text);
    const matches = services.filter((service) => isFoundIn(text, service.short));
    if (text.trim() === '') choose(null);
    else if (!matches.some((service) => service.id === chosen)) choose(matches[0]?.id ?? null);
  };
  const walk = (event: KeyboardEvent) => {
    const from = found.find((service) => service.id === chosen);
    const to = afterArrow(event.key, found, from);
    if (!to) return;
    event.preventDefault();
    choose(to.id);
  };

  return (
    <>
      <label class="field">
        <span>{w.search}</span>
        <input
          // Not `search`: there Escape would empty the field instead of leaving the question.
          type="text"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={walk}
        />
      </label>
      <fieldset class="choices services">
        <legend>{w.services}</legend>
        {found.length === 0 && <p class="nobody">{w.noService}</p>}
        {found.map((service) => (
          <label key={service.id} class="choice">
            <input type="radio" name={group} checked={service.id === chosen} onChange={() => choose(service.id)} />
            <b>{service.prefix}</b>
            <span class="choice-name">{service.short}</span>
            <span class="choice-more">{service.id === here ? w.isHere : w.inLine(service.waiting)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

import { words } from '#manager/words.ts';
import type { AccessView } from '#shared/contract/access-views.ts';
import type { CounterId } from '#shared/domain/ids.ts';
import type { ZoneId } from '#shared/domain/zones.ts';
import { inLanguage } from '#shared/page/words/language.ts';
import { accessWords } from './access-words.ts';

/** What a display is for: the whole hall (neither), a zone of it, or one counter above which it hangs. */
export type DisplayPlace = { zone: ZoneId | null; counter: CounterId | null };

type Props = { view: AccessView; place: DisplayPlace; choose: (place: DisplayPlace) => void };

/** Where a display hangs. */
export function DisplayPlaceSelect({ view, place, choose }: Props) {
  const w = accessWords();
  return (
    <label class="form-field">
      <span>{w.displayFor}</span>
      <select value={asValue(place)} onChange={(event) => choose(fromValue(event.currentTarget.value))}>
        <option value="">{w.wholeHall}</option>
        {view.zones.map(({ id, name }) => (
          <option key={id} value={asValue({ zone: id, counter: null })}>
            {inLanguage(name)}
          </option>
        ))}
        <optgroup label={w.smallDisplays}>
          {view.counters.map((counter) => (
            <option key={counter} value={asValue({ zone: null, counter })}>
              {words().counter(counter)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

function asValue({ zone, counter }: DisplayPlace): string {
  if (zone !== null) return `zone ${zone}`;
  return counter === null ? '' : `counter ${counter}`;
}

function fromValue(value: string): DisplayPlace {
  const [kind, which = ''] = value.split(' ');
  return { zone: kind === 'zone' ? which : null, counter: kind === 'counter' ? Number(which) : null };
}

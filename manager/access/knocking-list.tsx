import type { AccessView } from '#shared/contract/access-views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import type { Access } from './access.ts';
import { accessWords } from './access-words.ts';
import { displayName, groupedCode, placeWords } from './machine-words.ts';

type Props = { access: Access; view: AccessView; timeZone: string };

/** Machines that show a code and wait. */
export function KnockingList({ access, view, timeZone }: Props) {
  const w = accessWords();
  return (
    <section class={view.knocking.length > 0 ? 'card knocking' : 'card'} aria-labelledby="knocking-heading">
      <h2 id="knocking-heading">{w.knocking}</h2>
      {view.knocking.length === 0 && <p class="none">{w.nobodyKnocks}</p>}
      <ul class="lines">
        {view.knocking.map((machine) => (
          <li key={machine.code}>
            <strong class="knock-code">{groupedCode(machine.code)}</strong>
            <span class="what">
              {machine.wants === 'display' ? displayName(view, machine) : placeWords(machine.wants, machine.counter)}
              <span class="soft more">
                {w.from(machine.address)} · {w.since(wallClock(machine.since, timeZone).text)}
              </span>
            </span>
            <button
              type="button"
              class="secondary"
              disabled={access.online.value !== 'online'}
              aria-label={w.pairLabel(groupedCode(machine.code))}
              onClick={() => access.ask({ kind: 'pair', machine })}
            >
              {w.pair}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { pageWords } from '#shared/page/words/page-words.ts';
import { refusalWords } from '#shared/page/words/refusal-words.ts';

type Props = { oversight: Oversight; view: ManagerView };

/** The numbers whose paper did not surely come out, newest first, and the way to one more paper. */
export function SlipTroubles({ oversight, view }: Props) {
  const { slips, noSlips, outcome } = words();
  return (
    <section class="card" aria-labelledby="slips-heading">
      <h2 id="slips-heading">{slips}</h2>
      {view.slipTroubles.length === 0 && <p class="none">{noSlips}</p>}
      <ul class="lines slips">
        {view.slipTroubles.map((slip) => (
          <li key={slip.ticket}>
            <b>{slip.number}</b>
            <span class="what">{outcome[slip.outcome]}</span>
            <span class="soft">{wallClock(slip.at, view.timeZone).text}</span>
            <Reprint oversight={oversight} slip={slip} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The button stays while its paper comes, so that whoever presses by keyboard is not thrown out of the list. */
function Reprint({ oversight, slip }: { oversight: Oversight; slip: ManagerView['slipTroubles'][number] }) {
  const w = words();
  const { ticket, number, noReprint } = slip;
  const isUnderWay = noReprint === 'slip-under-way';
  if (noReprint !== null && !isUnderWay) return <span class="soft">{shortly(noReprint)}</span>;
  const isPressed = oversight.underWay.value === `slip:reprint ${ticket}`;
  const isSlow = isPressed && oversight.isSlow.value;
  return (
    <button
      type="button"
      class={isPressed || isUnderWay ? 'small is-under-way' : 'small'}
      aria-label={`${isUnderWay ? w.reprinting : w.reprint}: ${number}`}
      aria-busy={isPressed || isUnderWay}
      aria-disabled={isUnderWay}
      disabled={oversight.online.value !== 'online'}
      onClick={() => !isUnderWay && oversight.reprint(ticket)}
    >
      {isUnderWay ? w.reprinting : isSlow ? pageWords().sending : w.reprint}
    </button>
  );
}

function shortly(refusal: Exclude<ManagerView['slipTroubles'][number]['noReprint'], null>): string {
  const short: Partial<Record<typeof refusal, string>> = words().noReprint;
  return short[refusal] ?? refusalWords()[refusal];
}

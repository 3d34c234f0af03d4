import type { ManagerView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { words } from './words.ts';

/** The numbers whose paper did not surely come out, newest first. */
export function SlipTroubles({ view }: { view: ManagerView }) {
  const { slips, noSlips, outcome } = words();
  return (
    <section class="card" aria-labelledby="slips-heading">
      <h2 id="slips-heading">{slips}</h2>
      {view.slipTroubles.length === 0 && <p class="none">{noSlips}</p>}
      <ul class="lines">
        {view.slipTroubles.map((slip) => (
          <li key={`${slip.number} ${slip.at}`}>
            <b>{slip.number}</b>
            <span class="what">{outcome[slip.outcome]}</span>
            <span class="soft">{wallClock(slip.at, view.timeZone).text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

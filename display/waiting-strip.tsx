import type { BoardView } from '#shared/contract/views.ts';
import { displayWords } from './display-words.ts';

type Waiting = BoardView['waiting'];

/** So many have room beside the calls. */
export const MOST_SERVICES = 16;
/** Beyond this a name does not stand beside its count in four columns. */
const LONG_NAME = 17;

/** How many wait for each service, all at once: what moves cannot be read from a seat. */
export function WaitingStrip({ waiting }: { waiting: Waiting }) {
  const words = displayWords();
  const shown = busiest(waiting);
  const isLong = shown.some(({ short }) => short.length > LONG_NAME);
  return (
    <section class={isLong ? 'strip is-long' : 'strip'}>
      <h2 class="strip-head">{shown.length < waiting.length ? words.waitingMost(shown.length) : words.waiting}</h2>
      <ul class="strip-cells">
        {shown.map(({ service, prefix, short, waiting: count }) => (
          <li key={service} class={count === 0 ? 'strip-cell nobody' : 'strip-cell'}>
            <span class="strip-prefix">{prefix}</span>
            <span class="strip-name">{short}</span>
            <span class="strip-count">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In the order of the office; of too many, those for which most people wait. */
export function busiest(waiting: Waiting): Waiting {
  const chosen = [...waiting].sort((a, b) => b.waiting - a.waiting).slice(0, MOST_SERVICES);
  return waiting.filter((one) => chosen.includes(one));
}

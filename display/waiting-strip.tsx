import type { BoardView } from '#shared/contract/views.ts';
import { displayWords } from './display-words.ts';

type Waiting = BoardView['waiting'];

/** How many wait for each service, all at once: what moves cannot be read from a seat. */
export function WaitingStrip({ waiting }: { waiting: Waiting }) {
  return (
    <section class="strip">
      <h2 class="strip-head">{displayWords().waiting}</h2>
      <ul class="strip-cells">
        {waiting.map(({ service, prefix, short, waiting: count }) => (
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

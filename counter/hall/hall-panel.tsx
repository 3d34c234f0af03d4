import { StateMark } from '#counter/state-mark.tsx';
import type { CounterView } from '#shared/contract/views.ts';
import { WaitMark } from '#shared/page/wait-mark.tsx';
import { hallLines, type Line } from './hall-lines.ts';
import { hallWords } from './hall-words.ts';

/** How the hall goes beyond this counter: every line, and who is at the others. */
export function HallPanel({ view }: { view: CounterView }) {
  const { hall } = hallWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a low glass it scrolls by itself, and nothing else in it can take the focus
    <aside class="desk-hall" aria-label={hall} tabIndex={0}>
      <Lines view={view} />
      <Counters view={view} />
    </aside>
  );
}

function Lines({ view }: { view: CounterView }) {
  const w = hallWords();
  return (
    <section class="list" aria-labelledby="lines-heading">
      <h2 id="lines-heading">{w.lines}</h2>
      <table class="lines">
        <thead class="sr-only">
          <tr>
            <th scope="col">{w.line}</th>
            <th scope="col">{w.waiting}</th>
            <th scope="col">{w.longest}</th>
          </tr>
        </thead>
        <tbody>
          {hallLines(view.services).map((line) => (
            <LineRow key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LineRow({ line }: { line: Line }) {
  const w = hallWords();
  return (
    <tr class={line.isOldest ? 'is-oldest' : ''} data-serves={line.serves} data-nobody={line.waiting === 0}>
      <th scope="row">
        <b class="line-prefix">{line.prefix}</b> {line.short}
        <span class="sr-only"> {w.serves[line.serves]}</span>
      </th>
      <td class="line-waiting">{line.waiting}</td>
      <td class="line-wait">
        <WaitMark minutes={line.longestWaitMinutes} />
        {line.isOldest && <span class="sr-only"> {w.oldest}</span>}
      </td>
    </tr>
  );
}

function Counters({ view }: { view: CounterView }) {
  const w = hallWords();
  return (
    <section class="list" aria-labelledby="counters-heading">
      <h2 id="counters-heading">{w.counters}</h2>
      <ul class="hall-counters">
        {view.counters.map((counter) => (
          <Place
            key={counter.id}
            counter={counter}
            isMine={counter.id === view.counter.id}
            // Not the own one: whoever stands before this glass need not read it.
            needsHelp={counter.id !== view.counter.id && view.help.some((call) => call.counter === counter.id)}
          />
        ))}
      </ul>
    </section>
  );
}

type PlaceProps = { counter: CounterView['counters'][number]; isMine: boolean; needsHelp: boolean };

function Place({ counter, isMine, needsHelp }: PlaceProps) {
  const w = hallWords();
  const { current, state } = counter;
  const doing = current && { called: w.calls, serving: w.serving }[current.state];
  return (
    <li class={isMine ? 'place is-mine' : 'place'} data-state={state} data-help={needsHelp}>
      <span class="place-sign">
        <span class="sr-only">{w.counter(counter.id)} </span>
        <span aria-hidden="true">{counter.id}</span>
      </span>
      <StateMark state={state} isShort />
      <span class="place-about">
        {current ? <b>{current.number}</b> : { open: w.free, paused: w.paused, closed: w.closed }[state]}{' '}
        {doing && <span class="place-doing">{doing}</span>}
        {needsHelp && <b class="place-help">{w.needsHelp}</b>}
        {isMine && <span class="sr-only"> {w.mine}</span>}
      </span>
    </li>
  );
}

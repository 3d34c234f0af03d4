import { useRef } from 'preact/hooks';
import type { CounterView } from '#shared/contract/views.ts';
import type { Online } from '#shared/page/connection.ts';
import { undoneWords } from './actions/undone-words.ts';
import type { Desk } from './desk/desk.ts';
import { hallWords } from './hall/hall-words.ts';
import { serviceName } from './service-name.ts';
import { words } from './words.ts';

/**
 * What a screen reader says by itself, calmly: whom this counter calls, what was done, that the connection is back. Each in a line of its
 * own that changes only when there is something new to say, never once a second. A "no" and a lost connection are said at once, by the
 * notice and the banner that show them.
 */
export function Said({ desk, view }: { desk: Desk; view: CounterView }) {
  const done = useRef('');
  const online = useRef<{ last: Online; back: boolean }>({ last: 'online', back: false });
  const lines = useRef<readonly string[]>([]);
  const now = desk.online.value;
  if (now !== online.current.last) online.current = { last: now, back: now === 'online' };
  // Stays until something else was done: that an undo is no longer possible is not worth a word.
  done.current = doneWords(view) ?? done.current;
  // Behind an open question nothing is heard: what happens there is said when it has gone.
  if (desk.question.value === null) {
    lines.current = [online.current.back ? hallWords().backOnline : '', done.current, spoken(view)];
  }
  return (
    <div class="sr-only" role="status" aria-atomic="false">
      {lines.current.map((line, index) => (
        // Always the same three, in this order.
        <p key={['back', 'done', 'here'][index]}>{line}</p>
      ))}
    </div>
  );
}

/** Null where nothing is new: a call says itself by the number that is here then. */
function doneWords({ undo }: CounterView): string | null {
  if (!undo || /call|start|recall/.test(undo.command)) return null;
  return hallWords().done(undoneWords(undo));
}

function spoken(view: CounterView): string {
  const { called, serving, nobody, isClosed, isPaused, calls, callTrouble } = words();
  const { current, counter, seen } = view;
  if (!current) return { open: nobody, paused: isPaused, closed: isClosed }[counter.state];
  const service = serviceName(view, current.service);
  if (current.state === 'serving') return `${serving} ${current.number}, ${service}.`;
  const trouble = seen?.trouble ? ` ${callTrouble[seen.trouble]}` : '';
  return `${called} ${current.number}, ${service}. ${calls(current.calls)}.${trouble}`;
}

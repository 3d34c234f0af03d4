import type { CounterState } from '#shared/contract/views.ts';
import { words } from './words.ts';

type Props = {
  state: CounterState;
  /** The shape alone, where the word stands beside it. */
  isShort?: boolean;
};

/** Open, paused or closed: a word and a shape, not a colour alone. */
export function StateMark({ state, isShort = false }: Props) {
  return (
    <span class={isShort ? 'state-shape' : 'state-mark'} data-state={state}>
      <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" />
        {state === 'open' && <path d="M4.8 8.2 7.2 10.6 11.4 5.8" />}
        {state === 'paused' && <path d="M6.4 5.2v5.6M9.6 5.2v5.6" />}
        {state === 'closed' && <path d="M4.8 8h6.4" />}
      </svg>
      <span class={isShort ? 'sr-only' : ''}>{words().state[state]}</span>
    </span>
  );
}

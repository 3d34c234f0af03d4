import type { CounterAction, CounterView } from '#shared/contract/views.ts';
import { pageWords } from '#shared/page/words/page-words.ts';
import type { Desk } from './desk.ts';
import { KEY_CAPS } from './key-map.ts';

type Props = {
  desk: Desk;
  view: CounterView;
  action: CounterAction & keyof typeof KEY_CAPS;
  label: string;
  /** Why it cannot be pressed yet, or for how long it still can. */
  hint?: string;
  /** Closed by the clock, though the picture allows it. */
  isOff?: boolean;
};

/** A secondary action: its key, its name, and a second line for what the clock says. */
export function ActionButton({ desk, view, action, label, hint = '', isOff = false }: Props) {
  const isUnderWay = desk.underWay.value === action;
  const isDisabled = isOff || desk.online.value !== 'online' || !view.may.includes(action);
  return (
    <button
      type="button"
      class={isUnderWay ? 'action is-under-way' : 'action'}
      data-action={action}
      disabled={isDisabled}
      aria-busy={isUnderWay}
      aria-keyshortcuts={KEY_CAPS[action]}
      onClick={() => desk.act(action)}
    >
      <kbd>{KEY_CAPS[action]}</kbd>
      <span class="label">{label}</span>
      <span class="hint">{isUnderWay && desk.isSlow.value ? pageWords().sending : hint}</span>
    </button>
  );
}

import type { Desk } from '#counter/desk/desk.ts';
import type { DeskAction } from '#counter/desk/desk-action.ts';
import { isOffered } from '#counter/desk/may-press.ts';
import { KeyCap, shortcutOf } from '#counter/keys/key-cap.tsx';
import type { CounterView } from '#shared/contract/views.ts';
import { pageWords } from '#shared/page/words/page-words.ts';

type Props = {
  desk: Desk;
  view: CounterView;
  action: DeskAction;
  label: string;
  /** Why it cannot be pressed yet, or for how long it still can. */
  hint?: string;
  /** Closed by the clock, though the picture allows it. */
  isOff?: boolean;
  /** Where it stands: among the actions of a visit, or below with those of now and then. */
  look?: 'action' | 'more-action';
  /** Of a switch: whether it is on. */
  isOn?: boolean | undefined;
};

/** A secondary action: its key, its name, and a second line for what the clock says. */
export function ActionButton({ desk, view, action, label, hint = '', isOff = false, look = 'action', isOn }: Props) {
  const isUnderWay = desk.underWay.value === action;
  const isDisabled = isOff || desk.online.value !== 'online' || !isOffered(view, action);
  return (
    <button
      type="button"
      class={isUnderWay ? `${look} is-under-way` : look}
      data-action={action}
      disabled={isDisabled}
      aria-busy={isUnderWay}
      aria-pressed={isOn}
      aria-keyshortcuts={shortcutOf(desk, action)}
      onClick={() => desk.act(action)}
    >
      <KeyCap desk={desk} action={action} />
      <span class="label">{label}</span>
      <span class="hint">{isUnderWay && desk.isSlow.value ? pageWords().sending : hint}</span>
    </button>
  );
}

import { useRef, useState } from 'preact/hooks';
import { actionWords } from '#counter/actions/action-words.ts';
import { moreWords } from '#counter/actions/more-words.ts';
import type { Desk } from '#counter/desk/desk.ts';
import { DESK_ACTIONS, type DeskAction } from '#counter/desk/desk-action.ts';
import type { NoKey } from './own-keys.ts';

/** Keys that go on moving through the page while a new one is waited for. */
const MOVES = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'CapsLock'];

/** Every action with its key; one is chosen, then its new key is pressed. */
export function KeysForm({ desk }: { desk: Desk }) {
  const [waiting, waitFor] = useState<DeskAction | null>(null);
  const [said, say] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const w = moreWords();
  const keys = desk.ownKeys.keys.value;
  const hear = (event: KeyboardEvent) => {
    if (waiting === null) return walk(event, list.current);
    if (MOVES.includes(event.key)) return;
    // Whatever it is, it is meant for here: neither Escape closes the question, nor F5 loads the page anew, nor Enter presses.
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (event.key !== 'Escape') {
      const no = desk.ownKeys.change(waiting, event);
      say(no ? whyNot(no, event.key) : w.keyGiven(actionWords()[waiting], desk.ownKeys.keys.value[waiting]));
      if (no) return;
    }
    waitFor(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        desk.dismiss();
      }}
    >
      <p>{w.keysAdvice}</p>
      <ul class="own-keys" ref={list} onKeyDown={hear}>
        {DESK_ACTIONS.map((action, index) => (
          <li key={action}>
            <button
              type="button"
              autofocus={index === 0}
              class={waiting === action ? 'own-key is-waiting' : 'own-key'}
              onClick={() => waitFor(action)}
              onBlur={() => waitFor(null)}
            >
              <span>{actionWords()[action]}</span>{' '}
              {waiting === action ? <em>{w.pressNew}</em> : <kbd>{keys[action]}</kbd>}
            </button>
          </li>
        ))}
      </ul>
      <div class="answer">
        <p class="own-keys-say" role="status">
          {said}
        </p>
        <div class="confirm">
          <button
            type="button"
            class="secondary"
            onClick={() => {
              desk.ownKeys.backToUsual();
              say(w.keysAreUsual);
            }}
          >
            {w.usualKeys}
          </button>
          <button type="submit" class="primary">
            {w.done} <kbd>Esc</kbd>
          </button>
        </div>
      </div>
    </form>
  );
}

function whyNot(no: NoKey, key: string): string {
  const w = moreWords();
  if (no.why === 'taken') return w.keyTaken(key === ' ' ? 'Space' : key.toUpperCase(), actionWords()[no.by]);
  return no.why === 'digit' ? w.keyDigit : w.keyNotFree;
}

/** The arrows go from key to key. */
function walk(event: KeyboardEvent, list: HTMLUListElement | null) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  if (!step) return;
  event.preventDefault();
  // Where the list itself has the focus, as a browser gives it to whatever scrolls, the first comes first.
  buttons[at === -1 ? 0 : (at + step + buttons.length) % buttons.length]?.focus();
}

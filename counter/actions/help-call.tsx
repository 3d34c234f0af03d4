import { useLayoutEffect } from 'preact/hooks';
import type { Desk } from '#counter/desk/desk.ts';
import { KeyCap, shortcutOf } from '#counter/keys/key-cap.tsx';
import type { CounterView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { alarm } from '#shared/page/alarm.ts';
import { pageWords } from '#shared/page/words/page-words.ts';
import { actionWords } from './action-words.ts';
import { moreWords } from './more-words.ts';

type Props = { desk: Desk; view: CounterView };

/** Held for a second it calls the manager and the other counters; nothing in the hall shows or sounds. [S13] */
export function HelpButton({ desk, view }: Props) {
  const w = moreWords();
  const { help } = desk;
  const isHeld = help.isHeld.value;
  const isCalled = view.help.some(({ counter }) => counter === view.counter.id);
  const isOff = desk.online.value !== 'online' || isCalled;
  const keys = { ' ': true, Enter: true };
  return (
    <button
      type="button"
      class={isHeld || help.isUnderWay.value ? 'help-button is-held' : 'help-button'}
      data-action="counter:call-help"
      disabled={isOff}
      aria-keyshortcuts={shortcutOf(desk, 'counter:call-help')}
      onPointerDown={(event) => event.button === 0 && help.begin()}
      onPointerUp={help.end}
      onPointerLeave={help.end}
      onPointerCancel={help.end}
      // A finger that rests would open the browser's menu.
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!(event.key in keys)) return;
        event.preventDefault();
        if (!event.repeat) help.begin();
      }}
      onKeyUp={help.end}
      onBlur={help.end}
    >
      <svg class="help-ring" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="8" />
        <circle cx="10" cy="10" r="8" pathLength="1" />
      </svg>
      <KeyCap desk={desk} action="counter:call-help" />
      <span class="label">{actionWords()['counter:call-help']}</span>
      <span class="hint">{help.isSlow.value ? pageWords().sending : isHeld ? w.holding : w.holdAdvice}</span>
    </button>
  );
}

/** Who calls for help now: this counter, with the way to take it back, and its neighbours. Calm, and in nobody's way. */
export function HelpCalls({ desk, view }: Props) {
  const neighbours = view.help.filter(({ counter }) => counter !== view.counter.id);
  const text = neighbours.map(({ counter }) => moreWords().helpWanted(counter)).join(' · ') || null;
  // Over an open question too, and in the name of the tab; the own call is nobody's business who looks at this glass.
  useLayoutEffect(() => {
    alarm.value = text;
    return () => {
      alarm.value = null;
    };
  }, [text]);
  return (
    <div class="help-calls" role="status">
      {view.help.map(({ counter, since }) =>
        counter === view.counter.id ? (
          <OwnCall key={counter} desk={desk} view={view} since={since} />
        ) : (
          <p key={counter} class="help-call">
            <strong>{moreWords().helpWanted(counter)}</strong> {moreWords().helpSince(clockText(since, view))}
          </p>
        ),
      )}
    </div>
  );
}

/** Small and without colour: whoever stands before the counter need not read it from there. */
function OwnCall({ desk, view, since }: Props & { since: number }) {
  const w = moreWords();
  const isUnderWay = desk.underWay.value === 'counter:help-came';
  return (
    <p class="help-call is-own">
      <span>
        {w.helpCalled(clockText(since, view))}. <span class="sr-only">{w.helpAdvice}</span>
      </span>
      <button
        type="button"
        class={isUnderWay ? 'quiet is-under-way' : 'quiet'}
        disabled={desk.online.value !== 'online'}
        aria-busy={isUnderWay}
        aria-keyshortcuts={shortcutOf(desk, 'counter:help-came')}
        onClick={() => desk.act('counter:help-came')}
      >
        {w.helpCame} <KeyCap desk={desk} action="counter:help-came" />
      </button>
    </p>
  );
}

function clockText(at: number, { timeZone }: CounterView): string {
  return wallClock(at, timeZone).text;
}

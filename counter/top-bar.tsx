import type { CounterView } from '#shared/contract/views.ts';
import { deviceToken, sessionOf } from '#shared/page/keys.ts';
import { PageSwitches } from '#shared/page/page-switches.tsx';
import { inLanguage } from '#shared/page/words/language.ts';
import type { Desk } from './desk/desk.ts';
import { hallWords } from './hall/hall-words.ts';
import { KeyCap, shortcutOf } from './keys/key-cap.tsx';
import { StateMark } from './state-mark.tsx';
import { words } from './words.ts';

/** Whose page this is. */
export function TopBar({ view }: { view: CounterView }) {
  return (
    <header class="top-bar">
      <h1>{words().counter(view.counter.id)}</h1>
      <StateMark state={view.counter.state} />
      {view.isReassigned && <span class="reassigned">{hallWords().reassigned}</span>}
      <span class="office">{inLanguage(view.office)}</span>
    </header>
  );
}

/** The few things done once a day: in the bar where there is room, at the end of a narrow strip. */
export function DayNav({ desk, view }: { desk: Desk; view: CounterView }) {
  const { changeCounter, closeCounter, signOut, page } = words();
  const isLive = desk.online.value === 'online';
  return (
    <nav class="day-nav" aria-label={page}>
      {view.may.includes('counter:close') && (
        <button
          type="button"
          class="quiet"
          disabled={!isLive}
          aria-keyshortcuts={shortcutOf(desk, 'counter:close')}
          onClick={() => desk.act('counter:close')}
        >
          {closeCounter} <KeyCap desk={desk} action="counter:close" />
        </button>
      )}
      {/* A machine that was paired for this counter belongs to it. */}
      {deviceToken() === null && (
        <a class="quiet" href="/counter/">
          {changeCounter}
        </a>
      )}
      {sessionOf('counter') !== null && (
        <button type="button" class="quiet" onClick={desk.signOut}>
          {signOut}
        </button>
      )}
      <PageSwitches />
    </nav>
  );
}

import type { BoardView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { now } from '#shared/page/clock.ts';
import { inLanguage, language } from '#shared/page/words/language.ts';
import { wallDate } from '#shared/page/words/wall-moment.ts';
import { displayWords } from './display-words.ts';
import type { Freshness } from './freshness.ts';
import { Reconnecting } from './notices.tsx';

/** Beyond this it takes two lines, and the clock beneath has less room. */
const LONG_NAME = 80;

/** Before the first call of the day. */
export function Welcome({ view, freshness }: { view: BoardView; freshness: Freshness }) {
  const office = inLanguage(view.office);
  return (
    <main class={office.length > LONG_NAME ? 'welcome is-long' : 'welcome'}>
      <p class="welcome-office">{office}</p>
      <p class="welcome-clock">{wallClock(now.value, view.timeZone).text}</p>
      <p class="welcome-date">{wallDate(now.value, view.timeZone, language.value)}</p>
      <p class="welcome-invitation">{displayWords().takeNumber}</p>
      <Reconnecting freshness={freshness} />
    </main>
  );
}

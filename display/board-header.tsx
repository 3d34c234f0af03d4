import type { BoardView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { now } from '#shared/page/clock.ts';
import { inLanguage, language } from '#shared/page/words/language.ts';
import { wallDate } from '#shared/page/words/wall-moment.ts';
import type { Freshness } from './freshness.ts';
import { Reconnecting } from './notices.tsx';

/** Beyond this it takes two lines, in smaller letters. */
const LONG_NAME = 60;

/** Whose hall this is, and what time it is there. */
export function BoardHeader({ view, freshness }: { view: BoardView; freshness: Freshness }) {
  const office = inLanguage(view.office);
  return (
    <header class="board-header">
      <p class={office.length > LONG_NAME ? 'office-name is-long' : 'office-name'}>{office}</p>
      <div class="today">
        <p class="today-date">{wallDate(now.value, view.timeZone, language.value)}</p>
        <Reconnecting freshness={freshness} />
      </div>
      <p class="clock">{wallClock(now.value, view.timeZone).text}</p>
    </header>
  );
}

import type { BoardView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { now } from '#shared/page/clock.ts';
import { inLanguage, language } from '#shared/page/words/language.ts';
import { wallDate } from '#shared/page/words/wall-moment.ts';
import type { Freshness } from './freshness.ts';
import { Reconnecting } from './notices.tsx';

/** Whose hall this is, and what time it is there. */
export function BoardHeader({ view, freshness }: { view: BoardView; freshness: Freshness }) {
  return (
    <header class="board-header">
      <p class="office-name">{inLanguage(view.office)}</p>
      <div class="today">
        <p class="today-date">{wallDate(now.value, view.timeZone, language.value)}</p>
        <Reconnecting freshness={freshness} />
      </div>
      <p class="clock">{wallClock(now.value, view.timeZone).text}</p>
    </header>
  );
}

import type { Oversight } from '#manager/oversight.ts';
import { words } from '#manager/words.ts';
import type { ManagerView } from '#shared/contract/views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { now } from '#shared/page/clock.ts';
import { PageSwitches } from '#shared/page/page-switches.tsx';
import { PressButton } from '#shared/page/press-button.tsx';
import { inLanguage, language } from '#shared/page/words/language.ts';
import { wallDate, wallMoment } from '#shared/page/words/wall-moment.ts';

type Props = { oversight: Oversight; view: ManagerView };

/** Which office, which day, what time it is there, and whether it gives out numbers. */
export function HallHeader({ oversight, view }: Props) {
  return (
    <header class="hall-header">
      <div class="whose">
        <h1>{inLanguage(view.office)}</h1>
        <p class="date">{wallDate(now.value, view.timeZone, language.value)}</p>
      </div>
      <p class="clock" role="timer">
        {wallClock(now.value, view.timeZone).text}
      </p>
      <p class="giving" data-open={view.open}>
        <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" />
          <path d={view.open ? 'M4.8 8.2 7.2 10.6 11.4 5.8' : 'M4.8 8h6.4'} />
        </svg>
        <span>{givingWords(view)}</span>
      </p>
      <DayButtons oversight={oversight} view={view} />
    </header>
  );
}

function DayButtons({ oversight, view }: Props) {
  const { extend, endDay } = words();
  const isLive = oversight.online.value === 'online';
  return (
    <nav class="day-buttons" aria-label={words().title}>
      {/* Also after the end of the day: it may have been closed by mistake. */}
      {!view.open && view.day !== null && (
        <PressButton
          presses={oversight}
          name="hours:extend"
          look="secondary"
          label={extend}
          press={oversight.holdOpen}
        />
      )}
      {view.dayState === 'open' && (
        <button type="button" class="secondary" disabled={!isLive} onClick={() => oversight.ask('end-day')}>
          {endDay}
        </button>
      )}
      <PageSwitches />
    </nav>
  );
}

function givingWords({ open, extendedUntil, nextFrom, dayState, day, timeZone }: ManagerView): string {
  const w = words();
  if (open) {
    return extendedUntil === null ? w.givesNumbers : w.extendedUntil(wallClock(extendedUntil, timeZone).text);
  }
  const state = dayState === 'open' ? w.noNumbers : day === null ? w.noDay : w.dayClosed;
  if (nextFrom === null) return `${state}.`;
  const isToday = wallClock(nextFrom, timeZone).day === wallClock(now.value, timeZone).day;
  const when = isToday ? wallClock(nextFrom, timeZone).text : wallMoment(nextFrom, timeZone, language.value);
  return `${state}. ${w.nextFrom(when)}.`;
}

import type { KioskView } from '#shared/contract/kiosk-views.ts';
import { wallClock } from '#shared/domain/business-day.ts';
import { now } from '#shared/page/clock.ts';
import { inLanguage, language } from '#shared/page/words/language.ts';
import { wallDate } from '#shared/page/words/wall-moment.ts';

/** Whose kiosk this is, and the office's clock. */
export function Header({ view }: { view: KioskView | null }) {
  if (!view) return <header class="header" />;
  const { office, timeZone } = view;
  return (
    <header class="header">
      <div class="office">
        <p class="office-name">{inLanguage(office)}</p>
        {language.value === 'vi' && (
          <p class="office-other" lang="en">
            {office.en}
          </p>
        )}
      </div>
      <div class="wall-clock">
        <p class="wall-time">{wallClock(now.value, timeZone).text}</p>
        <p class="wall-date">{wallDate(now.value, timeZone, language.value)}</p>
      </div>
    </header>
  );
}

import { wallClock } from '#shared/domain/business-day.ts';
import type { Display } from './create-display.ts';
import { displayWords } from './display-words.ts';
import type { Freshness } from './freshness.ts';

/** A small sign while the line has only just gone: most visitors need not notice. */
export function Reconnecting({ freshness }: { freshness: Freshness }) {
  if (freshness !== 'reconnecting') return null;
  return (
    <p class="reconnecting" role="status">
      {displayWords().reconnecting}
    </p>
  );
}

type Heard = Pick<Display, 'freshness' | 'lastHeardAt' | 'view'>;
type StaleProps = { display: Heard; timeZone?: string; isAlone?: boolean };

/** Says that the picture must not be believed any more, since when, and whom to ask. */
export function StaleBanner({ display, timeZone, isAlone = false }: StaleProps) {
  return (
    <div class={isAlone ? 'stale-banner is-alone' : 'stale-banner'} role="alert">
      <p>{staleText(display, timeZone ?? display.view.value?.timeZone)}</p>
    </div>
  );
}

/** Any touch will do, so it is no button: the whole screen is. */
export function SoundBar() {
  return (
    <p class="sound-bar" role="alert">
      {displayWords().soundOff}
    </p>
  );
}

/** Beyond this it takes two lines, in smaller letters. */
const LONG_LINE = 100;

/** One line of the office's own; nothing when it has none. */
export function InfoLine({ text }: { text: string }) {
  return text === '' ? null : <p class={text.length > LONG_LINE ? 'info-line is-long' : 'info-line'}>{text}</p>;
}

function staleText(display: Heard, timeZone: string | undefined): string {
  const words = displayWords();
  if (display.freshness.value === 'old-page') return words.oldPage;
  const heardAt = display.lastHeardAt();
  return heardAt === null || !timeZone ? words.neverConnected : words.staleSince(wallClock(heardAt, timeZone).text);
}

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

/** Says that the picture must not be believed any more, since when, and whom to ask. */
export function StaleBanner({ display, isAlone = false }: { display: Display; isAlone?: boolean }) {
  return (
    <div class={isAlone ? 'stale-banner is-alone' : 'stale-banner'} role="alert">
      <p>{staleText(display)}</p>
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

function staleText(display: Display): string {
  const words = displayWords();
  if (display.freshness.value === 'old-page') return words.oldPage;
  const heardAt = display.lastHeardAt();
  const timeZone = display.view.value?.timeZone;
  return heardAt === null || !timeZone ? words.neverConnected : words.staleSince(wallClock(heardAt, timeZone).text);
}

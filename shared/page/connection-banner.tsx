import type { ReadonlySignal } from '@preact/signals';
import { wallClock } from '#shared/domain/business-day.ts';
import { serverNow } from './clock.ts';
import type { Online } from './connection.ts';
import { pageWords } from './words/page-words.ts';

type Props = { online: ReadonlySignal<Online>; heardAt: ReadonlySignal<number>; timeZone: string };

/** Says that the picture below may be old. Nothing while all is well. */
export function ConnectionBanner({ online, heardAt, timeZone }: Props) {
  const words = pageWords();
  if (online.value === 'old-page') {
    return (
      <div class="banner" role="alert">
        <p>
          <strong>{words.oldPage}.</strong> {words.oldPageAdvice}
        </p>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    );
  }
  if (online.value !== 'offline') return null;
  // Heard by this machine's clock, which may be hours off; the office's wall shows the server's.
  const lastHeard = wallClock(heardAt.value + serverNow() - Date.now(), timeZone).text;
  return (
    <div class="banner" role="alert">
      <p>
        <strong>{words.offline}.</strong> {words.offlineSince(lastHeard)}
      </p>
    </div>
  );
}

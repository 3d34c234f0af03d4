import type { WebContents } from 'electron';
import { isCalmPage } from '#kiosk/main/calm/calm-page.ts';
import type { ShownRoom } from '#kiosk/main/windows/page-of.ts';
import type { Healer } from './healer.ts';
import { type KeptPage, keepPage, type Outside } from './keep-page.ts';
import { createNight } from './night.ts';
import { createPageWatch, TICK_MS } from './page-watch.ts';

/** A page that is asked a question and has not answered after this has stopped. */
export const LOOK_PATIENCE_MS = 3_000;
/** Whether a person would see anything on a page that says nothing of itself. */
const SHOWS_ANYTHING = "document.body !== null && document.body.innerText.trim() !== ''";

export type KeepWellNeeds = {
  contents: WebContents;
  page: URL;
  room: ShownRoom;
  outside: Outside & { ticks(): number; share: number; say(line: string): void };
  healer: Healer;
};

/** Keeps a page on its screen, and sees to it that it is alive: crashed, hung, empty or deaf, it is back within seconds. */
export function keepWell({ contents, page, room, outside, healer }: KeepWellNeeds): KeptPage {
  const { later, ticks, share, say } = outside;
  const watch = createPageWatch();
  const night = createNight(ticks, share);
  const kept = keepPage(contents, page, outside, { room, broke: healer.countFor(room) });
  let pages = 0;

  contents.on('did-navigate', (_event, address) => {
    pages += 1;
    if (isCalmPage(address)) return watch.closed();
    watch.opened();
    night.opened();
  });
  contents.on('render-process-gone', () => watch.closed());
  healer.listen(contents, (beat) => {
    watch.beat(beat);
    // A clerk's page is his own: he may have put it to sleep in the middle of something.
    night.heard(beat.isQuiet && room !== 'counter');
  });
  later(TICK_MS, tick);
  return kept;

  function tick() {
    if (contents.isDestroyed()) return;
    later(TICK_MS, tick);
    const finding = watch.tick();
    if (finding === 'hung' || finding === 'blank') giveUp(finding);
    if (finding === 'unsure') look();
    if (finding === 'cut-off') void kept.renew();
    if (night.isDue()) {
      // Not again a second later, should the server be away.
      night.heard(false);
      void kept.renew();
    }
  }

  /** A page that has stopped hears nothing: its process is ended, and it comes back like any that crashed. */
  function giveUp(finding: string) {
    say(`${room}: ${finding}\n`);
    watch.closed();
    contents.forcefullyCrashRenderer();
  }

  function look() {
    const looked = pages;
    let isAnswered = false;
    const found = (shows: unknown) => {
      if (!isAnswered && looked === pages && shows !== true && !contents.isDestroyed()) giveUp('blank');
      isAnswered = true;
    };
    // A page that has left meanwhile cannot be asked, and need not be.
    contents.executeJavaScript(SHOWS_ANYTHING).then(found, () => found(true));
    later(LOOK_PATIENCE_MS, () => found(false));
  }
}

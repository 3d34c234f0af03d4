import { answerOf, type Line, lineTo, type Target, targetsOf } from './devtools.ts';
import type { Screen } from './screen.ts';

/** Marks the page, and counts what Chromium is about to do with it that nobody prevented. */
export const PROBE = `(() => {
  const seen = window.breakout = { menus: 0, drags: 0, choosers: 0 };
  addEventListener('contextmenu', (event) => { if (!event.defaultPrevented) seen.menus += 1 });
  addEventListener('dragstart', (event) => { if (!event.defaultPrevented) seen.drags += 1 });
})()`;
/** What the page says of itself, as text. */
export const SEEN = `JSON.stringify({ at: location.href, isMarked: 'breakout' in window, seen: window.breakout,
  glass: [innerWidth, innerHeight], scale: visualViewport.scale, ratio: devicePixelRatio, history: history.length, hasFocus: document.hasFocus(),
  marked: String(getSelection()), printing: matchMedia('print').matches })`;

/** What stands on the screen, as text: two that differ are told apart by it. */
export type Look = {
  /** The browser's pages and the screen's windows. */
  around: string;
  /** What the page itself is and has come to know. */
  page: string;
};

/** Eyes on one subject. `mark` puts the page under watch that stands there now. */
export type Eyes = { line: Line; mark(): Promise<void>; look(): Promise<Look>; close(): void };

const isSeen = ({ type, url }: Target) => (type === 'page' || type === 'other') && !url.startsWith('chrome://omnibox');

/** Begins to look. @throws when nothing of a page is there */
export async function openEyes(debugAt: string, screen: Screen, isOurs: (url: string) => boolean): Promise<Eyes> {
  const target = (await targetsOf(debugAt)).find(({ type, url }) => type === 'page' && isOurs(url));
  if (!target) throw new Error('There is no page to look at.');
  const line = await lineTo(target);
  return {
    line,
    mark: async () => void (await line.send('Runtime.evaluate', { expression: PROBE })),
    async look() {
      const [targets, windows, page] = await Promise.all([targetsOf(debugAt), screen.windows(), answerOf(line, SEEN)]);
      const shown = targets.filter(isSeen).map(({ type, url }) => `${type} ${url}`);
      return { around: JSON.stringify({ shown: shown.sort(), windows: windows.sort() }), page: String(page) };
    },
    close: line.close,
  };
}

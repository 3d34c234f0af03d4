import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { chooseScreen, type Place } from './choose-screen.ts';

/** Systems move windows by themselves when monitors change, some of them after they have told of it. So it is looked at once more. */
export const SETTLED_MS = 2_000;

/** Everything that can happen to monitors; a change of the main one is told as a change of both. */
const CHANGES = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

/** The window as far as its place is concerned. */
type PlacedWindow = Pick<
  BrowserWindow,
  'isDestroyed' | 'isVisible' | 'getBounds' | 'setBounds' | 'setKiosk' | 'hide' | 'showInactive' | 'on'
>;

export type KeepPlaceNeeds = {
  screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'on' | 'off'>;
  later(ms: number, run: () => void): void;
};

/** Where a window begins; null: nowhere yet, it is opened hidden. */
export function firstPlace({ screen }: Pick<KeepPlaceNeeds, 'screen'>, place: Place): Rectangle | null {
  return chooseScreen(screen.getPrimaryDisplay(), screen.getAllDisplays(), place)?.bounds ?? null;
}

/**
 * Keeps a window over the whole of the monitor it belongs to, also one that is switched on later, turned, or changes its resolution.
 * Where there is none for it, it is hidden until there is one: its page goes on, so that calls are still heard.
 */
export function keepPlace(window: PlacedWindow, place: Place, { screen, later }: KeepPlaceNeeds): void {
  const look = () => {
    if (window.isDestroyed()) return;
    const at = window.isVisible() ? screen.getDisplayMatching(window.getBounds()).id : null;
    const wanted = chooseScreen(screen.getPrimaryDisplay(), screen.getAllDisplays(), place, at);
    if (!wanted) {
      // A hidden full-screen window leaves a black screen behind on some systems.
      if (window.isVisible()) window.setKiosk(false);
      window.hide();
      return;
    }
    if (window.isVisible() && isSame(window.getBounds(), wanted.bounds)) return;
    // A full-screen window does not move.
    window.setKiosk(false);
    window.setBounds(wanted.bounds);
    // Without taking the keyboard from the kiosk beside it.
    if (!window.isVisible()) window.showInactive();
    window.setKiosk(true);
  };
  const changed = () => {
    look();
    later(SETTLED_MS, look);
  };
  for (const change of CHANGES) screen.on(change as 'display-added', changed); // one listener for three events that tell more than it hears
  window.on('closed', () => {
    for (const change of CHANGES) screen.off(change as 'display-added', changed);
  });
}

const isSame = (a: Rectangle, b: Rectangle) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

import type { App, Details, PowerMonitor, WebContents } from 'electron';
import type { Beat } from '#kiosk/bridge.ts';
import { createCrashCount } from './crash-count.ts';
import type { KeptPage } from './keep-page.ts';
import type { LastResort } from './last-resort.ts';

/** As much of a window as is healed. */
type HealedWindow = {
  window: { isDestroyed(): boolean; webContents: Pick<WebContents, 'invalidate'> };
  page: KeptPage | null;
};

export type HealerNeeds = {
  windows(): readonly HealedWindow[];
  lastResort: LastResort;
  ticks(): number;
  say(line: string): void;
};

/** What watches over all windows. */
export type Healer = {
  /** Sees to what concerns the whole app: processes of Chromium that go, and the PC that has slept. */
  watchOver(electron: { app: Pick<App, 'on'>; powerMonitor: Pick<PowerMonitor, 'on'> }): void;
  /** Begins to count what breaks in one window. The answer: told how it broke, is the whole app about to start anew? */
  countFor(name: string): (how: string) => boolean;
  /** Where the beats of a page go. */
  listen(contents: WebContents, hear: (beat: Beat) => void): void;
  heard(beat: Beat, from: WebContents): void;
};

/** What Electron calls the process in which the hall's server runs, where it runs beside the app: that one has a supervisor of its own. */
const OWN_PROCESS = 'node.mojom.NodeService';

export function createHealer({ windows, lastResort, ticks, say }: HealerNeeds): Healer {
  const ears = new WeakMap<WebContents, (beat: Beat) => void>();
  const countFor = (name: string) => {
    const isOnceTooOften = createCrashCount(ticks);
    return (how: string) => {
      say(`${name}: bị dừng (${how}). / ${name}: gone (${how}).`);
      if (isOnceTooOften()) lastResort.begin(name);
      return lastResort.isUnderWay();
    };
  };

  return {
    countFor,
    watchOver({ app, powerMonitor }) {
      const helpersBroke = countFor('Chromium');
      app.on('child-process-gone', (_event, details) => {
        if (details.reason === 'clean-exit' || details.serviceName === OWN_PROCESS) return;
        if (details.type === 'GPU') repaint(details);
        // Sound or network that goes again and again: Chromium starts each anew by itself, but no longer gets anywhere.
        else helpersBroke(`${details.name ?? details.type}: ${details.reason}`);
      });
      // Sockets are dead, the night's calls are over, and the clock has jumped: nothing of before is worth keeping.
      powerMonitor.on('resume', () => {
        for (const { page } of windows()) page?.reopen();
      });
    },
    listen: (contents, hear) => void ears.set(contents, hear),
    heard: (beat, from) => ears.get(from)?.(beat),
  };

  /** Chromium starts it anew, and after a few times without the graphics card; what stood on the glass may be black until it is painted. */
  function repaint({ reason }: Details) {
    say(`GPU: bị dừng (${reason}). / GPU: gone (${reason}).`);
    for (const { window } of windows()) if (!window.isDestroyed()) window.webContents.invalidate();
  }
}

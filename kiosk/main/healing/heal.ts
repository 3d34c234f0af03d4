import { join } from 'node:path';
import { HALL_CALLS } from '#kiosk/bridge.ts';
import { answerPage } from '#kiosk/main/guard/answer-page.ts';
import type { Shell, ShellParts } from '#kiosk/main/shell.ts';
import type { Updates } from '#kiosk/main/update/serve-updates.ts';
import { createHealer, type Healer } from './healer.ts';
import { createLastResort } from './last-resort.ts';
import { readBeat } from './page-watch.ts';
import { openRestartRecord } from './restart-record.ts';

/** What watches over the windows of this app. */
export function healerFor(
  { electron, outside }: ShellParts,
  { windows, serverHere }: Pick<Shell, 'windows' | 'serverHere'>,
): Healer {
  const say = (line: string) => outside.say(`${line}\n`);
  const lastResort = createLastResort({
    ...outside,
    say,
    record: openRestartRecord(join(electron.app.getPath('userData'), 'restarts.json')),
    // The server, where there is one, closes its books first.
    restart: () => void serverHere.end().then(outside.restart),
  });
  return createHealer({ ...outside, say, windows, lastResort });
}

/** Once Electron is ready: hears the beats of the pages, and what goes beside them. */
export function heal({ electron, homes, healer }: Shell, updates: Pick<Updates, 'heard'>): void {
  healer.watchOver(electron);
  answerPage(electron.ipcMain, {
    channel: HALL_CALLS.beat,
    mayAsk: (address, window) => homes.allows(window, address, 'hall'),
    read: readBeat,
    answer: (beat, from) => {
      healer.heard(beat, from);
      updates.heard(beat, from);
    },
  });
}

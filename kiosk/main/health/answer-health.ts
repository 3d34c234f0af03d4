import type { App, IpcMain, Screen, WebContents } from 'electron';
import { HALL_CALLS, type ShellHealth, type UpdateNews } from '#kiosk/bridge.ts';
import { answerPage } from '#kiosk/main/guard/answer-page.ts';

export type HealthNeeds = {
  ipcMain: Pick<IpcMain, 'handle'>;
  app: Pick<App, 'getVersion' | 'getAppMetrics'>;
  screen: Pick<Screen, 'getAllDisplays'>;
  mayAsk(address: string, window: WebContents): boolean;
  /** Of this process, ms. */
  upMs(): number;
  /** What the PC has left, MB; null: the system does not say. */
  freeMb(): number | null;
  restart(): void;
  update(): UpdateNews | null;
};

/** Tells the hall's page how the app is, and starts the app anew when the manager has asked the page for it. */
export function answerHealth(needs: HealthNeeds): void {
  const { ipcMain, mayAsk, restart } = needs;
  const nothing = (said: unknown) => (said === undefined ? true : null);
  answerPage(ipcMain, { channel: HALL_CALLS.health, mayAsk, read: nothing, answer: () => healthOf(needs) });
  answerPage(ipcMain, { channel: HALL_CALLS.restart, mayAsk, read: nothing, answer: () => restart() });
}

function healthOf({ app, screen, upMs, freeMb, update }: HealthNeeds): ShellHealth {
  const kilobytes = app.getAppMetrics().map(({ memory }) => memory.workingSetSize);
  return {
    version: app.getVersion(),
    upMs: Math.round(upMs()),
    appMb: Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1_024),
    freeMb: freeMb(),
    monitors: screen.getAllDisplays().length,
    update: update(),
  };
}

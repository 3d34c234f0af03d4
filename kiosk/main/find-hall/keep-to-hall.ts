import type { Shell } from '#kiosk/main/shell.ts';
import { openRole } from '#kiosk/main/windows/open-role.ts';
import { answerToken } from './answer-token.ts';
import { pinSession } from './pin-session.ts';

/** Keeps the app to the hall that this PC belongs to, and goes after it when its server has moved. */
export function keepToHall(shell: Shell): void {
  const { electron, homes, outside, machineFile, windows } = shell;
  const { ipcMain } = electron;
  answerToken({ ipcMain, machineFile, mayAsk: (address, window) => homes.allows(window, address, 'hall') });
  pinSession(electron.session.defaultSession, () => machineFile.read()?.pin?.fingerprint ?? null);
  outside.follow(outside.later, () => {
    const machine = machineFile.read();
    // Never in place of the page on which somebody is just setting this PC up.
    if (machine && windows().every(({ page }) => page !== null)) openRole(shell, machine);
  });
}

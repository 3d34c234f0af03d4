import { pinSession } from './find-hall/pin-session.ts';
import { openRole } from './open-role.ts';
import type { Shell } from './shell.ts';

/** Keeps the app to the hall that this PC belongs to, and goes after it when its server has moved. */
export function keepToHall(shell: Shell): void {
  const { electron, outside, machineFile, windows } = shell;
  pinSession(electron.session.defaultSession, () => machineFile.read()?.pin?.fingerprint ?? null);
  outside.follow(outside.later, () => {
    const machine = machineFile.read();
    // Never in place of the page on which somebody is just setting this PC up.
    if (machine && windows().every(({ page }) => page !== null)) openRole(shell, machine);
  });
}

import { join } from 'node:path';
import { keepToHall } from './find-hall/keep-to-hall.ts';
import { guardCertificates, guardContents, guardSession } from './guard/guard-contents.ts';
import { heal } from './healing/heal.ts';
import { serveHealth } from './health/serve-health.ts';
import { endServerFirst } from './server/server-here.ts';
import { usualMachine } from './setup/machine.ts';
import { openSetup, registerSetupScheme, serveSetup } from './setup/open-setup.ts';
import { createShell, type Shell, type ShellParts } from './shell.ts';
import type { ShellRequest } from './shell-request.ts';
import { serveStaff } from './staff/serve-staff.ts';
import { serveUpdates } from './update/serve-updates.ts';
import { openMachine, openRole } from './windows/open-role.ts';
import { neverBare } from './windows/when-bare.ts';

/** Where the app keeps what it knows. A folder of its own for a room that was asked for by name: the lock is per folder. */
export function dataFolder(appData: string, { room }: ShellRequest): string {
  return join(appData, 'Luot', room?.room ?? '');
}

/** Opens what this PC is for, or asks what that is. In this order; each line is a matter of its own. */
export async function openShell(parts: ShellParts, request: ShellRequest) {
  const { app, Menu, powerSaveBlocker, protocol, session } = parts.electron;
  app.setPath('userData', dataFolder(app.getPath('appData'), request));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const shell = createShell(parts);
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  registerSetupScheme(protocol);
  const staff = serveStaff(shell);
  app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, {
      mayGo: (address) => shell.homes.allows(contents, address),
      keys: () => shell.homes.keysOf(contents),
      staffAsks: staff.ask,
    }),
  );
  guardCertificates(app);

  await app.whenReady();
  Menu.setApplicationMenu(null);
  guardSession(session.defaultSession);
  keepToHall(shell);
  powerSaveBlocker.start('prevent-display-sleep');
  serveSetup(shell);
  const updates = serveUpdates(shell);
  serveHealth(shell, updates);
  heal(shell, updates);
  endServerFirst(app, shell.serverHere);
  app.on('second-instance', (_event, args) => startedAgain(shell, args));
  neverBare({
    app,
    later: shell.outside.later,
    mayEnd: () => mayEnd(shell, request),
    open: () => open(shell, request),
  });
  open(shell, request);
}

/** A clerk's window is his to close, and so is the first question. */
const mayEnd = ({ machineFile }: Shell, { room }: ShellRequest) =>
  !room && (machineFile.read()?.role ?? 'counter') === 'counter';

/** The one that runs comes to the front. A clerk's PC, which has no PIN to pass, can be set up anew without closing it first. */
function startedAgain(shell: Shell, args: readonly string[]) {
  if (args.includes('--setup') && shell.machineFile.read()?.role === 'counter') openSetup(shell);
  else shell.windows()[0]?.window.focus();
}

function open(shell: Shell, { room, setup }: ShellRequest) {
  if (room) return openRole(shell, { ...usualMachine(room.room), server: room.server.origin });
  const machine = shell.machineFile.read();
  if (machine && !setup) openMachine(shell, machine);
  else openSetup(shell);
}

import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  globalShortcut,
  ipcMain,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  utilityProcess,
} from 'electron';
import { ownAddresses } from '#shared/finding/cards.ts';
import { findInNetwork } from './find-hall/find-in-network.ts';
import { REFUSED_CODE, RefusedStart, refusedSwitches } from './guard/refused-switches.ts';
import { isAnswering } from './healing/is-answering.ts';
import { restartApp } from './healing/restart-app.ts';
import { startAlone } from './healing/start-alone.ts';
import { dataFolder, openShell } from './open-shell.ts';
import { setAutostart } from './setup/autostart.ts';
import { openMachineFile } from './setup/machine-file.ts';
import { shellRequest } from './shell-request.ts';
import { SELF_CHECK } from './update/update-way-here.ts';

// Nothing is awaited here: Electron becomes ready only when this module has run to its end.
try {
  if (process.argv.includes(SELF_CHECK)) sayVersion();
  else start();
} catch (cause) {
  giveUp(cause);
}

function start() {
  const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1), process.platform) : [];
  if (refused.length > 0) throw new RefusedStart(refused);
  const request = shellRequest(process.argv.slice(1), process.env);
  const later = (ms: number, run: () => void) => void setTimeout(run, ms);
  const electron = {
    app,
    BrowserWindow,
    globalShortcut,
    ipcMain,
    Menu,
    powerMonitor,
    powerSaveBlocker,
    protocol,
    screen,
    session,
    utilityProcess,
  };
  const machineFile = openMachineFile(join(dataFolder(app.getPath('appData'), request), 'machine.json'));
  const clocks = { ticks: () => performance.now(), now: Date.now };
  const say = (line: string) => void process.stderr.write(line);
  const outside = {
    ...clocks,
    ...findInNetwork({ ...clocks, machineFile, where: { cards: ownAddresses }, isAnswering }),
    later,
    env: process.env,
    share: Math.random(),
    say,
    setAutostart: (isWanted: boolean) =>
      setAutostart({ app, platform: process.platform, program: process.execPath, env: process.env, say }, isWanted),
    restart: () => restartApp({ app, argv: process.argv, env: process.env, startAlone }),
  };
  openShell({ electron, machineFile, outside, folder: import.meta.dirname }, request).catch(giveUp);
}

/** Whoever is about to put this program in the place of another asks first whether it runs here at all. */
function sayVersion() {
  process.stdout.write(`${app.getVersion()}\n`);
  app.exit(0);
}

/** No dialog: it would stand on the screen of a kiosk. Who started this reads the line and the code. */
function giveUp(cause: unknown) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  app.exit(cause instanceof RefusedStart ? REFUSED_CODE : 1);
}

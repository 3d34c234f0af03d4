import { app, BrowserWindow, Menu, powerSaveBlocker, screen, session } from 'electron';
import { isAnswering } from './is-answering.ts';
import { openShell } from './open-shell.ts';
import { shellRequest } from './shell-request.ts';

// Nothing is awaited here: Electron becomes ready only when this module has run to its end.
try {
  const request = shellRequest(process.argv.slice(1), process.env);
  const later = (ms: number, run: () => void) => void setTimeout(run, ms);
  const electron = { app, BrowserWindow, Menu, powerSaveBlocker, screen, session };
  openShell(electron, request, { isAnswering, later }).catch(giveUp);
} catch (cause) {
  giveUp(cause);
}

/** No dialog: it would stand on the screen of a kiosk. Who started this reads the line and the code. */
function giveUp(cause: unknown) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  app.exit(1);
}

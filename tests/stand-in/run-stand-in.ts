// Runs the built main module of the shell in plain Node, with the stand-in where it imports Electron:
// `node run-stand-in.ts dist-electron/main.js --room=kiosk --url=…`.
//
// What it stands for. The bundles are those that ship. Windows are pages of a real Chromium; the preload script runs in an isolated world of
// its own, in the page's main frame alone, and reaches the main process by a binding that only this world has; what it exposes is made in the
// page's world from copies. `ipcMain` is told the frame that Chromium says it came from. Documents (in every frame), redirects, windows,
// downloads, keys, Ctrl+wheel and permissions are really asked of the main module and really stopped in Chromium when it says so. Crashes are
// Chromium's. `setCertificateVerifyProc` is asked about what a server shows, for documents and sockets, and Chromium goes by its answer.
// Switches that the main module appends reach Chromium. A scheme of ours is answered by its handler.
//
// What it does not stand for. Electron's process model, fuses, asar, the sandbox (tests may run as root), webviews, menus, dialogs,
// printing, power, the operating system's keys and monitors (`screen` is told what to say), the single-instance lock, `unresponsive`, zoom and bounds of real windows. A window that may not open is closed as soon
// as Chromium tells of it, when its document may have been asked for already; Electron makes none. A navigation to about:blank or blob: cannot be held: it is told
// after it has happened. A page whose renderer crashed goes on in a new page of Chromium.
import { mkdtempSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Order, standInElectron } from './electron.ts';

// A test that has no five minutes lets the main module's clock run faster; its timers stay as they are.
const hurry = Number(process.env.STAND_IN_HURRY ?? 1);
const ticks = performance.now.bind(performance);
performance.now = () => ticks() * hurry;

const folder = process.env.STAND_IN_FOLDER || mkdtempSync(join(tmpdir(), 'luot-stand-in-'));
const { modules, open, obey } = standInElectron(folder);
Object.assign(globalThis, { standInElectron: modules });
const url = `data:text/javascript,export const { ${Object.keys(modules)} } = globalThis.standInElectron;`;
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url, shortCircuit: true } : next(name, context)),
});
process.on('message', (order: Order) => obey(order));
// What was asked of a page that crashed meanwhile is never answered; in Electron there is no such question on the way.
process.on('unhandledRejection', (cause) => {
  if (!/has been closed|crashed|session closed/i.test(String(cause))) throw cause;
  process.stderr.write(`stand-in: ${cause}\n`);
});
process.on('disconnect', () => modules.app.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => modules.app.quit());

// In Electron the line begins with the program and, unless it is packaged, the main module.
const [, , bundle = '', ...rest] = process.argv;
process.argv = modules.app.isPackaged ? [process.execPath, ...rest] : [process.execPath, bundle, ...rest];
await import(pathToFileURL(bundle).href);
// Only now, as in Electron: a main module that awaited this itself would never come to its end.
const chromium = await open();
process.send?.({ debugAt: chromium.debugAt });

import { freemem } from 'node:os';
import type { Shell } from '#kiosk/main/shell.ts';
import type { Updates } from '#kiosk/main/update/serve-updates.ts';
import { answerHealth } from './answer-health.ts';

/** Lets the pages of the hall ask how this app is, and start it anew. */
export function serveHealth({ electron, homes, outside, serverHere }: Shell, updates: Pick<Updates, 'news'>): void {
  const { app, ipcMain, screen } = electron;
  answerHealth({
    ...{ app, ipcMain, screen, update: updates.news },
    // The server, where there is one, closes its books first.
    restart: () => void serverHere.end().then(outside.restart),
    mayAsk: (address, window) => homes.allows(window, address, 'hall'),
    upMs: () => process.uptime() * 1_000,
    // On Linux this leaves out what the system holds only as long as nobody needs it, and would always look like too little.
    freeMb: () => (process.platform === 'win32' ? Math.round(freemem() / 1_048_576) : null),
  });
}

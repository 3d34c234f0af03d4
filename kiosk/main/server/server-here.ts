import { join } from 'node:path';
import type { App } from 'electron';
import { troublePage } from '#kiosk/main/calm/trouble-page.ts';
import type { ShellParts, ShownWindow } from '#kiosk/main/shell.ts';
import { type OwnServer, runOwnServer } from './own-server.ts';

/** The hall's server on this PC: there when it is wanted, gone when it is not. */
export type ServerHere = {
  want(isWanted: boolean): void;
  /** Is it there, or still closing its books? */
  isThere(): boolean;
  /** Comes back when it is gone; at once when there is none. */
  end(): Promise<void>;
};

export function createServerHere(
  { electron, outside, folder }: ShellParts,
  windows: () => readonly ShownWindow[],
): ServerHere {
  const { app, utilityProcess } = electron;
  let server: OwnServer | null = null;
  const end = async () => {
    const ending = server;
    await ending?.end();
    if (server === ending) server = null;
  };
  return {
    want(isWanted) {
      if (!isWanted) void end();
      else if (!server) server = begin();
    },
    isThere: () => server !== null,
    end,
  };

  function begin(): OwnServer {
    return runOwnServer({
      ...outside,
      fork: utilityProcess.fork,
      program: join(folder, '..', 'dist-server', 'main.js'),
      dataDir: join(app.getPath('userData'), 'hall'),
      needsPerson: (sentence) => tell(windows(), troublePage(sentence)),
    });
  }
}

/** Puts the calm page where pages of the hall are kept. They are looked for behind it, and come back by themselves. */
function tell(windows: readonly ShownWindow[], trouble: string) {
  for (const { window, page } of windows) {
    const { webContents: contents } = window;
    // It is told again at every try of the server: whoever reads it sees no flicker.
    if (!page || contents.getURL() === trouble) continue;
    page.reopen();
    contents.loadURL(trouble).catch(() => {});
  }
}

/** The app ends when the server has closed its books. */
export function endServerFirst(app: Pick<App, 'on' | 'quit'>, serverHere: ServerHere): void {
  app.on('before-quit', (event) => {
    if (!serverHere.isThere()) return;
    event.preventDefault();
    void serverHere.end().then(() => app.quit());
  });
}

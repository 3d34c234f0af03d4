import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Beat, UpdateNews } from '#kiosk/bridge.ts';
import { startAlone } from '#kiosk/main/healing/start-alone.ts';
import type { Shell } from '#kiosk/main/shell.ts';
import { runUpdates } from './run-updates.ts';
import { openShelf } from './update-disk.ts';
import { UPDATE_KEYS } from './update-keys.ts';
import { type Found, newsOf } from './update-news.ts';
import { updateSource } from './update-source.ts';
import { openStateFile } from './update-state-file.ts';
import { createUpdateWatch } from './update-watch.ts';
import { wayHere } from './update-way-here.ts';
import { Updater } from './updater.ts';

export type Updates = {
  /** Where beats go that tell whether an update may come, and whether one has gone well. */
  heard(beat: Beat, from: object): void;
  /** What the manager should know. */
  news(): UpdateNews | null;
};

/** Keeps an installed app at the version that the office's source offers; without a source it only ends what was begun. */
export function serveUpdates({ electron, outside, machineFile, serverHere, windows }: Shell): Updates {
  const { app } = electron;
  const { ticks, later, env } = outside;
  const watch = createUpdateWatch(ticks, () => windows().map(({ window }) => window.webContents));
  // A program that runs from its sources is nobody's installation.
  if (!app.isPackaged) return { heard() {}, news: () => null };
  const folder = join(app.getPath('userData'), 'updates');
  const from = machineFile.read()?.updates?.from;
  const source = from ? updateSource(from) : null;
  if (from && !source)
    outside.say(`Cập nhật: chỉ nhận thư mục hoặc https:// (${from}). / Update: a folder or https:// only.\n`);
  const { kind, way } = wayHere({
    ...{ platform: process.platform, env, program: process.execPath, folder, startAlone },
    restart: () => void serverHere.end().then(outside.restart),
    end: () => void serverHere.end().then(() => app.exit(0)),
  });
  const updater = new Updater({
    present: { version: app.getVersion(), platform: `${process.platform}-${process.arch}`, kind },
    ...{ keys: UPDATE_KEYS, source, shelf: openShelf(folder), way },
    stateFile: openStateFile(join(folder, 'update.json')),
    ...{ now: outside.now, isQuiet: watch.isQuiet },
    newMachine: () => randomBytes(9).toString('base64url'),
  });
  let news: UpdateNews | null = null;
  const found = (what: Found) => {
    news = newsOf(what);
  };
  void runUpdates({ ...{ updater, watch, later, ticks, found }, say: (line) => outside.say(`${line}\n`) });
  return { heard: (beat, page) => watch.heard(page, beat), news: () => news };
}

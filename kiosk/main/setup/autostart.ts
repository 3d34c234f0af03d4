import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import { writeWhole } from '#server/settings/write-whole.ts';

export type AutostartNeeds = {
  app: Pick<App, 'isPackaged' | 'getPath' | 'setLoginItemSettings'>;
  platform: NodeJS.Platform;
  /** The app's program. An AppImage unpacks itself somewhere else at each start: there `APPIMAGE` names the file that stays. */
  program: string;
  env: Record<string, string | undefined>;
  say(line: string): void;
};

/**
 * Has the app opened by itself, or not, when this account comes up. Said at every start: a program that was moved meanwhile is found
 * again. Only the installed app; from its sources it would be Electron alone that is opened.
 */
export function setAutostart({ app, platform, program, env, say }: AutostartNeeds, isWanted: boolean): void {
  if (!app.isPackaged) return;
  try {
    // Linux has no setting for it, but a folder that every desktop reads.
    if (platform === 'linux') inFolder(join(app.getPath('appData'), 'autostart'), env.APPIMAGE || program, isWanted);
    else app.setLoginItemSettings({ openAtLogin: isWanted, path: program });
  } catch (cause) {
    // The room opens all the same; somebody has to start it by hand next time.
    say(`Không đặt được tự mở khi bật máy. / Opening by itself could not be set: ${cause}\n`);
  }
}

function inFolder(folder: string, program: string, isWanted: boolean): void {
  const file = join(folder, 'luot.desktop');
  if (!isWanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, desktopEntry(program));
}

/** What a desktop runs at the start of a session. */
export function desktopEntry(program: string): string {
  return `[Desktop Entry]
Type=Application
Name=Lượt
Comment=Queue of the one-stop office
Exec=${quoted(program)}
Terminal=false
X-GNOME-Autostart-enabled=true
`;
}

/** A path as such an entry wants it: in quotes, escaped first as an argument and then as the entry's text, and `%` doubled. */
const quoted = (path: string) =>
  `"${path
    .replaceAll(/["`$\\]/g, '\\$&')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;

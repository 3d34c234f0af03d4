import { posix, win32 } from 'node:path';
import type { LaunchRequest, Room } from './launch-request.ts';
import type { Machine } from './machine.ts';

/** The switches that make an installed browser show one page on the whole screen, with sound, and ask nobody anything. */
export function browserArguments({ room, page, flags }: LaunchRequest, browser: string, machine: Machine): string[] {
  return [
    '--kiosk',
    `--app=${page.href}`,
    `--user-data-dir=${profileFolder(room, browser, machine)}`,
    '--autoplay-policy=no-user-gesture-required',
    '--noerrdialogs',
    '--disable-infobars',
    '--disable-pinch',
    '--overscroll-history-navigation=0',
    '--no-first-run',
    '--no-default-browser-check',
    // "Restore pages?" after a power cut: the older name and the one that newer browsers know.
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--disable-features=Translate',
    // A Linux desktop would ask for the keyring's password; nothing is kept there.
    '--password-store=basic',
    // Edge has more than one kind of kiosk; the others do not know this one.
    ...(/msedge|microsoft-edge/.test(browser) ? ['--edge-kiosk-type=fullscreen'] : []),
    ...flags,
  ];
}

/**
 * A profile of its own per room: with the user's own, a browser that is already open would take the page as a tab, and kiosk and TV
 * on one PC would be one.
 */
function profileFolder(room: Room, browser: string, { platform, env, home, isFile }: Machine): string {
  const path = platform === 'win32' ? win32 : posix;
  const folder = `browser-${room}`;
  switch (platform) {
    case 'win32':
      return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'Luot', folder);
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'Luot', folder);
    default:
      // Ubuntu's Chromium is a snap, which may not write into hidden folders.
      if (path.basename(browser).startsWith('chromium') && isFile('/snap/bin/chromium')) {
        return path.join(home, 'snap', 'chromium', 'common', 'luot', folder);
      }
      return path.join(env.XDG_DATA_HOME || path.join(home, '.local', 'share'), 'luot', folder);
  }
}

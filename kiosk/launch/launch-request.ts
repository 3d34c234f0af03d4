import { parseArgs } from 'node:util';
import { LaunchTrouble } from './launch-trouble.ts';

/** A room whose page fills a screen. */
export type Room = 'kiosk' | 'tv';

/** Where a room's page lies on the server. Electron's own room has this table too: it must start without a launcher. */
const PAGES: Record<Room, string> = { kiosk: 'kiosk/', tv: 'display/' };

export type LaunchRequest = {
  room: Room;
  server: URL;
  page: URL;
  /** Fetch Electron's program if it is not here. Never by itself: it is 100 MB from the internet. */
  fetchElectron: boolean;
  /** More switches for the program (`LUOT_BROWSER_FLAGS`), for trials in a container, where there is no sandbox. */
  flags: string[];
};

/** @throws LaunchTrouble when the line or `LUOT_URL` cannot be meant */
export function launchRequest(args: string[], env: Record<string, string | undefined>): LaunchRequest {
  const values = readLine(args);
  const { room } = values;
  if (room !== 'kiosk' && room !== 'tv') {
    throw new LaunchTrouble('Cần --room kiosk hoặc --room tv.', 'Needed: --room kiosk or --room tv.');
  }
  const address = values.url ?? (env.LUOT_URL || 'http://localhost:8080/');
  const server = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL('/', address) : undefined;
  if (!server) {
    throw new LaunchTrouble(
      `"${address}" không phải là địa chỉ máy chủ (http://… hoặc https://…).`,
      `"${address}" is not the address of a server (http://… or https://…).`,
    );
  }
  return {
    room,
    server,
    page: new URL(PAGES[room], server),
    fetchElectron: values['fetch-electron'] ?? false,
    flags: (env.LUOT_BROWSER_FLAGS ?? '').split(/\s+/).filter(Boolean),
  };
}

function readLine(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { room: { type: 'string' }, url: { type: 'string' }, 'fetch-electron': { type: 'boolean' } },
    });
    return values;
  } catch (cause) {
    const [what = ''] = String(cause instanceof Error ? cause.message : cause).split('. ');
    throw new LaunchTrouble(
      `Không hiểu dòng lệnh (--room kiosk|tv, --url, --fetch-electron): ${what}.`,
      'The command line is not understood.',
    );
  }
}

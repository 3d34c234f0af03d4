import { parseArgs } from 'node:util';

/** A room whose page fills a screen: the kiosk a visitor touches, the TV everybody sees. */
export type Room = 'kiosk' | 'tv';

/** Where a room's page lies on the server. */
const PAGES: Record<Room, string> = { kiosk: 'kiosk/', tv: 'display/' };

export type ShellRequest = { room: Room; page: URL };

/**
 * What this window is to show: `--room kiosk|tv` and `--url`, or `LUOT_URL`, or the server on this PC. Chromium's own switches stand
 * in the same line, so that unknown ones are let through.
 */
export function shellRequest(args: string[], env: Record<string, string | undefined>): ShellRequest {
  const { values } = parseArgs({
    args,
    options: { room: { type: 'string' }, url: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const room = values.room ?? 'kiosk';
  if (room !== 'kiosk' && room !== 'tv') throw new Error(`--room: kiosk | tv (${room}?)`);
  const server = String(values.url ?? (env.LUOT_URL || 'http://localhost:8080/'));
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol)) {
    throw new Error(`--url: http://… | https://… (${server}?)`);
  }
  return { room, page: new URL(PAGES[room], new URL('/', server)) };
}

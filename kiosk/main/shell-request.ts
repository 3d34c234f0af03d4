import { parseArgs } from 'node:util';

/** A room whose page fills a screen: the kiosk a visitor touches, the TV everybody sees. */
export type Room = 'kiosk' | 'tv';

export type ShellRequest = {
  /** Open this room of that server, whatever the PC was set up as: for trials, and for the launcher. null: as it was set up. */
  room: { room: Room; server: URL } | null;
  /** Ask again what this PC is. */
  setup: boolean;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * What was asked for when the app was started: nothing (the PC knows what it is), `--setup`, or one room by `--room kiosk|tv` and
 * `--url`, or `LUOT_URL`, or the server on this PC. Chromium's own switches stand in the same line, so that unknown ones are let
 * through.
 */
export function shellRequest(args: string[], env: Record<string, string | undefined>): ShellRequest {
  const { values } = parseArgs({
    args,
    options: { room: { type: 'string' }, url: { type: 'string' }, setup: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  const setup = values.setup === true;
  const address = values.url ?? (env.LUOT_URL || undefined);
  if (values.room === undefined && address === undefined) return { room: null, setup };
  const room = values.room ?? 'kiosk';
  if (room !== 'kiosk' && room !== 'tv') throw new Error(`--room: kiosk | tv (${room}?)`);
  const server = String(address ?? 'http://localhost:8080/');
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol)) {
    throw new Error(`--url: http://localhost:… (${server}?)`);
  }
  // Only a PC that was set up knows by its pin who a server on another one is.
  const { protocol, hostname } = new URL(server);
  if (protocol !== 'http:' || !LOOPBACK.has(hostname)) {
    throw new Error(
      `--url: ${server} ở máy khác: mở chương trình với --setup để nối. / is on another PC: start with --setup to connect to it.`,
    );
  }
  return { room: { room, server: new URL('/', server) }, setup };
}

import type { Room } from './shell-request.ts';

/** Where a room's page lies on the server. */
const PAGES: Record<Room | 'counter', string> = { kiosk: 'kiosk/', tv: 'display/', counter: 'counter/' };

export function pageOf(room: Room | 'counter', server: URL): URL {
  return new URL(PAGES[room], new URL('/', server));
}

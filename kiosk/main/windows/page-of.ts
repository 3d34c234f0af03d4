import type { Room } from '#kiosk/main/shell-request.ts';

/** Every room that a window can show. */
export type ShownRoom = Room | 'counter';

/** Where a room's page lies on the server. */
const PAGES: Record<ShownRoom, string> = { kiosk: 'kiosk/', tv: 'display/', counter: 'counter/' };

export function pageOf(room: ShownRoom, server: URL): URL {
  return new URL(PAGES[room], new URL('/', server));
}

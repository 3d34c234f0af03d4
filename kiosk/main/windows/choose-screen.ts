import type { Room } from '#kiosk/main/shell-request.ts';

/** Which windows a PC has. `beside`: the TV of a PC that is the kiosk too. */
export type Place = Room | 'beside';

/**
 * The kiosk is on the main monitor. The TV is on another one, and stays on the one it is on; on a PC with one monitor it is there,
 * unless that one is the kiosk's: then it is nowhere (null) until there is another.
 */
export function chooseScreen<Screen extends { id: number }>(
  main: Screen,
  all: readonly Screen[],
  place: Place,
  at: number | null = null,
): Screen | null {
  if (place === 'kiosk') return main;
  const others = all.filter((screen) => screen.id !== main.id);
  const other = others.find((screen) => screen.id === at) ?? others[0];
  return other ?? (place === 'beside' ? null : main);
}

import type { Room } from './shell-request.ts';

/** The kiosk is on the main monitor. The TV is on the first other one; on a PC with one monitor it is there. */
export function chooseScreen<Screen extends { id: number }>(main: Screen, all: readonly Screen[], room: Room): Screen {
  if (room === 'kiosk') return main;
  return all.find((screen) => screen.id !== main.id) ?? main;
}

import { KIOSK_SCENES } from '#kiosk/scenes.ts';
import type { RoomScenes } from './scene.ts';

/** Every room that can be looked at. */
export const ROOMS: readonly RoomScenes[] = [KIOSK_SCENES];

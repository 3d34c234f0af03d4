import { DISPLAY_SCENES } from '#display/scenes.ts';
import { KIOSK_SCENES } from '#kiosk/scenes.ts';
import { PHONE_SCENES } from '#phone/scenes.ts';
import type { RoomScenes } from './scene.ts';

/** Every room that can be looked at. */
export const ROOMS: readonly RoomScenes[] = [KIOSK_SCENES, DISPLAY_SCENES, PHONE_SCENES];

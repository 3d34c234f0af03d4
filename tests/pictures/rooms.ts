import { COUNTER_SCENES } from '#counter/scenes.ts';
import { RATING_SCENES } from '#display/rating/scenes.ts';
import { DISPLAY_SCENES } from '#display/scenes.ts';
import { SIGN_SCENES } from '#display/sign/scenes.ts';
import { KIOSK_SCENES } from '#kiosk/scenes.ts';
import { SETUP_SCENES } from '#kiosk/setup-scenes.ts';
import { MANAGER_SCENES } from '#manager/scenes.ts';
import { PHONE_SCENES } from '#phone/scenes.ts';
import { START_SCENES } from '#start/scenes.ts';
import type { RoomScenes } from './scene.ts';

/** Every room that can be looked at. */
export const ROOMS: readonly RoomScenes[] = [
  KIOSK_SCENES,
  DISPLAY_SCENES,
  SIGN_SCENES,
  RATING_SCENES,
  PHONE_SCENES,
  COUNTER_SCENES,
  MANAGER_SCENES,
  START_SCENES,
  SETUP_SCENES,
];

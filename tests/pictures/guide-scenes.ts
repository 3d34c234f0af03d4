import { COUNTER_SCENES } from '#counter/scenes.ts';
import { KIOSK_SCENES } from '#kiosk/scenes.ts';
import { MANAGER_SCENES } from '#manager/scenes.ts';
import type { RoomScenes } from './scene.ts';

/** A scene as a guide shows it: in Vietnamese, in daylight. */
export type GuidePicture = { room: RoomScenes; scene: string; size: string };

const atDesk = (scene: string): GuidePicture => ({ room: COUNTER_SCENES, scene, size: '800x600' });
const atKiosk = (scene: string): GuidePicture => ({ room: KIOSK_SCENES, scene, size: '1366x768' });
const forManager = (scene: string): GuidePicture => ({ room: MANAGER_SCENES, scene, size: '1366x768' });
/** Where a whole page would show more than is spoken of. */
const onPhone = (scene: string): GuidePicture => ({ room: MANAGER_SCENES, scene, size: '390x844' });

/** The pictures of the guides, by file name. */
export const GUIDE_PICTURES: Record<string, GuidePicture> = {
  'quay-dang-nhap.png': atDesk('door-pin'),
  'quay-dang-goi.png': atDesk('called'),
  'quay-dang-phuc-vu.png': atDesk('serving'),
  'quay-chuyen.png': atDesk('ask-transfer'),
  'ki-ot-man-hinh-dau.png': atKiosk('home'),
  'ki-ot-lay-so.png': atKiosk('confirm'),
  'ki-ot-het-giay.png': atKiosk('number-no-paper'),
  'quan-ly-mat-khau.png': forManager('new-password'),
  'quan-ly-thiet-bi.png': forManager('access'),
  'quan-ly-ket-noi.png': forManager('ask-pair'),
  'quan-ly-phong-cho.png': forManager('hall-busy'),
  'quan-ly-quay.png': onPhone('counter-called'),
  'quan-ly-ban-huong-dan.png': onPhone('help-desk-waiting'),
  'quan-ly-huy-so.png': forManager('ask-cancel-range'),
};

import type { UpdateNews } from '#kiosk/bridge.ts';
import type { Beginning, UpdateOutcome } from './updater.ts';

/** Whatever an app finds out about updates. */
export type Found = UpdateOutcome | Beginning | 'well' | 'late';

const NEWS: Partial<Record<Found, UpdateNews>> = {
  waits: 'ready',
  'needs-administrator': 'needs-administrator',
  'no-way-back': 'needs-administrator',
  'folder-is-read-only': 'needs-administrator',
  'given-back': 'given-back',
  'failed-before': 'given-back',
  'does-not-start': 'given-back',
  'wrong-signature': 'refused',
  'other-product': 'refused',
  replayed: 'refused',
  'bad-file-name': 'refused',
  'too-large': 'refused',
  'wrong-size': 'refused',
  'wrong-contents': 'refused',
};

/** What of it somebody should know; null: the usual course of things. */
export function newsOf(found: Found): UpdateNews | null {
  return NEWS[found] ?? null;
}

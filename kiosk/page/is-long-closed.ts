import type { KioskView } from '#shared/contract/kiosk-views.ts';

/** Whoever comes before the doors open finds a kiosk that has long been awake. */
const BEFORE_OPENING_MS = 2 * 3_600_000;

/** Are there no numbers now, nor for a good while? */
export function isLongClosed(view: Pick<KioskView, 'open' | 'nextFrom'> | null, now: number): boolean {
  if (!view || view.open) return false;
  return view.nextFrom === null || view.nextFrom - now > BEFORE_OPENING_MS;
}

import type { KioskView } from '#shared/contract/kiosk-views.ts';
import type { Online } from '#shared/page/connection.ts';
import type { Screen } from './screen.ts';
import { TIMEOUTS } from './timeouts.ts';

/** What stands on the glass: the visit's screen, or why there can be no visit now. */
export type Shown =
  | Screen
  | { at: 'connecting' }
  | { at: 'old-page' }
  | { at: 'out-of-service' }
  | { at: 'closed'; nextFrom: number | null };

type State = { screen: Screen; view: KioskView | null; online: Online; offlineForMs: number };

/** A number once given, or on its way, stays in sight whatever happens to the line. */
export function shownScreen({ screen, view, online, offlineForMs }: State): Shown {
  if (screen.at === 'number' || screen.at === 'refused' || screen.at === 'sending') return screen;
  if (online === 'old-page') return { at: 'old-page' };
  if (!view || (online !== 'online' && offlineForMs >= TIMEOUTS.offlineGrace)) return { at: 'connecting' };
  if (view.outOfService) return { at: 'out-of-service' };
  return view.open ? screen : { at: 'closed', nextFrom: view.nextFrom };
}

import type { CounterView } from '#shared/contract/views.ts';
import { type DeskAction, isDossierAction, isPick, pickable } from './desk-action.ts';

/**
 * Whether a button can be pressed now: the server says what may be pressed in this picture, and from when or until when; only
 * the clock moves between two pictures.
 * @param now the server's clock, ms UTC
 */
export function mayPress(view: CounterView, action: DeskAction, now: number): boolean {
  if (!isOffered(view, action)) return false;
  if (action === 'ticket:recall') return now >= view.recallFrom;
  if (action === 'ticket:undo-call') return view.undo !== null && now < view.undo.until;
  return true;
}

/** Whether this picture allows it, whatever the clock says. */
export function isOffered(view: CounterView, action: DeskAction): boolean {
  if (isPick(action)) return pickable(view, action).length > 0;
  // Told with the press that finishes who is here.
  if (isDossierAction(action)) return view.current !== null;
  if (action === 'page:keys' || action === 'page:help-desk') return true;
  return view.may.includes(action);
}

import type { CounterAction, CounterView } from '#shared/contract/views.ts';

/**
 * Whether a button can be pressed now: the server says what may be pressed in this picture, and from when or until when; only
 * the clock moves between two pictures.
 * @param now the server's clock, ms UTC
 */
export function mayPress(view: CounterView, action: CounterAction, now: number): boolean {
  if (!view.may.includes(action)) return false;
  if (action === 'ticket:recall') return now >= view.recallFrom;
  if (action === 'ticket:undo-call') return view.undo !== null && now < view.undo.until;
  return true;
}

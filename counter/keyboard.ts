import type { HallBridge } from '#kiosk/bridge.ts';
import type { Desk } from './desk.ts';
import { actionOfKey } from './key-map.ts';

/** Lets the clerk work by keys alone. Nothing happens while something is typed or a question stands over the page. */
export function listenToKeys(target: Window, desk: Desk) {
  target.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || desk.question.value !== null) return;
    if (event.target instanceof Element) {
      if (event.target.closest('input, textarea, select, dialog')) return;
      // Who walked to a control with Tab presses that one with Space.
      if (event.key === ' ' && event.target.closest('button, a')) return;
    }
    const action = actionOfKey(event);
    if (action) desk.act(action);
    // Neither scrolls the page nor types its letter into the question that it opens; also when held down.
    if (action || event.key === ' ') event.preventDefault();
  });
  // A click does not take the focus: the next Space belongs to the next visitor, not to the button clicked last.
  target.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('button') && !event.target.closest('dialog')) {
      event.preventDefault();
    }
  });
}

/**
 * The key that the app around this page takes from the clerk's other programs: it is the Space bar of whoever looks elsewhere. A
 * question that stands over the page is answered first. A plain browser has no such key.
 */
export function listenToNextKey(app: Pick<HallBridge, 'onNextKey'> | undefined, desk: Pick<Desk, 'question' | 'act'>) {
  app?.onNextKey(() => {
    if (desk.question.value === null) desk.act('ticket:call-next');
  });
}

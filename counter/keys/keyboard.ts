import type { Desk } from '#counter/desk/desk.ts';
import type { HallBridge } from '#kiosk/bridge.ts';
import { actionOfKey, capOf, digitOf } from './key-map.ts';

/** Lets the clerk work by keys alone. Nothing happens while something is typed or a question stands over the page. */
export function listenToKeys(target: Window, desk: Desk) {
  target.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest('input, textarea, select')) return;
    // Danger does not wait until a question is answered.
    if (actionOfKey(event, desk.ownKeys.keys.value) === 'counter:call-help') {
      desk.help.begin();
      event.preventDefault();
      return;
    }
    if (desk.question.value !== null || at?.closest('dialog')) return;
    // Who walked to a control with Tab presses that one with Space.
    if (event.key === ' ' && at?.closest('button, a')) return;
    pressed(event, desk);
  });
  target.addEventListener('keyup', (event) => {
    if (capOf(event) === desk.ownKeys.keys.value['counter:call-help']) desk.help.end();
  });
  // Its end would be heard by another window.
  target.addEventListener('blur', () => desk.help.end());
  // A click does not take the focus: the next Space belongs to the next visitor, not to the button clicked last.
  target.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('button') && !event.target.closest('dialog')) {
      event.preventDefault();
    }
  });
}

function pressed(event: KeyboardEvent, desk: Desk) {
  const digit = digitOf(event);
  if (digit !== null || event.key === 'Backspace' || event.key === 'Escape') {
    // Of nobody there are no dossiers.
    if (!desk.view.value?.current) return;
    if (digit !== null) desk.dossiers.type(digit);
    else if (event.key === 'Backspace') desk.dossiers.erase();
    else desk.dossiers.clear();
    return;
  }
  const action = actionOfKey(event, desk.ownKeys.keys.value);
  if (action) desk.act(action);
  // Neither scrolls the page nor types its letter into the question that it opens; also when held down.
  if (action || event.key === ' ') event.preventDefault();
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

import { FACES } from '#shared/domain/rating.ts';
import type { Asking } from './asking.ts';

type Keys = Pick<Window, 'addEventListener'>;

/** The digits choose a face, then reasons; Enter sends, Escape closes. */
export function followKeys(target: Keys, asking: Asking) {
  target.addEventListener('keydown', (event) => {
    const shown = asking.shown.peek();
    // A key that is held down is one press.
    if (!shown || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return asking.close();
    // On a button Enter presses that one.
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) return asking.send();
    const digit = FACES.find((face) => String(face) === event.key);
    if (shown.stage === 'faces' && digit) return asking.pick(digit);
    const reason = shown.stage === 'reasons' ? shown.reasons[Number(event.key) - 1] : undefined;
    if (reason) asking.tick(reason.id);
  });
}

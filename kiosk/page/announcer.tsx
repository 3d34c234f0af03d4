import type { Kiosk } from './create-kiosk.ts';
import { kioskWords } from './kiosk-words.ts';
import { slipWords } from './number-screen.tsx';

/** Says the number to those who do not see it. Always there: a live region must exist before it speaks. */
export function Announcer({ kiosk }: { kiosk: Kiosk }) {
  return (
    <p class="sr-only" aria-live="assertive">
      {sentence(kiosk)}
    </p>
  );
}

function sentence({ shown, secondsLeft, view }: Kiosk): string {
  const words = kioskWords();
  const screen = shown.value;
  if (screen.at === 'number') {
    const { says } = slipWords(screen.paper, view.value?.printer === 'paper-out');
    // Spaced out, so that it is read sign by sign: "A 0 0 1", not a word.
    return `${words.yourNumber}: ${[...screen.answer.number].join(' ')}. ${says}.`;
  }
  const isVisit = screen.at === 'confirm' || screen.at === 'adding' || screen.at === 'refused';
  return isVisit && secondsLeft.value !== null ? words.closingSoon : '';
}

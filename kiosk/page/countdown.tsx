import type { Kiosk } from './create-kiosk.ts';
import { kioskWords } from './kiosk-words.ts';
import { Sign } from './signs.tsx';

/** Before the kiosk goes home by itself: how long still, and a way to stay. Its place is kept free, so nothing jumps. */
export function Countdown({ kiosk }: { kiosk: Kiosk }) {
  const words = kioskWords();
  const seconds = kiosk.secondsLeft.value;
  return (
    <div class="countdown">
      {seconds !== null && (
        <>
          <p role="timer" class="countdown-words">
            <Sign name="clock" />
            <span>{words.closingIn(seconds)}</span>
          </p>
          <button type="button" class="control" onClick={() => kiosk.tell({ type: 'more-time-wished' })}>
            {words.moreTime}
          </button>
        </>
      )}
    </div>
  );
}

import type { RefObject } from 'preact';
import { doorWords } from './door-words.ts';

export const PIN_LENGTH = 6;

type Props = {
  pin: string;
  put: (digits: string) => void;
  erase: () => void;
  field: RefObject<HTMLInputElement | null>;
  isWrong: boolean;
};

/** How many digits there are, never which. Under the dots lies a real field, for keys and screen readers. */
export function PinDots({ pin, put, erase, field, isWrong }: Props) {
  return (
    <div class={isWrong ? 'pin-dots is-wrong' : 'pin-dots'}>
      {Array.from({ length: PIN_LENGTH }, (_, place) => (
        <span key={place} class={place < pin.length ? 'pin-dot is-set' : 'pin-dot'} aria-hidden="true" />
      ))}
      <input
        ref={field}
        type="password"
        // The pad is on the page; the machine's own keyboard stays away.
        inputMode="none"
        // Makes browsers neither fill nor keep it, as `off` does not for a password.
        autocomplete="one-time-code"
        aria-label={doorWords().pin}
        aria-invalid={isWrong}
        maxLength={PIN_LENGTH}
        value={pin}
        onInput={(event) => {
          const typed = event.currentTarget.value.replace(/\D/g, '');
          if (typed.length > pin.length) put(typed.slice(pin.length));
          else if (typed.length < pin.length) erase();
          // What is shown is what was taken, also when a letter was typed or a try is under way.
          event.currentTarget.value = pin;
        }}
      />
    </div>
  );
}

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { NumberPad } from '#shared/page/door/number-pad.tsx';
import { PIN_LENGTH, PinDots } from '#shared/page/door/pin-dots.tsx';
import { Both } from './both.tsx';
import type { Setup } from './create-setup.ts';
import { isEasyPin } from './easy-pin.ts';
import { pinWords } from './setup-words.ts';

/** The PIN of the staff's way out, twice. */
export function PinStep({ setup }: { setup: Setup }) {
  const { pin, says, put, change } = usePinTwice(setup.choosePin);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const erase = () => change(pin.value.slice(0, -1));
  const isWrong = says.value === pinWords.differs || says.value === pinWords.easy;
  return (
    <section class="pin">
      <p>
        <Both text={pinWords.about} />
      </p>
      <p class={isWrong ? 'says' : 'says is-asking'} role="alert">
        {says.value && <Both text={says.value} />}
      </p>
      <PinDots pin={pin.value} put={put} erase={erase} field={field} isWrong={isWrong} />
      <NumberPad put={put} erase={erase} clear={() => change('')} isOff={false} />
      {setup.picture.value?.hasExitPin && (
        <button type="button" class="secondary" onClick={() => setup.choosePin(null)}>
          <Both text={pinWords.keep} />
        </button>
      )}
    </section>
  );
}

/** The sixth digit ends a turn; the second turn has to say the same. */
function usePinTwice(done: (pin: string) => void) {
  const pin = useSignal('');
  const first = useSignal('');
  const says = useSignal<(typeof pinWords)[keyof typeof pinWords] | null>(null);
  const change = (digits: string) => {
    pin.value = digits;
  };
  const put = (digits: string) => {
    change((pin.value + digits).slice(0, PIN_LENGTH));
    if (pin.value.length < PIN_LENGTH) return;
    const entered = pin.value;
    change('');
    if (first.value === '') {
      says.value = isEasyPin(entered) ? pinWords.easy : pinWords.again;
      if (!isEasyPin(entered)) first.value = entered;
      return;
    }
    if (entered === first.value) return done(entered);
    first.value = '';
    says.value = pinWords.differs;
  };
  return { pin, says, put, change };
}
